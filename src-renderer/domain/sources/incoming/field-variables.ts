import type { Draft } from '../../history/draft';
import type { Stamp, VariableId } from '../../model/ids';
import type { SourceField } from '../../model/import';
import type { ProjectState } from '../../model/project';
import type { Source, Variable } from '../../model/source';
import { fold } from '../../text/fold';
import { shorten } from '../../text/graphemes';
import { VARIABLE_NAME_LIMIT } from '../variable';

/** The variables that hold what a database calls a document, and who wrote an article. */
export const IDENTIFIER = 'ID';
export const AUTHOR = 'Author';

/** In: fields, and others. Out: the fields without those that have the name of one of the others. */
export function withoutNamed(
  fields: readonly SourceField[],
  others: readonly SourceField[],
): readonly SourceField[] {
  const names = new Set(others.map(({ name }) => fold(name)));
  return fields.filter(({ name }) => !names.has(fold(name)));
}

/**
 * The variables that hold what documents say of themselves: a text variable of the project with the same
 * name whatever its case and width, else a new one. A variable of another type is left to what it is for.
 */
export class FieldVariables {
  readonly #draft: Draft;
  readonly #stamp: Stamp;
  readonly #byName: Map<string, Variable>;

  /** In: the project, the draft that takes new variables, the stamp. */
  constructor(state: ProjectState, draft: Draft, stamp: Stamp) {
    this.#draft = draft;
    this.#stamp = stamp;
    this.#byName = new Map([...state.variables.values()].map((row) => [fold(row.name), row]));
  }

  /**
   * In: the fields of a document. Out: the values of its variables; what comes under one
   * name more than once is joined by `; `, and what is empty is left out.
   */
  valuesOf(fields: readonly SourceField[]): Source['variables'] {
    const values = new Map<VariableId, string>();
    for (const { name, value } of fields) {
      const [title, said] = [name.replace(/\s+/g, ' ').trim(), value.trim()];
      if (title === '' || said === '') continue;
      const { id } = this.#variableFor(title);
      const earlier = values.get(id);
      values.set(id, earlier === undefined ? said : `${earlier}; ${said}`);
    }
    return Object.fromEntries(values);
  }

  #variableFor(wanted: string): Variable {
    for (let n = 1; ; n++) {
      const short = shorten(wanted, VARIABLE_NAME_LIMIT - 5);
      const name = n === 1 ? short : `${short} (${n})`;
      const known = this.#byName.get(fold(name));
      if (known?.type === 'text') return known;
      if (known) continue;
      const row: Variable = { id: this.#stamp.newId(), name, type: 'text', description: '' };
      this.#draft.put('variables', row);
      this.#byName.set(fold(name), row);
      return row;
    }
  }
}
