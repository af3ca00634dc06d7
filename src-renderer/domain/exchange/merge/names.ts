import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState, TableName, TableRows } from '../../model/project';
import { shorten } from '../../text/graphemes';

/**
 * What a person calls a row.
 * In: the state that it stands in, its table, the row, the language of labels. Out: a title, label, name or
 * beginning of its words; its id where it has none of them.
 */
export function rowName<T extends TableName>(
  state: ProjectState,
  table: T,
  row: TableRows[T],
  language: LabelLanguage,
): string {
  const title = (id: string) => state.sources.get(id)?.title ?? id;
  if ('quote' in row) return shorten(row.quote);
  if ('labels' in row) return labelIn(row.labels, language) || row.key || row.id;
  if ('considered' in row || 'finished' in row) return title(row.sourceId);
  if ('title' in row) return row.title || ('plainText' in row ? shorten(row.plainText) : '') || row.id;
  if (table === 'cases' && 'country' in row && 'name' in row) return row.name || row.country;
  if ('name' in row) return row.name || row.id;
  return 'at' in row ? row.at : '';
}

/**
 * A value of a field in words.
 * In: the state that its ids belong to, the field, the value. Out: names for ids; lists with commas; what is
 * deeper as it stands.
 */
export function valueText(
  state: ProjectState,
  field: string,
  value: unknown,
  language: LabelLanguage,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return idName(state, value, language) ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((each) => valueText(state, field, each, language)).join(', ');
  if (typeof value !== 'object') return '';
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, each]) => {
      const text = valueText(state, name, each, language);
      return text && `${idName(state, name, language) ?? name}: ${text}`;
    })
    .filter(Boolean)
    .join('; ');
}

const named = ['codes', 'families', 'coders', 'variables', 'sources', 'segments'] as const;

function idName(state: ProjectState, id: string, language: LabelLanguage): string | undefined {
  for (const table of named) {
    const row = state[table].get(id);
    if (row) return rowName(state, table, row, language);
  }
  return undefined;
}
