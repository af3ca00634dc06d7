import type { Message } from './message';
import type { Block, PartialDate, SourceFormat } from './source';

/** Something a document says of itself for which a source has no place of its own: kept as a variable. */
export interface SourceField {
  readonly name: string;
  readonly value: string;
}

/** A remark that somebody has made in a document beside its text. */
export interface SourceComment {
  /** The passage it is about, `[start, end)` in UTF-16 units of the canonical text; empty for a place. */
  readonly start: number;
  readonly end: number;
  readonly author: string;
  readonly date: PartialDate | '';
  readonly text: string;
}

/** What an importer makes of one document: canonical text, its blocks, and what it could tell of it. */
export interface ParsedSource {
  readonly title: string;
  readonly format: SourceFormat;
  /** WHATWG encoding label of the original bytes, or '' where the format fixes it. */
  readonly encoding: string;
  /** Guessed BCP 47 tag, or '' when too little text to tell. */
  readonly language: string;
  /** SHA-256 of the original bytes as 64 hex digits: the same for all sources of one file. */
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Date found in the document's own properties, or ''. */
  readonly date: PartialDate | '';
  /** Author found in the document's own properties, or ''. */
  readonly author: string;
  /** Newspaper, broadcaster or agency that published it, as the document has it, or ''. */
  readonly outlet: string;
  /** As the document has it, a code or a name; absent where it does not say. */
  readonly country?: string;
  readonly url: string;
  /** What a database calls the document, the same in every export of it, or ''. */
  readonly identifier: string;
  /** In the order of the document; a name may come more than once. */
  readonly fields: readonly SourceField[];
  readonly comments: readonly SourceComment[];
  readonly warnings: readonly Message[];
}

/**
 * How a file is taken apart. 'document': as one text. 'main': a web page without its navigation, 'page':
 * with it. 'articles': a bundle of a news database. 'rows': a table with a document in each row, or the
 * records of a file of data.
 */
export const readings = ['document', 'main', 'page', 'articles', 'rows'] as const;
export type Reading = (typeof readings)[number];

/** What a column of a table, or a name in a file of data, holds. 'field': kept as a variable. */
export const columnRoles = [
  'text',
  'title',
  'date',
  'author',
  'outlet',
  'country',
  'language',
  'url',
  'identifier',
  'field',
  'leave-out',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Languages of the recogniser, with the one that vertical Japanese needs beside. */
export const scripts = ['eng', 'jpn', 'jpn_vert', 'kor', 'chi_sim', 'chi_tra'] as const;
export type Script = (typeof scripts)[number];

/** What the person says about how a file is to be read; what is not said is found out. */
export interface ImportChoices {
  readonly reading?: Reading;
  /** WHATWG label, or 'johab' or 'iso-2022-kr'. */
  readonly encoding?: string;
  readonly password?: string;
  /** By the name of the column. */
  readonly columns?: { readonly [column: string]: ColumnRole };
  /** Pages without text are read by their look, in these languages of the recogniser (`jpn_vert`). */
  readonly recognise?: readonly string[];
}

/** How the beginning of a file looks under an encoding. */
export interface EncodingSample {
  readonly encoding: string;
  /** At most 200 characters from the first place where encodings differ. */
  readonly sample: string;
  /** Characters that stand for bytes without a meaning: of the whole under the encoding used, else of a part. */
  readonly replaced: number;
}

export interface TableColumn {
  readonly name: string;
  readonly role: ColumnRole;
  /** The first values that are not empty, three at most. */
  readonly examples: readonly string[];
}

/** Archives in archives are opened this deep; what lies deeper is a mistake or made to do harm. */
export const DEEPEST_ARCHIVE = 3;

/** A file inside an archive. */
export interface MemberFile {
  /** Path inside the archive, folders apart by slashes. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a file of references says of a document that is, or is not, in another file. */
export interface BibliographicRecord {
  readonly title: string;
  readonly date: PartialDate | '';
  readonly author: string;
  readonly outlet: string;
  readonly url: string;
  readonly identifier: string;
  readonly language: string;
  /** Paths or names of files that the record points to. */
  readonly files: readonly string[];
  readonly fields: readonly SourceField[];
}

/** What a file comes to, and how else it could be read. */
export interface ReadFile {
  readonly sources: readonly ParsedSource[];
  /** The reading that was used comes first. */
  readonly readings: readonly Reading[];
  /** The encoding that was used comes first; empty where the format fixes it. */
  readonly encodings: readonly EncodingSample[];
  /** Columns of a table or names in a file of data, for the reading 'rows'. */
  readonly columns: readonly TableColumn[];
  /** How many documents the file says that it holds, or null where it does not say. */
  readonly declared: number | null;
  /** Pages, 1-based, that have a picture and no text. */
  readonly pagesWithoutText: readonly number[];
  /** Files of an archive, each to be read in its turn; then there are no sources. */
  readonly members: readonly MemberFile[];
  readonly records: readonly BibliographicRecord[];
  /** What is to be said of the file as a whole and not of one of its sources. */
  readonly warnings: readonly Message[];
}

export const importFailureKinds = [
  'empty',
  'binary',
  'unsupported',
  'damaged',
  'password',
  'wrong-password',
  'no-articles',
  'project',
  'no-text',
  'too-large',
  'too-slow',
  'broke-reader',
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
