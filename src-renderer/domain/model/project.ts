import type { CarriedItem } from './carried';
import type { Case } from './case';
import type { Code, CodeFamily } from './codebook';
import type { CoderProgress, CodingPackage, Decision } from './collaboration';
import type { CoderId, SourceId } from './ids';
import type { ImportReport } from './import-report';
import { invariant } from './result';
import type { CodedSegment, Coder, Memo } from './segment';
import type { Source, Variable } from './source';
import type { SavedView } from './view';

/** Facts about the project itself: the single row of the table `project`. */
export interface ProjectInfo {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  /** The coder whose name new segments bear; never switched silently. */
  readonly currentCoderId: CoderId;
  /** The package that this project was opened from, for a coder who was given one. */
  readonly packageId?: string;
  /** The coder in whose name the agreed layer stands, once there is one. */
  readonly agreedCoderId?: CoderId;
}

/** Row type by table. Every row has an `id`; a table is a map from id to row. */
export interface TableRows {
  readonly project: ProjectInfo;
  readonly sources: Source;
  readonly families: CodeFamily;
  readonly codes: Code;
  readonly segments: CodedSegment;
  readonly memos: Memo;
  readonly cases: Case;
  readonly variables: Variable;
  readonly coders: Coder;
  readonly carried: CarriedItem;
  readonly imports: ImportReport;
  readonly progress: CoderProgress;
  readonly packages: CodingPackage;
  readonly decisions: Decision;
  readonly views: SavedView;
}
export type TableName = keyof TableRows;
export const tableNames = [
  'project',
  'sources',
  'families',
  'codes',
  'segments',
  'memos',
  'cases',
  'variables',
  'coders',
  'carried',
  'imports',
  'progress',
  'packages',
  'decisions',
  'views',
] as const satisfies readonly TableName[];

export type Tables = { readonly [T in TableName]: ReadonlyMap<string, TableRows[T]> };

/**
 * Everything of a project except texts and files, as immutable values: a change makes new maps for the
 * tables it touches and shares the rest, so that `===` tells whether a table changed.
 */
export interface ProjectState extends Tables {
  /** Segments of each source ordered by start, then end, then id; sources without segments are absent. */
  readonly segmentsBySource: ReadonlyMap<SourceId, readonly CodedSegment[]>;
  /** Counts the change sets applied since the project was opened; keys caches. */
  readonly revision: number;
}

/** In: a state. Out: the row of its project. Throws when it has none or several. */
export function projectInfo({ project }: ProjectState): ProjectInfo {
  const [info] = project.values();
  invariant(info && project.size === 1, 'a project has one row of its own');
  return info;
}
