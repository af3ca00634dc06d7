import type { CanonicalText } from '../domain/text/canonical';
import type { ImportFailure, ReadFile, SourceComment, SourceField } from '../domain/model/import';
import type { Message } from '../domain/model/message';
import { fail, ok, type Result } from '../domain/model/result';
import type { PartialDate, SourceFormat } from '../domain/model/source';

/** What the importer of one format makes of a document; what every format has in common is added later. */
export interface Draft {
  readonly body: CanonicalText;
  /** From the document's own properties; '' where it has none. */
  readonly title: string;
  readonly date: PartialDate | '';
  readonly author: string;
  readonly outlet: string;
  /** As the document has it, a code or a name; absent where it does not say. */
  readonly country?: string;
  readonly url: string;
  readonly identifier: string;
  /** The language the document says it is in, as it says it, or ''. */
  readonly language: string;
  readonly fields: readonly SourceField[];
  readonly comments: readonly SourceComment[];
  readonly warnings: readonly Message[];
}

export type DraftResult = Result<Draft, ImportFailure>;

/** A document of which nothing is known but its text. */
export const draftOf = (body: CanonicalText, known: Partial<Omit<Draft, 'body'>> = {}): Draft => ({
  title: '',
  date: '',
  author: '',
  outlet: '',
  url: '',
  identifier: '',
  language: '',
  fields: [],
  comments: [],
  warnings: [],
  ...known,
  body,
});

/** What the reader of a format makes of a file: its documents, and the rest of `ReadFile` as far as it has any. */
export interface DraftFile extends Partial<Omit<ReadFile, 'sources' | 'encodings'>> {
  readonly format: SourceFormat;
  readonly drafts: readonly Draft[];
}

export type DraftFileResult = Result<DraftFile, ImportFailure>;

/** A file that is one document. */
export const asDocument = (format: SourceFormat, read: DraftResult): DraftFileResult =>
  read.ok ? ok({ format, drafts: [read.value] }) : read;

export const failure = (kind: ImportFailure['kind'], detail = ''): Result<never, ImportFailure> =>
  fail({ kind, detail });

/** What a thrown value says, for the technical detail of a failure. */
export const detailOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
