import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import type { Cell } from './csv';

/** The researcher's own variables as columns of a table. */
export interface VariableColumns {
  readonly names: readonly string[];
  /** Those of them whose values are dates. */
  readonly dates: readonly string[];
  /** The values of a source, one for each column; null where it has none. */
  readonly cells: (source: Source) => readonly Cell[];
}

/**
 * In: the project. Out: a column `variable_<name>` for each variable, by name, then id. The name keeps its
 * script; what is neither letter nor digit becomes `_`; of equal names the later ones get a number.
 */
export function variableColumns(state: ProjectState): VariableColumns {
  const variables = [...state.variables.values()].sort((a, b) =>
    a.name !== b.name ? (a.name < b.name ? -1 : 1) : a.id < b.id ? -1 : 1,
  );
  const taken = new Set<string>();
  const columns = variables.map((variable) => {
    const plain = variable.name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '_');
    const first = `variable_${plain.replace(/^_+|_+$/g, '')}`;
    let name = first;
    for (let number = 2; taken.has(name); number++) name = `${first}_${number}`;
    taken.add(name);
    return { variable, name };
  });
  return {
    names: columns.map(({ name }) => name),
    dates: columns.filter(({ variable }) => variable.type === 'date').map(({ name }) => name),
    cells: (source) => columns.map(({ variable }) => source.variables[variable.id] ?? null),
  };
}
