import { fail, ok, type Result } from '../model/result';
import { stances } from '../model/segment';
import { documentTypes, variableTypes } from '../model/source';
import type {
  CaseSheet,
  CodingSheet,
  DocumentSheet,
  FactSheet,
  MemoSheet,
  MemoSubject,
  ProjectSheet,
  SampleSheets,
} from './sheet';

const FORMAT = 'parallax-sample/1';
const REFERENCE = 'As cited in Nakamura (2019)';

/** Where a sheet is not what it should be, such as `japan/plan-2009.md.codings[3].tags`. */
export interface SheetFault {
  readonly kind: 'malformed';
  readonly path: string;
}

/** Thrown by the readers below and turned into a `SheetFault`; never leaves this module. */
class Fault extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`malformed sample at ${path}`);
    this.path = path;
  }
}

/**
 * Reads the sample as it ships.
 * In: parsed JSON and texts, unchecked. Out: the sheets, with what may be left out filled in. Fails with
 * the place of the first fault.
 */
export function readSheets(json: unknown): Result<SampleSheets, SheetFault> {
  try {
    const all = new Fields(json, '$');
    return ok({
      project: readProject(all.fields('project')),
      cases: all.list('cases', readCase),
      documents: all.list('documents', (file) => {
        const path = file.text('path');
        return { path, text: file.text('text'), sheet: readDocument(file.fields('sheet', path)) };
      }),
    });
  } catch (error) {
    if (error instanceof Fault) return fail({ kind: 'malformed', path: error.path });
    throw error;
  }
}

function readProject(row: Fields): ProjectSheet {
  row.oneOf('format', [FORMAT]);
  return {
    name: row.text('name'),
    importedAt: row.text('importedAt'),
    families: row.texts('families'),
    coders: row.list('coders', (coder) => ({
      key: coder.text('key'),
      name: coder.text('name'),
      initials: coder.text('initials'),
      color: coder.text('color'),
      codedAt: coder.text('codedAt'),
    })),
    variables: row.list('variables', (variable) => ({
      key: variable.text('key'),
      name: variable.text('name'),
      type: variable.oneOf('type', variableTypes),
      description: variable.text('description'),
    })),
    memos: row.list('memos', (memo) => ({ ...readMemo(memo), on: readSubject(memo) })),
  };
}

function readSubject(memo: Fields): MemoSubject {
  const on = memo.optional('on');
  if (!on) return null;
  return on.has('code') ? { code: on.text('code') } : { case: on.text('case') };
}

const readMemo = (row: Fields): MemoSheet => ({ title: row.text('title'), text: row.text('text') });

function readCase(row: Fields): CaseSheet {
  const judgement = row.optional('judgement');
  return {
    country: row.text('country'),
    name: row.text('name'),
    judgement: judgement && { code: judgement.text('code'), reasons: judgement.text('reasons') },
    note: row.text('note'),
    facts: row.list('facts', readFact),
  };
}

function readFact(row: Fields): FactSheet {
  return {
    key: row.text('key'),
    label: row.text('label'),
    value: row.text('value'),
    date: row.text('date', ''),
    asOf: row.text('asOf', ''),
    reference: row.text('reference', REFERENCE),
    codes: row.words('codes'),
  };
}

function readDocument(row: Fields): DocumentSheet {
  const memo = row.optional('memo');
  return {
    title: row.text('title'),
    country: row.text('country'),
    date: row.text('date'),
    language: row.text('language'),
    documentType: row.oneOf('documentType', documentTypes),
    actor: row.text('actor'),
    outlet: row.text('outlet'),
    variables: row.fields('variables').allTexts(),
    memo: memo && readMemo(memo),
    codings: row.list('codings', readCoding),
  };
}

function readCoding(row: Fields): CodingSheet {
  const memo = row.optional('memo');
  return {
    coder: row.text('coder'),
    tags: row.words('tags'),
    quote: row.text('quote'),
    certainty: row.oneOf('certainty', ['certain', 'unsure'] as const, 'certain'),
    stance: row.oneOf('stance', stances, 'asserts'),
    memo: memo && readMemo(memo),
    exampleOf: row.words('exampleOf'),
  };
}

/** The fields of one JSON object, read with the place they stand at. */
class Fields {
  readonly #row: { readonly [name: string]: unknown };
  readonly #path: string;

  constructor(json: unknown, path: string) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Fault(path);
    this.#row = json as { readonly [name: string]: unknown };
    this.#path = path;
  }

  has(name: string): boolean {
    return this.#row[name] !== undefined && this.#row[name] !== null;
  }

  /** An object; `path` renames the place for what stands inside. */
  fields(name: string, path = this.#at(name)): Fields {
    return new Fields(this.#row[name], path);
  }

  optional(name: string): Fields | null {
    return this.has(name) ? this.fields(name) : null;
  }

  text(name: string, absent?: string): string {
    const value = this.#row[name] ?? absent;
    if (typeof value !== 'string') throw new Fault(this.#at(name));
    return value;
  }

  /** Words with spaces between them; none when the field is absent. */
  words(name: string): readonly string[] {
    return this.text(name, '').split(' ').filter(Boolean);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], absent?: T): T {
    const found = allowed.find((value) => value === (this.#row[name] ?? absent));
    if (found === undefined) throw new Fault(this.#at(name));
    return found;
  }

  list<T>(name: string, read: (row: Fields) => T): readonly T[] {
    return this.#array(name).map((row, i) => read(new Fields(row, `${this.#at(name)}[${i}]`)));
  }

  texts(name: string): readonly string[] {
    return this.#array(name).map((value, i) => {
      if (typeof value !== 'string') throw new Fault(`${this.#at(name)}[${i}]`);
      return value;
    });
  }

  /** Every field, all of them text. */
  allTexts(): { readonly [name: string]: string } {
    return Object.fromEntries(Object.keys(this.#row).map((name) => [name, this.text(name)]));
  }

  #array(name: string): readonly unknown[] {
    const value = this.#row[name];
    if (!Array.isArray(value)) throw new Fault(this.#at(name));
    return value;
  }

  #at(name: string): string {
    return this.#path === '$' ? name : `${this.#path}.${name}`;
  }
}
