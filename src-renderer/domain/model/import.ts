import type { Message } from './message';
import type { Block, SourceFormat } from './source';

/** What an importer makes of one file: canonical text, its blocks, and what it could tell of it. */
export interface ParsedSource {
  readonly title: string;
  readonly format: SourceFormat;
  /** WHATWG encoding label of the original bytes, or '' where the format fixes it. */
  readonly encoding: string;
  /** Guessed BCP 47 tag, or '' when too little text to tell. */
  readonly language: string;
  /** SHA-256 of the original bytes as 64 hex digits. */
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Date found in the document's own properties (`YYYY-MM-DD`), or ''. */
  readonly date: string;
  /** Author found in the document's own properties, or ''. */
  readonly author: string;
  readonly url: string;
  readonly warnings: readonly Message[];
}

export const importFailureKinds = [
  'empty',
  'binary',
  'unsupported',
  'damaged',
  'password',
  'no-text',
  'too-large',
  'missing',
  'denied',
  'unreadable',
  'encoding-unknown',
  'encoding-damaged',
  'cancelled',
] as const;

/** Why a file did not go in: strings under `import-messages:failure.<kind>` say it and what to do. */
export interface ImportFailure {
  readonly kind: (typeof importFailureKinds)[number];
  /** Technical detail for the report; never the only thing shown. */
  readonly detail: string;
}
