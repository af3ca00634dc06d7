import type { CodeId, CoderId, SourceId } from '../../model/ids';
import type { SpanMatch } from '../matching/spans';

/** What is one unit of a reliability table; 'segment': matched segments, one by one. */
export const agreementUnits = ['character', 'segment', 'sentence', 'paragraph', 'source'] as const;
export type AgreementUnit = (typeof agreementUnits)[number];

/**
 * By what a figure is taken apart. 'code' goes together with each of the others: ['code', 'source'] asks
 * for every code in every source too, as a heat map has it.
 */
export const agreementGroupings = ['code', 'source', 'country', 'language', 'pair'] as const;
export type AgreementGrouping = (typeof agreementGroupings)[number];

/**
 * Which codes are compared: the codes of a family as profiles count them (its top-level codes, each with
 * those below it), or any codes, each with those below it that are not listed themselves.
 */
export type ComparedCodes = { readonly family: string } | { readonly codes: readonly CodeId[] };

/** Which sources are compared. A list that is absent restricts nothing. */
export interface ComparedSources {
  readonly ids?: readonly SourceId[];
  /** '' stands for sources without a country. */
  readonly countries?: readonly string[];
  /** '' stands for sources without a language. */
  readonly languages?: readonly string[];
}

/** How intervals are had; both are printed with them. */
export interface Resampling {
  /** How often the documents are drawn, ≥ 1. */
  readonly resamples: number;
  readonly seed: number;
}

/** What is asked about the agreement of coders. */
export interface AgreementRequest {
  /** In the order wanted; persons alone, unless the agreed layer is what is asked for. */
  readonly coders: readonly CoderId[];
  readonly codes: ComparedCodes;
  readonly sources: ComparedSources;
  readonly unit: AgreementUnit;
  /** When segments are one unit. F1 of spans is given at `f1Matches` and, where it is another, at this. */
  readonly match: SpanMatch;
  /** Names of the registry; 'default': the few to be read first; 'all': all that the unit can have. */
  readonly coefficients: 'default' | 'all' | readonly string[];
  readonly per: readonly AgreementGrouping[];
  /** Null for no intervals. */
  readonly bootstrap: Resampling | null;
}

/** The matches at which F1 of spans is given. */
export const f1Matches: readonly SpanMatch[] = ['exact', { iou: 0.5 }, 'any-overlap'];

/** What is asked where nobody says otherwise. */
export const standardRequest = {
  sources: {},
  unit: 'character',
  match: { iou: 0.5 },
  coefficients: 'default',
  per: ['code'],
  bootstrap: { resamples: 1000, seed: 1 },
} as const satisfies Omit<AgreementRequest, 'coders' | 'codes'>;
