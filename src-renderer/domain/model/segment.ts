import type { CodeId, CoderId, MemoId, SegmentId, SourceId } from './ids';

export type Certainty = 'certain' | 'unsure';
export const stances = ['asserts', 'reports', 'rejects'] as const;
export type Stance = (typeof stances)[number];

/** A passage of one source, `[start, end)` in UTF-16 units of its canonical text. */
export interface Passage {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

/**
 * A coded segment: one passage, by one coder, with one or more tags. Tags on one segment belong
 * together: that is what crosses modes with actors. Segments overlap freely.
 */
export interface CodedSegment extends Passage {
  readonly id: SegmentId;
  readonly coderId: CoderId;
  /** At least one, each once, in the order they were applied. */
  readonly tags: readonly CodeId[];
  readonly certainty: Certainty;
  readonly stance: Stance;
  /** The passage itself and up to 32 UTF-16 units on either side, so that it can be found again. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Length of the quote in Unicode code points. */
  readonly characters: number;
  readonly memoId: MemoId | null;
  /** The passage in the researcher's own translation; absent where there is none. */
  readonly translation?: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly initials: string;
  /** #RRGGBB */
  readonly color: string;
}

/** What a memo is about; null for a memo on the project. */
export interface MemoTarget {
  readonly table: 'sources' | 'segments' | 'codes' | 'cases';
  readonly id: string;
}

export interface Memo {
  readonly id: MemoId;
  readonly target: MemoTarget | null;
  readonly title: string;
  /** Serialised rich text (JSON of the editor state), and the same as plain text for search and export. */
  readonly body: string;
  readonly plainText: string;
  readonly coderId: CoderId;
  readonly createdAt: string;
  readonly modifiedAt: string;
}
