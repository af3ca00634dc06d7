import type { ProjectReader } from '../domain/exchange/project-content';
import { applyChanges, emptyState, invert } from '../domain/history/state';
import { advance, emptyStacks, stacksFromLog, type UndoStacks } from '../domain/history/undo';
import type { ChangeDraft, ChangeSet } from '../domain/model/change';
import type { ChangeSetId, CoderId, SourceId, Stamp } from '../domain/model/ids';
import { projectInfo, type ProjectInfo, type ProjectState } from '../domain/model/project';
import type { Refusal } from '../domain/model/refusal';
import { fail, invariant, ok, type Result } from '../domain/model/result';
import type { SourceFile, SourceText } from '../domain/model/source';
import type { Body, CommitFailure, ProjectRepository } from './ports/storage';

/** What the window shows of a session; a new object at each change. */
export interface SessionSnapshot {
  readonly state: ProjectState;
  readonly stacks: UndoStacks;
  /** Gestures shown but not yet on disk. */
  readonly pending: number;
}

/** Text bodies kept in memory: the reader goes back and forth between a few sources. */
const TEXTS_KEPT = 12;

/**
 * One open project: the only place where changes happen.
 *
 * A gesture is shown at once and written in order behind it; a write that fails takes the window back
 * to what is on disk, so that what is seen and what is kept never drift apart.
 */
export class ProjectSession {
  #snapshot: SessionSnapshot = { state: emptyState(), stacks: emptyStacks, pending: 0 };
  #queue: Promise<unknown> = Promise.resolve();
  /** The last undo or redo that was asked for, and how many of them are not yet on the screen. */
  #turns: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Counts the gestures that were neither undo nor redo. */
  #gestures = 0;
  /** Gestures that storage has not answered for. */
  #unwritten = 0;
  /** Counts the times the window went back to what is on disk: what it showed before is off the screen. */
  #returns = 0;
  readonly #listeners = new Set<() => void>();
  readonly #failureListeners = new Set<(failure: CommitFailure) => void>();
  readonly #refusalListeners = new Set<(refusal: Refusal<string>) => void>();
  /** Change sets of this session, so that undo need not read them back. */
  readonly #recent = new Map<ChangeSetId, ChangeSet>();
  readonly #texts = new Map<SourceId, Promise<SourceText | undefined>>();
  readonly #repository: ProjectRepository;
  readonly #stamp: Stamp;

  private constructor(repository: ProjectRepository, stamp: Stamp) {
    this.#repository = repository;
    this.#stamp = stamp;
  }

  static async open(repository: ProjectRepository, stamp: Stamp): Promise<ProjectSession> {
    const session = new ProjectSession(repository, stamp);
    await session.#reload();
    return session;
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  get state(): ProjectState {
    return this.#snapshot.state;
  }

  get info(): ProjectInfo {
    return projectInfo(this.state);
  }

  get coderId(): CoderId {
    return this.info.currentCoderId;
  }

  get stamp(): Stamp {
    return this.#stamp;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells of gestures that could not be kept, after the window went back to what is on disk. */
  onFailure(listener: (failure: CommitFailure) => void): () => void {
    this.#failureListeners.add(listener);
    return () => this.#failureListeners.delete(listener);
  }

  /** Tells of gestures that a use case refused, so that one place can say why. */
  onRefusal(listener: (refusal: Refusal<string>) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  /**
   * Does what a use case worked out, or has its refusal said to the person.
   * Out: whether the gesture was taken up; the window shows it by then, storage follows.
   */
  attempt(result: Result<ChangeDraft, Refusal<string>>): boolean {
    if (result.ok) void this.run(result.value);
    else for (const listener of this.#refusalListeners) listener(result.error);
    return result.ok;
  }

  /** Does a gesture. Resolves when it is durable. A draft without changes is not a gesture. */
  run(draft: ChangeDraft, contents?: readonly Body[]): Promise<Result<void, CommitFailure>> {
    if (draft.changes.length === 0) return Promise.resolve(ok(undefined));
    return this.#commit({ ...draft, ...this.#entry('do', null) }, contents);
  }

  undo(): Promise<Result<void, CommitFailure>> {
    return this.#inTurn('undo');
  }

  redo(): Promise<Result<void, CommitFailure>> {
    return this.#inTurn('redo');
  }

  /** The canonical text of a source; undefined when the project does not hold it. */
  text(sourceId: SourceId): Promise<SourceText | undefined> {
    const known = this.#texts.get(sourceId);
    this.#texts.delete(sourceId);
    const text = known ?? this.#repository.readText(sourceId);
    this.#texts.set(sourceId, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= TEXTS_KEPT) break;
      this.#texts.delete(oldest);
    }
    return text;
  }

  /** The original file of a source, byte for byte. */
  file(sourceId: SourceId): Promise<SourceFile | undefined> {
    return this.#repository.readFile(sourceId);
  }

  /** Everything of the project, for what is written out of it: bodies are read one at a time. */
  get whole(): ProjectReader {
    return {
      state: this.state,
      text: (id) => this.#repository.readText(id),
      file: (id) => this.#repository.readFile(id),
      log: () => this.#repository.readLog(),
    };
  }

  /** The whole history, the last gesture included, oldest first. */
  async history(): Promise<readonly ChangeSet[]> {
    await this.settled();
    const log: ChangeSet[] = [];
    for await (const entry of this.#repository.readLog()) log.push(entry);
    return log;
  }

  /** Waits until everything shown is durable. */
  async settled(): Promise<void> {
    await this.#turns;
    await this.#queue;
  }

  async close(): Promise<void> {
    await this.settled();
    this.#repository.close();
  }

  /**
   * Each press of undo is a step of its own, however quickly they come: a step whose change set must be
   * read from disk holds up the steps behind it, and all of them are off when a new gesture comes first.
   */
  #inTurn(kind: 'undo' | 'redo'): Promise<Result<void, CommitFailure>> {
    const gestures = this.#gestures;
    const turn = this.#waiting === 0 ? this.#travel(kind, gestures) : this.#afterTurns(kind, gestures);
    this.#waiting += 1;
    const over = () => {
      this.#waiting -= 1;
    };
    this.#turns = turn.then(over, over);
    return turn.then(({ written }) => written);
  }

  async #afterTurns(kind: 'undo' | 'redo', gestures: number) {
    await this.#turns;
    return this.#travel(kind, gestures);
  }

  /** Takes one step back or forth. Out: the write behind it, in an object so that nobody waits for it here. */
  async #travel(
    kind: 'undo' | 'redo',
    gestures: number,
  ): Promise<{ readonly written: Promise<Result<void, CommitFailure>> }> {
    const nothing = { written: Promise.resolve(ok(undefined)) };
    const header = this.#snapshot.stacks[kind === 'undo' ? 'undoable' : 'redoable'].at(-1);
    if (!header || gestures !== this.#gestures) return nothing;
    const known = this.#recent.get(header.id);
    // A change set of an earlier session is on disk; one still being written is in #recent.
    const original = known ?? (await this.#repository.readChangeSet(header.id));
    invariant(original, 'the log keeps every change set that can be undone');
    if (gestures !== this.#gestures) return nothing;
    const changes = kind === 'undo' ? invert(original.changes) : original.changes;
    this.#recent.set(original.id, original);
    return { written: this.#commit({ label: original.label, changes, ...this.#entry(kind, original.id) }) };
  }

  #entry(kind: ChangeSet['kind'], target: ChangeSetId | null) {
    return { id: this.#stamp.newId(), kind, target, coderId: this.coderId, at: this.#stamp.now() };
  }

  #commit(changeSet: ChangeSet, contents?: readonly Body[]): Promise<Result<void, CommitFailure>> {
    if (changeSet.kind === 'do') {
      this.#gestures += 1;
      this.#recent.set(changeSet.id, changeSet);
    }
    const { changes, ...rest } = changeSet;
    this.#unwritten += 1;
    this.#show({
      state: applyChanges(this.state, changes),
      stacks: advance(this.#snapshot.stacks, { ...rest, size: changes.length }),
      pending: this.#unwritten,
    });
    const returnsBefore = this.#returns;
    const written = this.#queue.then(() => this.#write(changeSet, contents, returnsBefore));
    this.#queue = written;
    return written;
  }

  async #write(
    changeSet: ChangeSet,
    contents: readonly Body[] | undefined,
    returnsBefore: number,
  ): Promise<Result<void, CommitFailure>> {
    const result = await this.#repository.commit(changeSet, contents);
    this.#unwritten -= 1;
    if (result.ok && this.#returns === returnsBefore) {
      this.#show({ ...this.#snapshot, pending: this.#unwritten });
      return result;
    }
    // Later gestures were made on top of the failed one. Each is still checked against the rows on
    // disk, so it fits or fails by itself; the window shows what came of it.
    const returned = await this.#return();
    for (const outcome of [result, returned]) {
      if (outcome.ok) continue;
      for (const listener of this.#failureListeners) listener(outcome.error);
      break;
    }
    return result;
  }

  /**
   * Takes the window back to what is on disk. Where even that cannot be read, as when the database was
   * deleted under the project, the window keeps what it shows: it is all that is left.
   */
  async #return(): Promise<Result<void, CommitFailure>> {
    try {
      await this.#reload();
      return ok(undefined);
    } catch (error) {
      this.#show({ ...this.#snapshot, pending: this.#unwritten });
      return fail({ kind: 'storage', detail: String(error) });
    }
  }

  async #reload(): Promise<void> {
    const { state, log } = await this.#repository.load();
    this.#returns += 1;
    this.#show({ state, stacks: stacksFromLog(log), pending: this.#unwritten });
  }

  #show(snapshot: SessionSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
