import { codesInOrder, codesOfFamily } from '../../codebook/tree';
import type { Code, CodeFamily } from '../../model/codebook';
import type { FamilyId } from '../../model/ids';
import { labelIn, labelLanguages, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { Cell, Table } from '../tables/csv';
import { codeUsage } from './usage';
import { wordsIn } from './word-list';

/** What of the codebook a table has; all of it when absent. */
export interface CodebookTableOptions {
  readonly families?: readonly FamilyId[];
  readonly languages?: readonly LabelLanguage[];
  readonly examples?: boolean;
  readonly counts?: boolean;
}

/** One column: its name, and what it says of a code and its family; of a family alone where there is no code. */
type Column = readonly [
  name: string,
  cell: (family: CodeFamily | undefined, code: Code | undefined) => Cell | undefined,
];

/** The part of a column's name that stands for a language: `zh_hans`. */
export const languageColumn = (language: LabelLanguage): string => language.toLowerCase().replace('-', '_');

/**
 * The codebook as a table, one row per code, in codebook order, families not in use included; a family
 * without codes has a row of its own without `code_id`. `readCodebookRows` gives the same codebook back.
 * In: the project, the language for the names of families and parents, and what is wanted of the codebook.
 * Out: the table; `segments` and `sources` count what carries the code itself, `segments_with_below` also
 * what carries a code below it. Examples are ids of segments, and their words for people. Lists of words
 * are parted by semicolons.
 */
export function codebookTable(
  state: ProjectState,
  language: LabelLanguage,
  options: CodebookTableOptions = {},
): Table {
  const columns = columnsOf(state, language, options);
  const wanted = (id: FamilyId) => options.families?.includes(id) ?? true;
  const codes = codesInOrder(state).filter(({ familyId }) => wanted(familyId));
  const bare = [...state.families.values()]
    .filter(({ id }) => wanted(id) && codesOfFamily(state, id).length === 0)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const row = (family: CodeFamily | undefined, code?: Code): readonly Cell[] =>
    columns.map(([, cell]) => cell(family, code) ?? null);
  return {
    columns: columns.map(([name]) => name),
    rows: [
      ...codes.map((code) => row(state.families.get(code.familyId), code)),
      ...bare.map((family) => row(family)),
    ],
  };
}

function columnsOf(
  state: ProjectState,
  language: LabelLanguage,
  { languages = labelLanguages, examples = true, counts = true }: CodebookTableOptions,
): readonly Column[] {
  const parent = (code: Code | undefined) => (code?.parentId ? state.codes.get(code.parentId) : undefined);
  const quotes = (code: Code) => code.examples.map((id) => state.segments.get(id)?.quote ?? '');
  return [
    ['code_id', (_, code) => code?.id],
    ['key', (_, code) => code?.key],
    ['family', (family) => labelIn(family?.labels ?? {}, language)],
    ['family_key', (family) => family?.key],
    ['family_in_use', (family) => family?.enabled],
    ['parent', (_, code) => labelIn(parent(code)?.labels ?? {}, language)],
    ['parent_id', (_, code) => parent(code)?.id],
    ...each(languages, 'label', (l) => (_, code) => code && (code.labels[l] ?? '')),
    ['definition', (_, code) => code?.definition],
    ['include', (_, code) => code?.include],
    ['exclude', (_, code) => code?.exclude],
    ['response', (_, code) => code?.response],
    ['color', (_, code) => code?.color],
    ['symbol', (_, code) => code?.symbol],
    ['pattern', (_, code) => code?.pattern],
    ['shortcut', (_, code) => code?.shortcut],
    ['codable', (_, code) => code?.codable],
    ['order', (_, code) => code?.order],
    ...each(languages, 'indicators', (l) => (_, code) => code && wordsIn(code.indicators[l] ?? [])),
    ['family_id', (family) => family?.id],
    ['family_core', (family) => family?.core],
    ['family_order', (family) => family?.order],
    ...each(languages, 'family_label', (l) => (family) => family?.labels[l]),
    ...(examples ? exampleColumns(quotes) : []),
    ...(counts ? countColumns(state) : []),
  ];
}

const each = (
  languages: readonly LabelLanguage[],
  name: string,
  cell: (language: LabelLanguage) => Column[1],
): readonly Column[] => languages.map((language) => [`${name}_${languageColumn(language)}`, cell(language)]);

const exampleColumns = (quotes: (code: Code) => readonly string[]): readonly Column[] => [
  ['examples', (_, code) => code && wordsIn(code.examples)],
  ['example_quotes', (_, code) => code && wordsIn(quotes(code))],
];

function countColumns(state: ProjectState): readonly Column[] {
  const use = codeUsage(state);
  return [
    ['segments', (_, code) => code && use.get(code.id)?.segments],
    ['segments_with_below', (_, code) => code && use.get(code.id)?.withBelow],
    ['sources', (_, code) => code && use.get(code.id)?.sources],
  ];
}
