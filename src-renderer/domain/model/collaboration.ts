import type { CodeId, CoderId, FamilyId, SegmentId, SourceId } from './ids';
import type { Passage } from './segment';

/**
 * What a coder says of a source: "looked at it and done", or "not done after all". Without a row, coded
 * segments alone tell that the coder has begun (`progressOf`). It decides every figure of agreement whether
 * somebody coded nothing or did not look.
 */
export interface CoderProgress {
  readonly id: string;
  readonly sourceId: SourceId;
  readonly coderId: CoderId;
  readonly finished: boolean;
  readonly at: string;
}

export const strata = ['country', 'documentType', 'language'] as const;
export type Stratum = (typeof strata)[number];

/** How the sources of a package were chosen, so that it can be told and done again. */
export type Sampling =
  | { readonly kind: 'all'; readonly of: number }
  | { readonly kind: 'chosen'; readonly of: number }
  | {
      readonly kind: 'random';
      /** How many sources there were to draw from. */
      readonly of: number;
      readonly seed: number;
      readonly strata: readonly Stratum[];
    };

/** What a coder is given to code on their own: sources and a codebook, without what others coded. */
export interface CodingPackage {
  readonly id: string;
  readonly name: string;
  /** Counts from 1: the first double coding, the second after the codebook was sharpened, … */
  readonly round: number;
  readonly purpose: 'second-coder' | 'recode';
  /** Who codes it. */
  readonly coderId: CoderId;
  /** The coder whose own stability it measures, for a recode; null else. */
  readonly recodeOf: CoderId | null;
  readonly sourceIds: readonly SourceId[];
  readonly familyIds: readonly FamilyId[];
  /** Whether the codebook must not be changed while it is coded. */
  readonly frozen: boolean;
  readonly sampling: Sampling;
  readonly createdBy: CoderId;
  readonly createdAt: string;
}

/**
 * How two codings of a passage differ: one coder has nothing there (`missed`), the same code with other ends
 * (`boundary`), other codes at one place (`different-code`), one segment against several of its code (`split`).
 */
export const disagreementKinds = ['missed', 'boundary', 'different-code', 'split'] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

export const settlements = ['first', 'second', 'both', 'edited', 'none'] as const;
export type Settlement = (typeof settlements)[number];

/** A coded segment as it stood when it was decided on. */
export interface ConsideredSegment {
  readonly segmentId: SegmentId;
  readonly coderId: CoderId;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly CodeId[];
}

/**
 * What two coders' codings of a passage came to, `[start, end)` in UTF-16 units. The segments of the agreed
 * layer that it made (`result`) are rows of their own; what was considered is kept as it was, so that the
 * layer tells where it came from and a later merge can tell whether something has changed since.
 */
export interface Decision extends Passage {
  readonly id: string;
  /** 'agreed' where both had coded the same. */
  readonly kind: DisagreementKind | 'agreed';
  readonly considered: readonly ConsideredSegment[];
  readonly settlement: Settlement;
  readonly result: readonly SegmentId[];
  readonly note: string;
  readonly coderId: CoderId;
  readonly at: string;
}
