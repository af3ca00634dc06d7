import { basename } from 'node:path';
import { applyChanges } from '../../../src-renderer/domain/history/state';
import type { VariableId } from '../../../src-renderer/domain/model/ids';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import type { VariableType, VariableValue } from '../../../src-renderer/domain/model/source';
import { isPartialDate } from '../../../src-renderer/domain/sources/date';
import { editSources } from '../../../src-renderer/domain/sources/edit-sources';
import { addVariable } from '../../../src-renderer/domain/sources/variable';
import { Failed } from '../failure';
import { say } from '../text';
import type { Metadata } from './metadata';
import { stamp } from './stamp';

interface Column {
  readonly variableId: VariableId;
  readonly type: VariableType;
}

/**
 * Describes sources as a table of metadata says.
 * In: the project, the path that each source came from, the table. Out: the project so described. Says
 * which documents the table does not name and which of it are not there.
 */
export function described(
  state: ProjectState,
  pathOf: ReadonlyMap<string, string>,
  metadata: Metadata,
  note: (text: string) => void,
): ProjectState {
  const columns = new Map<string, Column>();
  let next = addColumns(state, metadata, columns);
  const used = new Set<string>();
  for (const [sourceId, path] of pathOf) {
    const name = [path, basename(path)].find((each) => metadata.rows.has(each));
    const row = metadata.rows.get(name ?? '');
    if (name === undefined || !row) {
      note(say('note.not-described', { file: metadata.path, document: path }));
      continue;
    }
    used.add(name);
    const variables: Record<VariableId, VariableValue> = {};
    for (const [column, text] of Object.entries(row.values)) {
      const found = columns.get(column);
      if (found) variables[found.variableId] = valueOf(text, found.type);
    }
    const edited = editSources(next, { sourceIds: [sourceId], patch: { ...row.fields, variables } }, stamp);
    if (!edited.ok) throw faulty(metadata, `${name}: ${edited.error.kind}`);
    next = applyChanges(next, edited.value.changes);
  }
  for (const name of metadata.rows.keys())
    if (!used.has(name)) note(say('note.not-imported', { file: metadata.path, document: name }));
  return next;
}

const faulty = (metadata: Metadata, detail: string) =>
  new Failed(say('failure.metadata', { file: metadata.path, detail }));

function addColumns(state: ProjectState, metadata: Metadata, columns: Map<string, Column>): ProjectState {
  let next = state;
  for (const name of metadata.variables) {
    const texts = [...metadata.rows.values()].flatMap(({ values }) => values[name] ?? []);
    const type = typeOf(texts);
    const added = addVariable(next, { name, type }, stamp);
    if (!added.ok) throw faulty(metadata, `${name}: ${added.error.kind}`);
    const [change] = added.value.changes;
    if (change) columns.set(name, { variableId: change.id, type });
    next = applyChanges(next, added.value.changes);
  }
  return next;
}

/** The narrowest type that holds all values; a number with a leading zero is a name. */
function typeOf(texts: readonly string[]): VariableType {
  const all = (test: (text: string) => boolean) => texts.length > 0 && texts.every(test);
  if (all((text) => /^(true|false)$/i.test(text))) return 'boolean';
  if (all((text) => /^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)))) return 'integer';
  if (all((text) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text))) return 'float';
  if (all((text) => text.includes('-') && isPartialDate(text))) return 'date';
  return 'text';
}

function valueOf(text: string, type: VariableType): VariableValue {
  switch (type) {
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'integer':
    case 'float':
      return Number(text);
    default:
      return text;
  }
}
