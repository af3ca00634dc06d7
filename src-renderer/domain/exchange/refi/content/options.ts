import type { Message } from '../../../model/message';
import type { Stamp } from '../../../model/ids';
import type { Block, SourceFile, SourceFormat } from '../../../model/source';
import type { ExchangeReport, ProjectContent } from '../../project-content';
import type { Guid } from '../model';
import type { PositionConvention } from '../positions/convention';
import type { PositionVerdict } from '../positions/detect';

/** The text of a source as it came out of its file, with what could be told of it. */
export interface RefiBody {
  /** With byte order mark and line ends as in the file: positions count them, or do not. */
  readonly raw: string;
  /** Blocks of the canonical text that is made of it. */
  readonly blocks: readonly Block[];
  readonly format: SourceFormat;
  /** Name and bytes of the original file; of the text itself where it stood in the XML. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly encoding: string;
  readonly language: string;
  readonly warnings: readonly Message[];
}

/** What the files of an archive hold, by the GUID of what refers to them. */
export interface RefiBodies {
  readonly sources: ReadonlyMap<Guid, RefiBody>;
  /** Texts of notes. */
  readonly notes: ReadonlyMap<Guid, string>;
  /** Files of pictures, audio and video. */
  readonly files: ReadonlyMap<Guid, SourceFile>;
}

/** Names for what a file has no name for; they become the researcher's data. */
export interface ImportedNames {
  /** The family of codes that stand in no folder. */
  readonly codebook: string;
  /** The family of codes that are made in reading, and two of these. */
  readonly imported: string;
  readonly annotation: string;
  readonly unnamedCode: string;
  readonly unknownCoder: string;
  /** The variable that holds the names of cases that are no countries. */
  readonly caseVariable: string;
}

export interface ContentOptions {
  readonly stamp: Stamp;
  readonly names: ImportedNames;
  /** Conventions that a person chose, by the GUID of the source. */
  readonly overrides?: ReadonlyMap<Guid, PositionConvention>;
}

export interface ImportedContent {
  readonly content: ProjectContent;
  readonly report: ExchangeReport;
  /** One for each source with selections, in the file's order. */
  readonly verdicts: readonly PositionVerdict[];
}
