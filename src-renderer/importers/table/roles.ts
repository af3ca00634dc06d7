import type { ColumnRole, ImportChoices, TableColumn } from '../../domain/model/import';
import { isCountryCode } from '../../domain/sources/country-codes';
import { normaliseCountry } from '../../domain/sources/country';
import { dateIn } from '../dates';
import type { Grid } from './grid';
import { roleCalled } from './role-names';

const SAMPLE_ROWS = 200;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 120;
/** So many of the values must be what the column is taken for. */
const MOST = 0.8;
/** Shorter texts are names, answers or keywords. An East Asian character says as much as two letters. */
const SHORTEST_TEXT = 80;
const EAST_ASIAN = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/g;

export interface RoledColumns {
  readonly columns: readonly TableColumn[];
  /** Whether a column is named as one of texts, or holds what is as long as texts are. */
  readonly hasText: boolean;
}

interface ColumnFacts {
  readonly name: string;
  readonly values: readonly string[];
  /** Of a value, in letters. */
  readonly meanLength: number;
}

/**
 * Tells what each column holds: as the person says, else by its name, else by what stands in it.
 * In: grids of one file, and what the person says. Out: the columns of all in the order they come; each
 * role but 'field' and 'leave-out' is guessed once. Where nothing looks like text, the longest column is.
 */
export function rolesOf(grids: readonly Grid[], chosen: ImportChoices['columns'] = {}): RoledColumns {
  const facts = factsOf(grids);
  const roles = new Map<string, ColumnRole>(
    facts.flatMap(({ name }) => {
      const role = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
      return role === undefined ? [] : [[name, role] as const];
    }),
  );
  const isFree = (role: ColumnRole) => ![...roles.values()].includes(role);
  const give = (role: ColumnRole, fits: (column: ColumnFacts) => boolean) => {
    const found = isFree(role) && facts.find((column) => !roles.has(column.name) && fits(column));
    if (found) roles.set(found.name, role);
  };

  give('text', (column) => roleCalled(column.name) === 'text' && isProse(column));
  for (const { name } of facts) {
    const role = roleCalled(name);
    if (role && role !== 'text' && !roles.has(name) && isFree(role)) roles.set(name, role);
  }
  give('url', ({ values }) => mostly(values, (value) => /^https?:\/\/\S+$/i.test(value.trim())));
  give('date', ({ values }) => mostly(values, isDate));
  give('country', ({ values }) => mostly(values, (value) => isCountryCode(normaliseCountry(value))));
  const byLength = facts.toSorted((a, b) => b.meanLength - a.meanLength);
  const longest = byLength.find(({ name }) => !roles.has(name));
  const hasText = !isFree('text') || (longest !== undefined && isLong(longest));
  if (longest && isFree('text')) roles.set(longest.name, 'text');
  return {
    columns: facts.map(({ name, values }) => ({
      name,
      role: roles.get(name) ?? 'field',
      examples: values
        .slice(0, EXAMPLES)
        .map((value) => value.replace(/\s+/g, ' ').slice(0, LONGEST_EXAMPLE)),
    })),
    hasText,
  };
}

function factsOf(grids: readonly Grid[]): ColumnFacts[] {
  const values = new Map<string, string[]>();
  for (const { columns, rows } of grids) {
    columns.forEach((name, i) => {
      const some = rows
        .slice(0, SAMPLE_ROWS)
        .flatMap(({ cells }) => ((cells[i] ?? '').trim() ? [cells[i] ?? ''] : []));
      values.set(name, [...(values.get(name) ?? []), ...some]);
    });
  }
  return [...values].map(([name, some]) => ({
    name,
    values: some,
    meanLength: some.reduce((sum, value) => sum + lettersIn(value), 0) / Math.max(1, some.length),
  }));
}

const lettersIn = (text: string): number => text.length + (text.match(EAST_ASIAN)?.length ?? 0);
const isLong = ({ meanLength }: ColumnFacts): boolean => meanLength >= SHORTEST_TEXT;
/** A column called text that holds numbers is about texts. */
const isProse = ({ values, meanLength }: ColumnFacts): boolean =>
  meanLength >= 8 || !mostly(values, (value) => /^[\d\s.,-]+$/.test(value));
const isDate = (value: string): boolean =>
  value.length < 40 && !/^\d{1,4}$/.test(value) && dateIn(value) !== '';
const mostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length >= MOST * values.length;
