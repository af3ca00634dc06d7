import codebookResource from '../../../resources/codebook.json';
import { codebookFromResource } from '../../../src-renderer/domain/codebook/default';
import { coderColors, initialsOf } from '../../../src-renderer/domain/coders/coders';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { applyChanges, stateFromRows } from '../../../src-renderer/domain/history/state';
import type { Change, ChangeSet } from '../../../src-renderer/domain/model/change';
import { message } from '../../../src-renderer/domain/model/message';
import { projectInfo, tableNames, type ProjectState } from '../../../src-renderer/domain/model/project';
import { invariant } from '../../../src-renderer/domain/model/result';
import type { SourceFile, SourceText } from '../../../src-renderer/domain/model/source';
import { addSources } from '../../../src-renderer/domain/sources/add-sources';
import { described } from './describe';
import { Failed } from '../failure';
import { say } from '../text';
import type { Metadata } from './metadata';
import type { Offered } from './propose';
import { stamp } from './stamp';

interface Wishes {
  readonly name: string;
  readonly coderName: string;
  readonly metadata: Metadata | undefined;
  readonly note: (text: string) => void;
}

/** A project, and where what is in it came from. */
export interface MadeProject {
  readonly content: ProjectContent;
  /** The path that each source came from. */
  readonly pathOf: ReadonlyMap<string, string>;
}

/**
 * Makes a project of the sources that are included, with the default codebook and one coder. Throws Failed
 * when there are none.
 */
export function makeProject(offered: readonly Offered[], wishes: Wishes): MadeProject {
  const included = offered.filter(({ source }) => source.isIncluded);
  if (included.length === 0) throw new Failed(say('failure.nothing-written'));
  const empty = emptyProject(wishes);
  const added = addSources(
    empty,
    included.map(({ file, source }) => ({ ...source, bytes: file.bytes.length })),
    stamp,
    projectInfo(empty).currentCoderId,
  );
  const texts = new Map<string, SourceText>();
  const files = new Map<string, SourceFile>();
  const pathOf = new Map<string, string>();
  for (const [index, text] of added.texts.entries()) {
    const file = included[index]?.file;
    invariant(file, 'every source comes of a file');
    texts.set(text.sourceId, text);
    pathOf.set(text.sourceId, file.path);
    files.set(text.sourceId, { sourceId: text.sourceId, name: file.name, bytes: file.bytes });
  }
  const withSources = applyChanges(empty, added.draft.changes);
  const state = wishes.metadata ? described(withSources, pathOf, wishes.metadata, wishes.note) : withSources;
  return { content: { state, texts, files, log: [originOf(state)] }, pathOf };
}

function emptyProject({ name, coderName }: Wishes): ProjectState {
  const codebook = codebookFromResource(codebookResource);
  invariant(codebook.ok, 'the default codebook that ships with the product is sound');
  const coder = {
    id: stamp.newId(),
    name: coderName,
    initials: initialsOf(coderName),
    color: coderColors[0],
  };
  const project = { id: stamp.newId(), name, createdAt: stamp.now(), currentCoderId: coder.id };
  return stateFromRows({
    project: [project],
    coders: [coder],
    families: codebook.value.families,
    codes: codebook.value.codes,
  });
}

/** The first entry of the log: the project as it came into being. */
function originOf(state: ProjectState): ChangeSet {
  const project = projectInfo(state);
  const changes = tableNames.flatMap((table) =>
    [...state[table].values()].map((row) => ({ table, id: row.id, before: null, after: row }) as Change),
  );
  return {
    id: stamp.newId(),
    kind: 'origin',
    target: null,
    label: message('create-project', { name: project.name }),
    coderId: project.currentCoderId,
    at: stamp.now(),
    changes,
  };
}
