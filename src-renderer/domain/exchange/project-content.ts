import type { ChangeSet } from '../model/change';
import type { SourceId } from '../model/ids';
import type { Message } from '../model/message';
import type { ProjectState } from '../model/project';
import type { SourceFile, SourceText } from '../model/source';

/** A whole project as it is read from outside, ready to be kept: rows, texts, files, history. */
export interface ProjectContent {
  readonly state: ProjectState;
  readonly texts: ReadonlyMap<SourceId, SourceText>;
  /** Original files by source; ids of carried items for theirs. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Oldest first; empty where the file brings none. */
  readonly log: readonly ChangeSet[];
}

/** A whole project as it is written: bodies are asked for one at a time, so that it need not fit in memory. */
export interface ProjectReader {
  readonly state: ProjectState;
  readonly text: (id: SourceId) => Promise<SourceText | undefined>;
  /** The original file of a source or of a carried item. */
  readonly file: (id: string) => Promise<SourceFile | undefined>;
  readonly log: () => AsyncIterable<ChangeSet>;
}

/** What reading or writing changed or could not carry: strings under `exchange-report.<key>`. */
export interface ExchangeReport {
  /** Not carried over, or carried in a form that says less. */
  readonly losses: readonly Message[];
  /** Faults of the file that were mended in reading. */
  readonly repairs: readonly Message[];
  /** Written beside the standard's own file: other programs do not understand it. */
  readonly onlyParallax: readonly Message[];
}
