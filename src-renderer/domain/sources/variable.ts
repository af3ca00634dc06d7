import { Draft } from '../history/draft';
import { patched } from '../history/patch';
import type { ChangeDraft } from '../model/change';
import type { Stamp, VariableId } from '../model/ids';
import { message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Variable, VariableType, VariableValue } from '../model/source';
import { fold } from '../text/fold';
import { exceedsGraphemes, shorten } from '../text/graphemes';
import { isBlank } from '../text/range';
import { isPartialDate } from './date';

/** The longest name of a variable, in grapheme clusters. */
export const VARIABLE_NAME_LIMIT = 200;

export type VariableFailure = 'name-empty' | 'name-too-long' | 'name-duplicate';

/** Whether a value is one of a type. Dates are partial dates; integers are safe integers. */
export function isValueOf(type: VariableType, value: VariableValue): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'float':
      return Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && isPartialDate(value);
  }
}

/**
 * Makes a variable.
 * In: the project, name, type and description, the stamp. Out: the draft. Refuses a name that is empty,
 * has more than 200 graphemes, or is that of another variable whatever its case and width.
 */
export function addVariable(
  state: ProjectState,
  input: { readonly name: string; readonly type: VariableType; readonly description?: string },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<VariableFailure>> {
  const name = checkName(state, input.name);
  if (!name.ok) return name;
  const draft = new Draft(state);
  draft.put('variables', {
    id: stamp.newId(),
    name: name.value,
    type: input.type,
    description: input.description ?? '',
  });
  return ok(draft.finish(message('add-variable', { variable: shorten(name.value) })));
}

/**
 * Changes name, description or type of a variable.
 * In: the project, the variable and the fields to change. Out: the draft, without changes when all stays.
 * Refuses a variable that is not there, what `addVariable` refuses, and another type while a source has
 * a value that is none of that type.
 */
export function editVariable(
  state: ProjectState,
  input: {
    readonly variableId: VariableId;
    readonly patch: Partial<Pick<Variable, 'name' | 'type' | 'description'>>;
  },
): Result<ChangeDraft, Refusal<VariableFailure | 'variable-missing' | 'variable-in-use'>> {
  const variable = state.variables.get(input.variableId);
  if (!variable) return refuse('variable-missing');
  const name = checkName(state, input.patch.name ?? variable.name, variable.id);
  if (!name.ok) return name;
  const { type } = input.patch;
  if (type !== undefined && type !== variable.type) {
    const count = [...state.sources.values()].filter(({ variables }) => {
      const value = variables[variable.id];
      return value !== undefined && !isValueOf(type, value);
    }).length;
    if (count > 0) return refuse('variable-in-use', { count });
  }
  const draft = new Draft(state);
  draft.put('variables', patched(variable, { ...input.patch, name: name.value }));
  return ok(draft.finish(message('edit-variable', { variable: shorten(name.value) })));
}

/**
 * Removes a variable with its values on all sources.
 * In: the project, the variable, the stamp. Out: the draft. Refuses a variable that is not there.
 */
export function removeVariable(
  state: ProjectState,
  variableId: VariableId,
  stamp: Stamp,
): Result<ChangeDraft, Refusal<'variable-missing'>> {
  const variable = state.variables.get(variableId);
  if (!variable) return refuse('variable-missing');
  const draft = new Draft(state);
  draft.remove('variables', variableId);
  for (const source of state.sources.values()) {
    if (!(variableId in source.variables)) continue;
    const variables = { ...source.variables };
    delete variables[variableId];
    draft.put('sources', { ...source, variables, modifiedAt: stamp.now() });
  }
  return ok(draft.finish(message('remove-variable', { variable: shorten(variable.name) })));
}

function checkName(
  state: ProjectState,
  typed: string,
  variableId?: VariableId,
): Result<string, Refusal<VariableFailure>> {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (isBlank(name)) return refuse('name-empty');
  if (exceedsGraphemes(name, VARIABLE_NAME_LIMIT))
    return refuse('name-too-long', { limit: VARIABLE_NAME_LIMIT });
  for (const other of state.variables.values()) {
    if (other.id !== variableId && fold(other.name) === fold(name)) {
      return refuse('name-duplicate', { name: shorten(name) });
    }
  }
  return ok(name);
}
