import type { ParsedSource } from '../../../../domain/model/import';
import { countCodePoints } from '../../../../domain/text/positions';

const known = new WeakMap<ParsedSource, number>();

/** Length in code points of a text that may have millions and is asked about at every edit. */
export function lengthOf(parsed: ParsedSource): number {
  let length = known.get(parsed);
  if (length === undefined) known.set(parsed, (length = countCodePoints(parsed.text)));
  return length;
}
