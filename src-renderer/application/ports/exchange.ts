import type { PaperDocument, PaperFormat } from '../../domain/agreement/paper/document';
import type { DescriptionHeadings } from '../../domain/exchange/codebook/code-text';
import type { CodebookFormat, CodebookWishes, WrittenCodebook } from '../../domain/exchange/codebook/formats';
import type { CodebookFailure, CodebookFile } from '../../domain/exchange/codebook/file';
import type { ExchangeReport, ProjectReader } from '../../domain/exchange/project-content';
import type { ImportedContent, ImportedNames } from '../../domain/exchange/refi/content/options';
import type { PositionConvention } from '../../domain/exchange/refi/positions/convention';
import type { RefiTarget } from '../../domain/exchange/refi/targets';
import type { RefiWords } from '../../domain/exchange/refi/words';
import type { Sheet } from '../../domain/exchange/tables/csv';
import type { QdcFailure } from '../../domain/exchange/codebook/qdc';
import type { LabelLanguage } from '../../domain/model/language';
import type { ProjectState } from '../../domain/model/project';
import type { Result } from '../../domain/model/result';
import type { InputFile } from './platform';

/** How a long task is followed and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface WriteProjectOptions {
  readonly target: RefiTarget;
  readonly origin: string;
  readonly language: LabelLanguage;
  readonly words: RefiWords;
}

export interface WrittenProject {
  readonly blob: Blob;
  readonly report: ExchangeReport;
}

/** Strings under `exchange-report:failure.<kind>` say it; params name what it is about. */
export interface ExchangeFailure {
  readonly kind: string;
  readonly params: { readonly [name: string]: string | number };
}

export interface ReadProjectOptions {
  readonly names: ImportedNames;
  /** How positions of a source are to be read, by its GUID, where a person chose. */
  readonly overrides: ReadonlyMap<string, PositionConvention>;
}

export interface ReadProject extends ImportedContent {
  /** The program that wrote the file, as it says. */
  readonly origin: string;
}

/** Files of other programs, read and written away from the window's thread. */
export interface ExchangePort {
  writeProject(
    project: ProjectReader,
    options: WriteProjectOptions,
    watch: Watch,
  ): Promise<Result<WrittenProject, ExchangeFailure>>;
  /** Nothing is kept: what was read is handed back whole. */
  readProject(
    file: InputFile,
    options: ReadProjectOptions,
    watch: Watch,
  ): Promise<Result<ReadProject, ExchangeFailure>>;
  readCodebook(
    file: InputFile,
    headings: readonly DescriptionHeadings[],
  ): Promise<Result<CodebookFile, CodebookFailure>>;
  writeCodebook(
    state: ProjectState,
    format: CodebookFormat,
    wishes: CodebookWishes,
  ): Promise<Result<WrittenCodebook, QdcFailure>>;
  /** What a paper says of the agreement of coders: all of it, or as CSV its tables. */
  writePaper(document: PaperDocument, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** A workbook, and how many of its cells show only the beginning of their text. */
  xlsx(
    sheets: readonly Sheet[],
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly cellsCut: number }>;
}
