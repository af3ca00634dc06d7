import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { FamilyColumns } from './columns';

/** The researcher's assignment of a country, set beside its segments and never counted among them. */
export interface Judgement {
  /** The column that the assigned code is, or counts towards. */
  readonly codeId: CodeId;
  readonly reasons: string;
  /** agrees: no other column is larger; differs: one is; no-data: there is nothing to compare with. */
  readonly verdict: 'agrees' | 'differs' | 'no-data';
}

/**
 * Compares the assigned code of a country with its figures.
 * In: the project, the country, the columns and the country's cell for each of them.
 * Out: the comparison; null without an assignment, or when the assigned code belongs to no column
 * (an assignment of a mode says nothing about a profile of actors).
 */
export function judge(
  state: ProjectState,
  country: string,
  { codes, indexOf }: FamilyColumns,
  cells: readonly { readonly value: number }[],
): Judgement | null {
  for (const { country: of, judgement } of state.cases.values()) {
    if (of !== country || !judgement) continue;
    const index = indexOf.get(judgement.codeId);
    const code = index === undefined ? undefined : codes[index];
    if (index === undefined || !code) continue;
    const largest = Math.max(...cells.map(({ value }) => value));
    const verdict = largest === 0 ? 'no-data' : cells[index]?.value === largest ? 'agrees' : 'differs';
    return { codeId: code.id, reasons: judgement.reasons, verdict };
  }
  return null;
}
