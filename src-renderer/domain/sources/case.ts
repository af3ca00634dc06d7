import { Draft } from '../history/draft';
import { patched } from '../history/patch';
import type { Case } from '../model/case';
import type { ChangeDraft } from '../model/change';
import type { Stamp } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import { shorten } from '../text/graphemes';
import { normaliseCountry } from './country';
import { isPartialDate } from './date';

/** In: the project and a country as sources have it. Out: its case, or undefined. */
export function caseOf(state: ProjectState, country: string): Case | undefined {
  for (const row of state.cases.values()) if (row.country === country) return row;
  return undefined;
}

/**
 * Writes the case of a country: name, the researcher's own judgement, dated facts, note. A country gets
 * its case when something is first said of it.
 * In: the project, the country and the fields to change (facts as a whole; a fact with an empty id is
 * new), the stamp. Out: the draft, without changes when all stays. Refuses an empty country, a judgement
 * or fact with a code that is not there, and a fact whose date is not in the calendar.
 */
export function editCase(
  state: ProjectState,
  input: {
    readonly country: string;
    readonly patch: Partial<Pick<Case, 'name' | 'judgement' | 'facts' | 'note'>>;
  },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'country-empty' | 'code-missing' | 'date-invalid'>> {
  const country = normaliseCountry(input.country);
  if (country === '') return refuse('country-empty');
  const { judgement, facts } = input.patch;
  const codes = [...(judgement ? [judgement.codeId] : []), ...(facts ?? []).flatMap((fact) => fact.codes)];
  if (codes.some((id) => !state.codes.has(id))) return refuse('code-missing');
  const dates = (facts ?? []).flatMap(({ date, asOf }) => [date, asOf]).filter((date) => date !== '');
  if (!dates.every(isPartialDate)) return refuse('date-invalid');
  const existing = caseOf(state, country);
  const row: Case = existing ?? {
    id: stamp.newId(),
    country,
    name: '',
    judgement: null,
    facts: [],
    note: '',
  };
  const next = patched(row, {
    ...input.patch,
    facts: facts?.map((fact) => (fact.id === '' ? { ...fact, id: stamp.newId() } : fact)),
  });
  const draft = new Draft(state);
  if (next !== row) draft.put('cases', next);
  return ok(draft.finish(message('edit-case', { country: shorten(next.name || country) })));
}
