import type { CoderId, SourceId } from './ids';
import type { ImportFailure } from './import';
import type { Message } from './message';

/** A source that an import made, as it was then: it may have been renamed or removed since. */
export interface ReportedSource {
  readonly id: SourceId;
  readonly title: string;
  /** Length in Unicode code points. */
  readonly characters: number;
}

/** What became of one file of an import. */
export interface ReportedFile {
  /** Path inside the chosen folder or archive, or just the name. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  readonly sources: readonly ReportedSource[];
  /** How many sources that the file holds were left out. */
  readonly leftOut: number;
  /** Why the file was not read; null where it was. */
  readonly failure: ImportFailure | null;
  readonly warnings: readonly Message[];
}

/** What an import brought in and what it did not, kept so that it can be looked up later. */
export interface ImportReport {
  readonly id: string;
  readonly at: string;
  readonly coderId: CoderId;
  readonly files: readonly ReportedFile[];
}
