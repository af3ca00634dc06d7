import type { UndefinedReason } from '../outcome';
import type { AgreementUnit, Resampling } from './request';

/**
 * What a figure is of: everything ({}), or one code, source, country, language or pair of coders, or a code
 * within one of the others. Codes, sources and coders are ids of the project, or the names that a table or
 * a file of spans gives them; '' is "without country" or "without language".
 */
export interface AgreementScope {
  readonly code?: string;
  readonly source?: string;
  readonly country?: string;
  readonly language?: string;
  readonly pair?: readonly [string, string];
}

/** One figure. */
export interface AgreementResult {
  /** Its name in the registry. */
  readonly coefficient: string;
  /** For F1 of spans: when spans match: exact, any-overlap, iou0.5. */
  readonly match?: string;
  readonly scope: AgreementScope;
  readonly value: number | null;
  /** Why there is no value; null where there is one. */
  readonly reason: UndefinedReason | null;
  /** The 95 % percentile interval of the document bootstrap; null where none was asked for or can be had. */
  readonly low: number | null;
  readonly high: number | null;
  /**
   * The figures behind it, as its function names them, and
   * - with an interval `below667` and `below800`, the share of resamples under the target, and
   *   `undefinedResamples`, how many had no value;
   * - without a scope by source, where several documents have a value: `documents`, `documentsMin`,
   *   `documentsMedian`, `documentsMax`, the spread over single documents.
   */
  readonly details: Readonly<Record<string, number>>;
}

/** Why a source says nothing of the agreement of coders. */
export type LeftOutReason = 'no-coder' | 'one-coder' | 'no-text';

/** A coefficient without one of the coders, or without one of the documents. */
export interface Influence {
  readonly coefficient: string;
  readonly scope: AgreementScope;
  readonly without: { readonly coder: string } | { readonly source: string };
  readonly value: number | null;
  readonly reason: UndefinedReason | null;
  /** `value` less the value with everything; null where either is undefined. */
  readonly change: number | null;
}

/** A document that figures rest on. */
export interface ComparedDocument {
  readonly id: string;
  /** Which coders looked at it, in the order of the report's coders. */
  readonly coders: readonly string[];
  /** Which of them have not said that they are done with it. */
  readonly unfinished: readonly string[];
  /** Length in code points. */
  readonly characters: number;
}

/** How far coders agree: what the window, the command line and the tables of a paper all show. */
export interface AgreementReport {
  /** 'row' for a table from elsewhere. */
  readonly unit: AgreementUnit | 'row';
  /** How segments or spans were matched: exact, any-overlap, iou0.5. */
  readonly match: string;
  readonly coders: readonly string[];
  /** Codes compared, in the order of the codebook. */
  readonly codes: readonly string[];
  /** Whether no coder gave one place two of the codes, so that the family of cu-α has a value. */
  readonly exclusive: boolean;
  /** Units that at least two coders have a value of. */
  readonly n: number;
  readonly documents: readonly ComparedDocument[];
  readonly leftOut: readonly { readonly source: string; readonly reason: LeftOutReason }[];
  readonly bootstrap: Resampling | null;
  readonly results: readonly AgreementResult[];
  /** What changes when one coder or document is left out; the greatest changes first. */
  readonly influences: readonly Influence[];
}
