import { stableGuid } from '../../../model/guid';
import type { Case, DatedFact } from '../../../model/case';
import type { Guid } from '../model';
import { labelIn } from '../../../model/language';
import type { ProjectState } from '../../../model/project';
import type { Source } from '../../../model/source';
import { xmlLine } from '../../xml';
import type { RefiCase } from '../model';
import type { MemoIndex } from './memos';
import type { RefiOptions } from './options';
import { caseValues, fieldGuid } from './variables';

/**
 * In: the project, its memos, how it is written. Out: a case for each country that has a case row or a
 * source, with its sources, its facts as values, and the researcher's judgement as a code.
 */
export function casesOf(state: ProjectState, memos: MemoIndex, options: RefiOptions): readonly RefiCase[] {
  const sources = sourcesByCountry(state);
  const rows = [...state.cases.values()];
  const known = new Set(rows.map(({ country }) => country));
  const others = [...sources.keys()].filter((country) => !known.has(country));
  return [
    ...rows.map((row) => refiCase(state, row, sources.get(row.country) ?? [], memos, options)),
    ...others.map((country) => ({
      guid: stableGuid(projectId(state), 'case', country),
      name: regionName(country, options),
      description: '',
      codes: [],
      values: [countryValue(country)],
      sources: idsOf(sources.get(country) ?? []),
      selections: [],
    })),
  ];
}

const projectId = (state: ProjectState): string => [...state.project.keys()][0] ?? '';
const idsOf = (sources: readonly Source[]): readonly Guid[] => sources.map(({ id }) => id);
const countryValue = (country: string) =>
  ({ variable: fieldGuid('country'), type: 'Text', value: country }) as const;

function sourcesByCountry(state: ProjectState): ReadonlyMap<string, readonly Source[]> {
  const byCountry = new Map<string, Source[]>();
  for (const source of state.sources.values()) {
    if (source.country === '') continue;
    const list = byCountry.get(source.country);
    if (list) list.push(source);
    else byCountry.set(source.country, [source]);
  }
  return byCountry;
}

/** The name of a country by its code; a region is its own name. */
function regionName(country: string, { language }: RefiOptions): string {
  if (!/^[A-Z]{2}$/.test(country)) return xmlLine(country);
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country;
}

function refiCase(
  state: ProjectState,
  row: Case,
  sources: readonly Source[],
  memos: MemoIndex,
  options: RefiOptions,
): RefiCase {
  const judgement = row.judgement && state.codes.get(row.judgement.codeId);
  return {
    guid: row.id,
    name: xmlLine(row.name) || regionName(row.country, options),
    description: description(state, row, memos, options),
    codes: judgement ? [judgement.id] : [],
    values: [countryValue(row.country), ...caseValues(row)],
    sources: idsOf(sources),
    selections: [],
  };
}

/** What has no place of its own in a case: note, judgement with its reasons, references of facts, memos. */
function description(
  state: ProjectState,
  row: Case,
  memos: MemoIndex,
  { language, words }: RefiOptions,
): string {
  const judged = row.judgement && state.codes.get(row.judgement.codeId);
  const judgement = judged && `${words.judgement}: ${labelIn(judged.labels, language)}`;
  const memo = memos.text('cases', row.id);
  return [
    row.note.trim(),
    judgement && [judgement, row.judgement?.reasons.trim()].filter(Boolean).join('\n'),
    row.facts
      .filter(({ reference, asOf }) => reference || asOf)
      .map(factLine)
      .join('\n'),
    memo && `${words.memo}: ${memo}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function factLine({ label, key, value, date, asOf, reference }: DatedFact): string {
  const dates = [date, asOf && `→ ${asOf}`].filter(Boolean).join(' ');
  return [`${label || key}: ${value}`, dates && `(${dates})`, reference && `[${reference}]`]
    .filter(Boolean)
    .join(' ');
}
