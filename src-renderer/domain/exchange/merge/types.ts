import type { ChangeDraft } from '../../model/change';
import type { TableName } from '../../model/project';
import type { SourceFile, SourceText } from '../../model/source';
import type { ProjectContent } from '../project-content';

/** A project file that is merged, under the name that people know it by. */
export interface IncomingFile {
  readonly name: string;
  readonly content: ProjectContent;
}

/** What is merged into. `texts` need only hold those that `textsNeeded` names. */
export type MergeBase = Pick<ProjectContent, 'state' | 'texts'>;

/**
 * What a person may be asked about.
 * 'foreign': the file shares no source with the project. 'coder': a name that both know under different ids.
 * 'code': a code that the project has not. 'text': a source of known id, or of a known title, with another
 * text. 'row', 'segment', 'decision': both say different things of one thing.
 */
export const itemKinds = ['foreign', 'coder', 'text', 'code', 'segment', 'decision', 'row'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** An answer; `map:<id>` takes an unknown code for the code of that id. */
export type Choice =
  | 'merge'
  | 'skip'
  | 'one'
  | 'two'
  | 'add'
  | 'leave'
  | `map:${string}`
  | 'own'
  | 'move'
  | 'ours'
  | 'theirs'
  | 'both';

/** A field in which both sides differ, in words. */
export interface FieldDifference {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** One question or contradiction. */
export interface MergeItem {
  /** The same for the same question of the same files, whatever was answered elsewhere. */
  readonly id: string;
  /** Index of the file. */
  readonly file: number;
  readonly kind: ItemKind;
  readonly table: TableName;
  /** Their row: in the file, by its own id. */
  readonly theirs: string;
  /** Our row that it may be; null where there is none. */
  readonly ours: string | null;
  /** What a person calls it, theirs and ours. */
  readonly name: string;
  readonly ourName: string;
  /** How many coded segments hang on it: of a code, in a text, of a coder, in a file. */
  readonly segments: number;
  readonly fields: readonly FieldDifference[];
  readonly options: readonly Choice[];
  readonly chosen: Choice;
  /** Whether a person chose it; else it is what is done when nobody does. */
  readonly decided: boolean;
  /** Whether nothing may be merged before it is answered. */
  readonly required: boolean;
}

/** What the person said, by id of the item, and what holds for all that they did not speak of. */
export interface MergeAnswers {
  readonly items: ReadonlyMap<string, Choice>;
  readonly prefer?: 'ours' | 'theirs';
  readonly sameName?: 'one' | 'two';
  readonly foreign?: 'merge' | 'skip';
}

export const noAnswers: MergeAnswers = { items: new Map() };

/** Where ours stands though they say something else, since theirs would not fit: a short name that is taken. */
export interface KeptOurs {
  readonly file: number;
  readonly table: TableName;
  /** In the merged project. */
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}

/** A coded segment that does not come in, and why. */
export interface LostSegment {
  readonly file: number;
  readonly coder: string;
  readonly source: string;
  readonly quote: string;
  /** Its words are not in our text, or are there several times; or none of its codes was taken. */
  readonly why: 'not-found' | 'ambiguous' | 'no-code';
}

export interface CoderSummary {
  readonly name: string;
  readonly segments: number;
  /** Of these, those that the project did not have. */
  readonly added: number;
  /** Sources that they said they finished. */
  readonly finished: number;
}

export interface FileSummary {
  readonly name: string;
  readonly project: string;
  /** Whoever coded something there or said that they finished a source, the agreed layer apart. */
  readonly coders: readonly CoderSummary[];
  readonly sources: { readonly matched: number; readonly added: number };
  readonly segments: { readonly all: number; readonly added: number };
  readonly codes: { readonly matched: number; readonly added: number };
  /** 'empty': there is nothing to take; 'skipped': a file of another project that is left out. */
  readonly standing: 'merged' | 'skipped' | 'empty';
}

export type TableCounts = { readonly [T in TableName]: number };

export interface MergePlan {
  readonly base: MergeBase;
  readonly files: readonly FileSummary[];
  /** In the order in which they are asked. */
  readonly items: readonly MergeItem[];
  readonly keptOurs: readonly KeptOurs[];
  readonly lost: readonly LostSegment[];
  /** Rows that only the files had, and rows of theirs that are ours under another id. */
  readonly added: TableCounts;
  readonly matched: TableCounts;
  /** The merged project: all but its history. */
  readonly united: Pick<ProjectContent, 'state'>;
  /** Texts and files that the project does not have yet. */
  readonly bodies: {
    readonly texts: ReadonlyMap<string, SourceText>;
    readonly files: ReadonlyMap<string, SourceFile>;
  };
}

/** What goes to the session: one undoable step. */
export interface AppliedMerge {
  readonly draft: ChangeDraft;
  readonly contents: readonly { readonly text?: SourceText; readonly file?: SourceFile }[];
}
