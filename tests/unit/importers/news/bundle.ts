import type { ImportChoices, ParsedSource, ReadFile } from '../../../../src-renderer/domain/model/import';
import { checkCanonical } from '../../../../src-renderer/domain/text/canonical';
import { parseDocument } from '../../../../src-renderer/importers';
import { utf8 } from '../../../fixtures/import/encodings';
import { installedMaps } from '../parse';

/** Reads a file that must be readable. */
export async function bundle(
  name: string,
  content: string | Uint8Array,
  choices: ImportChoices = {},
): Promise<ReadFile> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const result = await parseDocument({ name, bytes }, choices, installedMaps);
  if (!result.ok) throw new Error(`${name}: ${result.error.kind} ${result.error.detail}`);
  for (const source of result.value.sources) checkCanonical(source);
  return result.value;
}

/** Fields by their names; values of a name that came twice are joined. */
export function fieldsOf({ fields }: ParsedSource): Record<string, string> {
  const all: Record<string, string> = {};
  for (const { name, value } of fields)
    all[name] = all[name] === undefined ? value : `${all[name]} | ${value}`;
  return all;
}

export const keys = ({ warnings }: { readonly warnings: readonly { readonly key: string }[] }): string[] =>
  warnings.map(({ key }) => key);
