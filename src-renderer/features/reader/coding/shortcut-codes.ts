import type { Code } from '../../../domain/model/codebook';
import type { CodeId } from '../../../domain/model/ids';

/** The codes that have a key of their own, digits first. */
export function shortcutCodes(codes: ReadonlyMap<CodeId, Code>): readonly Code[] {
  return [...codes.values()]
    .filter(({ shortcut, codable }) => shortcut !== '' && codable)
    .sort((a, b) => (a.shortcut < b.shortcut ? -1 : 1));
}
