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
import { readDocuments, type DocumentWishes } from './documents';
import type { Metadata } from './metadata';
import { stamp } from './stamp';

interface Wishes extends DocumentWishes {
  readonly name: string;
  readonly coderName: string;
  readonly metadata: Metadata | undefined;
  readonly note: (text: string) => void;
}

/** A project, and how many of the documents wanted are not in it. */
export interface MadeProject {
  readonly content: ProjectContent;
  /** The path that each source came from. */
  readonly pathOf: ReadonlyMap<string, string>;
  readonly unread: number;
}

/**
 * Makes a project of documents, with the default codebook and one coder. A document that cannot be read is
 * named and left out; the others go in. Throws Failed when none can be read.
 */
export async function makeProject(paths: readonly string[], wishes: Wishes): Promise<MadeProject> {
  const empty = emptyProject(wishes);
  const { documents, unread } = await readDocuments(paths, wishes, wishes.note);
  const added = addSources(
    empty,
    documents.map(({ arrival }) => arrival),
    stamp,
    projectInfo(empty).currentCoderId,
  );
  const texts = new Map<string, SourceText>();
  const files = new Map<string, SourceFile>();
  const pathOf = new Map<string, string>();
  for (const [index, text] of added.texts.entries()) {
    const document = documents[index];
    invariant(document, 'every source comes of a document');
    texts.set(text.sourceId, text);
    pathOf.set(text.sourceId, document.path);
    files.set(text.sourceId, {
      sourceId: text.sourceId,
      name: document.arrival.fileName,
      bytes: document.bytes,
    });
  }
  const withSources = applyChanges(empty, added.draft.changes);
  const state = wishes.metadata ? described(withSources, pathOf, wishes.metadata, wishes.note) : withSources;
  return { content: { state, texts, files, log: [originOf(state)] }, pathOf, unread };
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
