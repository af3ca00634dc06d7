import { stableGuid } from '../../../model/guid';
import type { Case, DatedFact } from '../../../model/case';
import type { ProjectState } from '../../../model/project';
import type { Source, Variable } from '../../../model/source';
import { fold } from '../../../text/fold';
import { xmlLine } from '../../xml';
import type { Guid, RefiValue, RefiVariable, RefiVariableType } from '../model';
import type { RefiWords } from '../words';

/** What every source has, as variables: programs know no such fields of a source. */
const fields = [
  { key: 'country', type: 'Text', of: (source: Source) => source.country },
  { key: 'date', type: 'Date', of: (source: Source) => (isWholeDate(source.date) ? source.date : '') },
  { key: 'partialDate', type: 'Text', of: (source: Source) => (isWholeDate(source.date) ? '' : source.date) },
  { key: 'documentType', type: 'Text', of: (source: Source) => source.documentType },
  { key: 'actor', type: 'Text', of: (source: Source) => source.actor },
  { key: 'outlet', type: 'Text', of: (source: Source) => source.outlet },
  { key: 'url', type: 'Text', of: (source: Source) => source.url },
  { key: 'language', type: 'Text', of: (source: Source) => source.language },
] as const;

export type SourceField = (typeof fields)[number]['key'];

/** In: a field of a source. Out: the GUID of its variable, the same in every project: it can be known by it. */
export const fieldGuid = (field: SourceField): Guid => stableGuid('parallax', 'source-field', field);

/** In: the key of a fact about cases. Out: the GUID of its variable, the same in every project. */
export const factGuid = (key: string): Guid => stableGuid('parallax', 'case-fact', key);

/** In: a date variable's id. Out: the GUID of the variable for dates of which only a part is known. */
const partialGuid = (id: Guid): Guid => stableGuid(id, 'partial');

const isWholeDate = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

/** In: a source. Out: its own fields and the values of the researcher's variables. */
export function sourceValues(state: ProjectState, source: Source): readonly RefiValue[] {
  const own = fields
    .map((field): RefiValue => ({
      variable: fieldGuid(field.key),
      type: field.type,
      value: field.of(source),
    }))
    .filter(({ value }) => value !== '');
  const added = [...state.variables.values()].flatMap((variable): readonly RefiValue[] => {
    const value = source.variables[variable.id];
    return value === undefined ? [] : [refiValue(variable, value)];
  });
  return [...own, ...added];
}

function refiValue({ id, type }: Variable, value: string | number | boolean): RefiValue {
  if (type === 'date' && !isWholeDate(String(value)))
    return { variable: partialGuid(id), type: 'Text', value: String(value) };
  return { variable: id, type: typeNames[type], value };
}

const typeNames = {
  text: 'Text',
  boolean: 'Boolean',
  integer: 'Integer',
  float: 'Float',
  date: 'Date',
} as const satisfies { readonly [type in Variable['type']]: RefiVariableType };

/** In: a case. Out: a value for each key of its facts; several facts of one key stand in one value. */
export function caseValues(row: Case): readonly RefiValue[] {
  const byKey = new Map<string, DatedFact[]>();
  for (const fact of row.facts) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
  return [...byKey].map(([key, facts]) => ({
    variable: factGuid(key),
    type: 'Text',
    value: facts.map(({ value, date }) => (date ? `${value} (${date})` : value)).join('; '),
  }));
}

/**
 * In: the project, the values that are written, the names of the source's fields. Out: the variables that
 * have a value, and all the researcher's own; names are unique.
 */
export function variablesOf(
  state: ProjectState,
  used: ReadonlySet<Guid>,
  words: RefiWords,
): readonly RefiVariable[] {
  const taken = new Set<string>();
  const unique = (name: string): string => {
    let candidate = name;
    for (let number = 2; taken.has(fold(candidate)); number++) candidate = `${name} ${number}`;
    taken.add(fold(candidate));
    return candidate;
  };
  const variables: RefiVariable[] = [];
  const put = (guid: Guid, name: string, type: RefiVariableType, description = ''): void => {
    variables.push({ guid, name: unique(xmlLine(name) || guid), type, description });
  };
  // The researcher's own come first, so that they keep their names.
  for (const { id, name, type, description } of state.variables.values()) {
    put(id, name, typeNames[type], description);
    if (used.has(partialGuid(id)))
      put(partialGuid(id), `${name} (${words.partialDate})`, 'Text', description);
  }
  for (const { key, type } of fields) if (used.has(fieldGuid(key))) put(fieldGuid(key), words[key], type);
  for (const [key, label] of factLabels(state)) put(factGuid(key), label || key, 'Text');
  return variables;
}

/** Labels of facts by key, each as it is first met. */
function factLabels(state: ProjectState): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { facts } of state.cases.values())
    for (const { key, label } of facts) if (!labels.get(key)) labels.set(key, label);
  return labels;
}
