import { stableGuid } from '../../../model/guid';
import type { VariableId } from '../../../model/ids';
import {
  documentTypes,
  type DocumentType,
  type Source,
  type Variable,
  type VariableType,
  type VariableValue,
} from '../../../model/source';
import { normaliseCountry } from '../../../sources/country';
import { isPartialDate, parsePartialDate } from '../../../sources/date';
import { isWebAddress } from '../../../sources/edit-sources';
import { isValueOf } from '../../../sources/variable';
import { fold } from '../../../text/fold';
import { canonicalLanguage } from '../../../text/segmenters';
import { fieldGuid, type SourceField } from '../from/variables';
import type { Guid, RefiValue, RefiVariable, RefiVariableType } from '../model';
import { englishWords } from '../words';
import type { Notices } from './notices';

/** What a source says of itself in fields that every source of Parallax has. */
export type SourceFields = {
  -readonly [
    field in 'country' | 'date' | 'documentType' | 'actor' | 'outlet' | 'url' | 'language'
  ]?: Source[field];
};

/** The values of one source, sorted into its own fields and the researcher's variables. */
export interface SortedValues {
  readonly fields: SourceFields;
  readonly variables: { readonly [variable: VariableId]: VariableValue };
}

const fieldNames: readonly SourceField[] = [
  'country',
  'date',
  'partialDate',
  'documentType',
  'actor',
  'outlet',
  'url',
  'language',
];

const types: { readonly [type in RefiVariableType]: VariableType } = {
  Text: 'text',
  Boolean: 'boolean',
  Integer: 'integer',
  Float: 'float',
  Date: 'date',
  DateTime: 'date',
};

/** The variables of a file. One that is named as a field of sources fills the field where its value fits. */
export class Variables {
  readonly #declared = new Map<Guid, Variable>();
  readonly #fields = new Map<Guid, SourceField>();
  /** Variables of partial dates, to the date variables that they complete. */
  readonly #partial = new Map<Guid, Guid>();
  readonly #used = new Set<Guid>();
  readonly #notices: Notices;

  constructor(variables: readonly RefiVariable[], notices: Notices) {
    this.#notices = notices;
    const own = new Map(fieldNames.map((field) => [fieldGuid(field), field]));
    const named = new Map(fieldNames.map((field) => [fold(englishWords[field]), field]));
    // A file of ours says by GUID which they are; a variable of the same name is the researcher's own there.
    const isOurs = variables.some(({ guid }) => own.has(guid));
    for (const variable of variables) {
      const field = isOurs ? own.get(variable.guid) : named.get(fold(variable.name.trim()));
      if (field) this.#fields.set(variable.guid, field);
      this.#declare(variable);
    }
    for (const { guid } of variables) this.#partial.set(stableGuid(guid, 'partial'), guid);
  }

  /** In: values of a source. Out: the same in their places; what fits nowhere is counted as lost. */
  sort(values: readonly RefiValue[]): SortedValues {
    const fields: SourceFields = {};
    const variables: Record<VariableId, VariableValue> = {};
    for (const { variable: guid, value } of values) {
      if (value === null || value === '') continue;
      const field = this.#fields.get(guid);
      if (field && fill(fields, field, String(value))) continue;
      const variable = this.#declared.get(this.#partial.get(guid) ?? guid);
      const fitting = variable && fitValue(variable.type, value);
      if (!variable) this.#notices.lost('values-without-variable');
      else if (fitting === undefined) this.#notices.lost('values');
      else {
        variables[variable.id] = fitting;
        this.#used.add(variable.id);
      }
    }
    return { fields, variables };
  }

  /** In: a variable. Out: its name; '' when the file does not declare it. */
  nameOf(guid: Guid): string {
    return this.#declared.get(guid)?.name ?? '';
  }

  /** Makes one more text variable, unless it is there. Out: its id. */
  add(name: string): VariableId {
    const id = stableGuid('refi', 'variable', name);
    this.#declare({ guid: id, name, type: 'Text', description: '' });
    this.#used.add(id);
    return id;
  }

  /** The variables to keep: all but those whose every value is in a field, or is a fact of a case. */
  rows(caseOnly: ReadonlySet<Guid>): readonly Variable[] {
    return [...this.#declared.values()].filter(
      ({ id }) => this.#used.has(id) || !(this.#fields.has(id) || this.#partial.has(id) || caseOnly.has(id)),
    );
  }

  #declare({ guid, name, type, description }: RefiVariable): void {
    if (this.#declared.has(guid)) return;
    const taken = new Set([...this.#declared.values()].map((variable) => fold(variable.name)));
    const base = name.replace(/\s+/g, ' ').trim() || guid;
    let unique = base;
    for (let number = 2; taken.has(fold(unique)); number++) unique = `${base} ${number}`;
    this.#declared.set(guid, { id: guid, name: unique, type: types[type], description });
  }
}

/** Out: whether the value fits the field; then it is in it. */
function fill(fields: SourceFields, field: SourceField, value: string): boolean {
  const text = value.replace(/\s+/g, ' ').trim();
  switch (field) {
    case 'country':
      fields.country = normaliseCountry(text);
      return true;
    case 'date':
    case 'partialDate': {
      const date = parsePartialDate(text);
      if (date !== undefined) fields.date = date;
      return date !== undefined;
    }
    case 'documentType': {
      const type = documentTypes.find((known): known is DocumentType => known === text);
      if (type) fields.documentType = type;
      return type !== undefined;
    }
    case 'url':
      if (isWebAddress(text)) fields.url = text;
      return isWebAddress(text);
    case 'language': {
      const language = canonicalLanguage(text);
      if (language !== undefined) fields.language = language;
      return language !== undefined;
    }
    default:
      fields[field] = text;
      return true;
  }
}

function fitValue(type: VariableType, value: string | number | boolean): VariableValue | undefined {
  if (type === 'text') return String(value);
  if (type === 'date') {
    const written = String(value).trim();
    const day = written.slice(0, 10);
    return isPartialDate(day) ? day : parsePartialDate(written);
  }
  const fitting = type === 'integer' && typeof value === 'number' ? Math.round(value) : value;
  return isValueOf(type, fitting) ? fitting : undefined;
}
