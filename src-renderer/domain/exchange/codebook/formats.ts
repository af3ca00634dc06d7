import type { FamilyId } from '../../model/ids';
import type { LabelLanguage } from '../../model/language';
import type { Message } from '../../model/message';
import type { DocumentHeadings } from './document/document';

/** What a codebook can be written as, by the ending of its file. */
export const codebookFormats = ['qdc', 'docx', 'html', 'md', 'xlsx', 'csv', 'json'] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

export interface CodebookWishes {
  /** The families to write; where absent, those in use for .qdc and documents, all for tables and JSON. */
  readonly families?: readonly FamilyId[];
  /** The languages of labels, the main one first. JSON has all of them always. */
  readonly languages: readonly [LabelLanguage, ...LabelLanguage[]];
  readonly examples: boolean;
  readonly counts: boolean;
  /** Words that stand in documents and in the descriptions of .qdc, in the main language. */
  readonly headings: DocumentHeadings;
  /** The program and its version. */
  readonly origin: string;
}

/** A file ready to be saved, and what it does not carry: strings under `exchange-report`. */
export interface WrittenCodebook {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly losses: readonly Message[];
}
