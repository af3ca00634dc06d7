import type { Body, CommitFailure, ProjectRepository } from '../application/ports/storage';
import { stateFromRows } from '../domain/history/state';
import type { ChangeSet, ChangeSetHeader } from '../domain/model/change';
import type { ChangeSetId, SourceId } from '../domain/model/ids';
import { tableNames, type ProjectState } from '../domain/model/project';
import { invariant, type Result } from '../domain/model/result';
import type { SourceFile, SourceText } from '../domain/model/source';
import { commit } from './commit';
import { fromFileRow, ownerOf } from './file-rows';
import type { HeaderRow, ProjectDatabase } from './project-database';
import type { SummaryKeeper } from './registry';
import { growthOf } from './summary';
import { fromTextRow } from './text-rows';
import { readLog } from './whole-project';

/** One open project, held by one window. */
export class IndexedDbRepository implements ProjectRepository {
  readonly #database: ProjectDatabase;
  readonly #summary: SummaryKeeper;
  readonly #release: () => void;

  /** In: an open database, the keeper of its line on the start screen, and what lets its lock go. */
  constructor(database: ProjectDatabase, summary: SummaryKeeper, release: () => void) {
    this.#database = database;
    this.#summary = summary;
    this.#release = release;
  }

  async load(): Promise<{ state: ProjectState; log: readonly ChangeSetHeader[] }> {
    const database = this.#database;
    const [headers, tables] = await database.transaction('r', [...tableNames, 'historyHeaders'], () =>
      Promise.all([
        database.historyHeaders.toArray(),
        Promise.all(tableNames.map((name) => database.table<{ id: string }, string>(name).toArray())),
      ]),
    );
    const state = stateFromRows(Object.fromEntries(tableNames.map((name, index) => [name, tables[index]])));
    const [info] = state.project.values();
    this.#summary.note((summary) => ({
      name: info?.name ?? summary.name,
      sources: state.sources.size,
      segments: state.segments.size,
    }));
    return { state, log: headers.map(toHeader) };
  }

  async commit(changeSet: ChangeSet, contents: readonly Body[] = []): Promise<Result<void, CommitFailure>> {
    const outcome = await commit(this.#database, changeSet, contents);
    if (outcome.ok) {
      const { changes, at } = changeSet;
      const growth = growthOf(changes);
      this.#summary.note((summary) => ({
        name: changes.findLast((change) => change.table === 'project')?.after?.name ?? summary.name,
        sources: summary.sources + growth.sources,
        segments: summary.segments + growth.segments,
        openedAt: at > summary.openedAt ? at : summary.openedAt,
      }));
    }
    return outcome;
  }

  async readText(sourceId: SourceId): Promise<SourceText | undefined> {
    const row = await this.#database.texts.get(sourceId);
    return row && fromTextRow(row);
  }

  async readFile(sourceId: SourceId): Promise<SourceFile | undefined> {
    const { texts, files } = this.#database;
    const found = await this.#database.transaction('r', [texts, files], async () => {
      const row = await files.get(sourceId);
      if (!row) return undefined;
      const owner = ownerOf(row);
      const [file, text] = await Promise.all([files.get(owner), texts.get(owner)]);
      invariant(file, `the file of ${sourceId} is kept with ${owner}`);
      return { row, file, text };
    });
    if (!found) return undefined;
    const { row, file, text } = found;
    return { ...(await fromFileRow(file, text)), sourceId, name: row.name };
  }

  async readChangeSet(id: ChangeSetId): Promise<ChangeSet | undefined> {
    const { historyHeaders, historyChanges } = this.#database;
    const [header, body] = await this.#database.transaction('r', [historyHeaders, historyChanges], () =>
      Promise.all([historyHeaders.where('id').equals(id).first(), historyChanges.get(id)]),
    );
    if (!header || !body) return undefined;
    const { label, kind, target, coderId, at } = header;
    return { id, label, kind, target, coderId, at, changes: body.changes };
  }

  readLog(): AsyncIterable<ChangeSet> {
    return readLog(this.#database);
  }

  /** What was being written is written or undone by the database itself; nothing can be written after. */
  close(): void {
    this.#database.close();
    this.#release();
  }
}

/** Leaves out the number that the database gave. */
function toHeader({ id, label, kind, target, coderId, at, size }: HeaderRow): ChangeSetHeader {
  return { id, label, kind, target, coderId, at, size };
}
