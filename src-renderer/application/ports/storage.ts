import type { ProjectContent } from '../../domain/exchange/project-content';
import type { ChangeSet, ChangeSetHeader } from '../../domain/model/change';
import type { ChangeSetId, SourceId } from '../../domain/model/ids';
import type { ProjectInfo, ProjectState, TableName } from '../../domain/model/project';
import type { Result } from '../../domain/model/result';
import type { SourceFile, SourceText } from '../../domain/model/source';

/** A line of the start screen. */
export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly openedAt: string;
  readonly sources: number;
  readonly segments: number;
  /** Set when the project was deleted and can still be brought back. */
  readonly deletedAt: string | null;
}

/** The bodies that come with an imported source; written once, never part of a change set. */
export interface SourceContent {
  readonly text: SourceText;
  readonly file: SourceFile;
}

/** Bodies that come with a change set: of a source, or the lone file of something carried. */
export type Body = SourceContent | { readonly text?: SourceText; readonly file?: SourceFile };

export type OpenFailure =
  | { readonly kind: 'missing' }
  /** Another window holds the project. */
  | { readonly kind: 'in-use' }
  /** Written by a newer Parallax; it is left untouched. */
  | { readonly kind: 'newer'; readonly found: number; readonly supported: number }
  /** No room for the copy that is made before a project of an older version is changed. */
  | { readonly kind: 'full' }
  | { readonly kind: 'storage'; readonly detail: string };

export type CommitFailure =
  /** A row was not what the change expected; nothing was written. */
  | { readonly kind: 'conflict'; readonly table: TableName; readonly id: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'storage'; readonly detail: string };

/** One open project. Each method is one durable transaction or one read. */
export interface ProjectRepository {
  /** All light rows and the log, oldest first. */
  load(): Promise<{ readonly state: ProjectState; readonly log: readonly ChangeSetHeader[] }>;
  /** Writes rows, bodies and the log entry together or not at all. */
  commit(changeSet: ChangeSet, contents?: readonly Body[]): Promise<Result<void, CommitFailure>>;
  readText(sourceId: SourceId): Promise<SourceText | undefined>;
  /** The original file of a source or of a carried item. */
  readFile(sourceId: SourceId): Promise<SourceFile | undefined>;
  readChangeSet(id: ChangeSetId): Promise<ChangeSet | undefined>;
  /** Every change set, oldest first. */
  readLog(): AsyncIterable<ChangeSet>;
  close(): void;
}

/** The registry of projects. */
export interface StoragePort {
  /** Projects, the most recently opened first; deleted ones included while they can be restored. */
  listProjects(): Promise<readonly ProjectSummary[]>;
  /** Makes a database and commits the first change set in it; the project is not left open. */
  createProject(
    info: ProjectInfo,
    first: ChangeSet,
    contents?: readonly SourceContent[],
  ): Promise<Result<void, CommitFailure>>;
  /**
   * Makes a database that holds a whole project from elsewhere, its history included, in one transaction;
   * the project is not left open. A conflict when a project of this id is here, even a deleted one.
   */
  importProject(content: ProjectContent): Promise<Result<void, CommitFailure>>;
  openProject(id: string): Promise<Result<ProjectRepository, OpenFailure>>;
  /** Marks a project as deleted; its data stay until `purgeDeleted`. Refused while a window holds it. */
  deleteProject(id: string): Promise<Result<void, { readonly kind: 'in-use' }>>;
  restoreProject(id: string): Promise<void>;
  /** Removes for good what was deleted before the given moment (ISO 8601). */
  purgeDeleted(before: string): Promise<void>;
  /** Small settings of the person, not of a project (language, theme, coder name). */
  readSetting(key: string): Promise<unknown>;
  writeSetting(key: string, value: unknown): Promise<void>;
}
