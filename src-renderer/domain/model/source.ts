import type { SourceId, VariableId } from './ids';
import type { Message } from './message';

export const sourceFormats = [
  'txt',
  'md',
  'html',
  'docx',
  'pdf',
  'odt',
  'rtf',
  'doc',
  'epub',
  'mhtml',
  'xlsx',
  'csv',
  'json',
  'srt',
  'vtt',
  'xml',
] as const;
export type SourceFormat = (typeof sourceFormats)[number];

export const documentTypes = [
  'law',
  'action-plan',
  'white-paper',
  'parliamentary-debate',
  'speech',
  'press-release',
  'news-report',
  'ngo-report',
  'io-report',
  'government-report',
  'academic',
  'other',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A calendar date with its precision: `2009`, `2009-12` or `2009-12-22`. */
export type PartialDate = string;

export type VariableValue = string | number | boolean;

/** A document's description. Its text and its original file live apart, so that lists stay light. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly format: SourceFormat;
  readonly fileName: string;
  /** Encoding of the original bytes as a WHATWG label, or '' where the format fixes it. */
  readonly encoding: string;
  /** SHA-256 of the original bytes, 64 hex digits. */
  readonly hash: string;
  /** Size of the original file in bytes. */
  readonly bytes: number;
  /** Length of the canonical text in UTF-16 units. */
  readonly length: number;
  /** Length of the canonical text in Unicode code points: the unit of every figure shown. */
  readonly characters: number;
  /** BCP 47 tag such as en, ja, ko, zh-Hans, zh-Hant; '' when unknown. */
  readonly language: string;
  /** ISO 3166-1 alpha-2 code, or the plain name of a region ("Northeast Asia"); '' when not set. */
  readonly country: string;
  readonly date: PartialDate | '';
  readonly documentType: DocumentType | '';
  readonly actor: string;
  readonly outlet: string;
  readonly url: string;
  readonly variables: { readonly [variable: VariableId]: VariableValue };
  /** What the importer had to say about this source (strings under `import.warning.<key>`). */
  readonly warnings: readonly Message[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export const variableTypes = ['text', 'boolean', 'integer', 'float', 'date'] as const;
export type VariableType = (typeof variableTypes)[number];

/** A column of the researcher's own on every source. */
export interface Variable {
  readonly id: VariableId;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
}

export const blockKinds = [
  'heading',
  'paragraph',
  'list-item',
  'table-row',
  'quote',
  'preformatted',
  'note',
  'furniture',
  'hidden',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * One block of canonical text, `[start, end)` in UTF-16 units, without its closing line feed.
 * Blocks are ordered, do not overlap, and leave only line feeds between them.
 * `level` is the heading level 1–6 or the list depth from 1, else 0. Cells of a table row are
 * separated by tabs in the text. 'note': foot and end notes. 'furniture': running heads, page numbers and
 * the like, set apart where they stood; 'hidden': what the document itself does not show. `page` is the 1-based page of the original where it has pages.
 */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  readonly level: number;
  readonly page?: number;
}

/** The canonical text: LF line ends, no BOM, no Unicode normalisation, never changed after import. */
export interface SourceText {
  readonly sourceId: SourceId;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The original file as it came. */
export interface SourceFile {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly bytes: Uint8Array;
}
