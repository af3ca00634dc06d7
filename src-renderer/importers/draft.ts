import type { CanonicalText } from '../domain/text/canonical';
import type { ImportFailure } from '../domain/model/import';
import type { Message } from '../domain/model/message';
import { fail, type Result } from '../domain/model/result';

/** What the importer of one format makes of a document; what every format has in common is added later. */
export interface Draft {
  readonly body: CanonicalText;
  /** From the document's own properties; '' where it has none. */
  readonly title: string;
  /** `YYYY-MM-DD`, or ''. */
  readonly date: string;
  readonly author: string;
  readonly url: string;
  /** The language the document says it is in, as it says it, or ''. */
  readonly language: string;
  readonly warnings: readonly Message[];
}

export type DraftResult = Result<Draft, ImportFailure>;

/** A document of which nothing is known but its text. */
export const draftOf = (body: CanonicalText, known: Partial<Omit<Draft, 'body'>> = {}): Draft => ({
  title: '',
  date: '',
  author: '',
  url: '',
  language: '',
  warnings: [],
  ...known,
  body,
});

export const failure = (kind: ImportFailure['kind'], detail = ''): Result<never, ImportFailure> =>
  fail({ kind, detail });

/** What a thrown value says, for the technical detail of a failure. */
export const detailOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
