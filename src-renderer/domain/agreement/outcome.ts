import { fail, ok, type Result } from '../model/result';

/** Why a coefficient has no value. It is shown as “—” with this reason, never as 0 or 1. */
export type UndefinedReason =
  | 'fewer-than-two-coders'
  | 'more-than-two-coders'
  | 'no-units'
  | 'no-pairable-units'
  | 'no-variation'
  | 'only-one-category'
  | 'no-positive-values'
  | 'values-not-numeric'
  | 'values-missing'
  | 'too-few-units'
  | 'nothing-coded'
  | 'no-jointly-coded-stretch'
  | 'codes-overlap'
  | 'too-many-alignments';

/** A coefficient that has a value, and the figures it was made of (each in the unit its function states). */
export interface Measured {
  readonly value: number;
  readonly details: Readonly<Record<string, number>>;
}

/** What a coefficient comes to: a value, or the reason why it has none. */
export type Outcome = Result<Measured, UndefinedReason>;

/** In: a value and the figures behind it. Out: the outcome that carries them. */
export const measured = (value: number, details: Readonly<Record<string, number>> = {}): Outcome =>
  ok({ value, details });

/** In: the reason. Out: the outcome of a coefficient without a value. */
export const undefinedBecause = (reason: UndefinedReason): Outcome => fail(reason);

/**
 * An agreement set against what chance would bring: (Po − Pe)/(1 − Pe).
 * In: both as shares of 1. Out: a value up to 1, with `observed` and `expected`; undefined
 * (`no-variation`) where chance alone would bring full agreement.
 */
export function aboveChance(observed: number, expected: number): Outcome {
  // Pe is summed in floating point: what differs from 1 by rounding alone is 1.
  if (1 - expected < 1e-12) return undefinedBecause('no-variation');
  return measured((observed - expected) / (1 - expected), { observed, expected });
}
