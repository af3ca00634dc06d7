import { codesInOrder } from '../../codebook/tree';
import type { FamilyId } from '../../model/ids';
import type { ProjectState } from '../../model/project';

/** The format and its version: 1 is that of codebooks which ship with the product, 2 keeps every row as it is. */
export const JSON_FORMAT = 'parallax-codebook/2';

/**
 * The codebook in our own format: every field of every family and code, exactly; an empty list of
 * indicators says what no list says, and is left out.
 * In: the project; the families to write, all when absent; the program and its version. Out: JSON text,
 * to be encoded as UTF-8. `readCodebookJson` gives the same codebook back.
 */
export function codebookJson(
  state: ProjectState,
  options: { readonly families?: readonly FamilyId[]; readonly origin: string },
): string {
  const wanted = (id: FamilyId) => options.families?.includes(id) ?? true;
  const families = [...state.families.values()]
    .filter(({ id }) => wanted(id))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const codes = codesInOrder(state)
    .filter(({ familyId }) => wanted(familyId))
    .map((code) => ({
      ...code,
      indicators: Object.fromEntries(Object.entries(code.indicators).filter(([, words]) => words.length > 0)),
    }));
  return `${JSON.stringify({ format: JSON_FORMAT, origin: options.origin, families, codes }, null, 1)}\n`;
}
