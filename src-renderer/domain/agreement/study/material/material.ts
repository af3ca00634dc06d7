import type { Block } from '../../../model/source';
import type { Span } from '../../continuum/continuum';
import type { LeftOutReason } from '../report';

/** A document as coders coded it, before its positions and regions are worked out. */
export interface MaterialDocument {
  readonly id: string;
  readonly country: string;
  readonly language: string;
  /** Where it begins and how long it is, in the positions of its spans. */
  readonly begin: number;
  readonly length: number;
  /** Length in code points; another number than `length` says that its text has characters of two units. */
  readonly characters: number;
  /** Per coder: the spans, or null where the coder did not look. */
  readonly coders: readonly (readonly Span[] | null)[];
  /** Per coder: whether the coder looked without saying that it is done. */
  readonly unfinished: readonly boolean[];
  /** Only where it is needed: sentences and paragraphs, and characters of two units. */
  readonly text?: { readonly text: string; readonly blocks: readonly Block[] };
}

/** What figures of agreement are made of: plain data, so that it can be handed to another thread. */
export interface AgreementMaterial {
  readonly coders: readonly string[];
  /** In the order in which figures name them. */
  readonly codes: readonly string[];
  readonly documents: readonly MaterialDocument[];
  readonly leftOut: readonly { readonly source: string; readonly reason: LeftOutReason }[];
}

/** A table of units × coders that came from elsewhere. */
export interface TableMaterial {
  readonly coders: readonly string[];
  /** All categories there are, where that is known; those in the rows where it is not. */
  readonly categories?: readonly string[];
  /** Per unit and coder: the values, or null where there is none. */
  readonly rows: readonly (readonly (readonly string[] | null)[])[];
}
