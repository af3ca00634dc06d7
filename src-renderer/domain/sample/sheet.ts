import type { Certainty, Stance } from '../model/segment';
import type { DocumentType, VariableType } from '../model/source';

/**
 * The sample as it is written by hand (resources/sample/README.md): codes by key, coders by letter,
 * passages by their words. Nothing in it is a position or an id.
 */
export interface SampleSheets {
  readonly project: ProjectSheet;
  readonly cases: readonly CaseSheet[];
  readonly documents: readonly DocumentFile[];
}

export interface ProjectSheet {
  readonly name: string;
  /** ISO 8601 in UTC, as every moment of the sample. */
  readonly importedAt: string;
  /** Keys of the families that are switched on besides the core ones. */
  readonly families: readonly string[];
  /** The first is the project's current coder. */
  readonly coders: readonly CoderSheet[];
  readonly variables: readonly VariableSheet[];
  readonly memos: readonly (MemoSheet & { readonly on: MemoSubject })[];
}

export interface CoderSheet {
  readonly key: string;
  readonly name: string;
  readonly initials: string;
  readonly color: string;
  readonly codedAt: string;
}

export interface VariableSheet {
  readonly key: string;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
}

/** Paragraphs are separated by a blank line. */
export interface MemoSheet {
  readonly title: string;
  readonly text: string;
}

/** A code by its key, a case by its country, or the project. */
export type MemoSubject = { readonly code: string } | { readonly case: string } | null;

export interface CaseSheet {
  readonly country: string;
  readonly name: string;
  readonly judgement: { readonly code: string; readonly reasons: string } | null;
  readonly note: string;
  readonly facts: readonly FactSheet[];
}

export interface FactSheet {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly date: string;
  readonly asOf: string;
  readonly reference: string;
  readonly codes: readonly string[];
}

/** One document: its Markdown file and the sheet beside it. */
export interface DocumentFile {
  /** Path inside resources/sample, such as `japan/plan-2009.md`; names the document for good. */
  readonly path: string;
  readonly text: string;
  readonly sheet: DocumentSheet;
}

export interface DocumentSheet {
  readonly title: string;
  readonly country: string;
  readonly date: string;
  readonly language: string;
  readonly documentType: DocumentType;
  readonly actor: string;
  readonly outlet: string;
  /** Values by the key of the variable. */
  readonly variables: { readonly [key: string]: string };
  readonly memo: MemoSheet | null;
  readonly codings: readonly CodingSheet[];
}

export interface CodingSheet {
  readonly coder: string;
  readonly tags: readonly string[];
  /** The passage word for word; it must stand in the text exactly once. */
  readonly quote: string;
  readonly certainty: Certainty;
  readonly stance: Stance;
  readonly memo: MemoSheet | null;
  /** Keys of the codes that this segment is an example of. */
  readonly exampleOf: readonly string[];
}
