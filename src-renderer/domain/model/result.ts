/** A typed outcome: expected failures are values, broken invariants throw. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a success. In: any value. Out: a Result that carries it. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps an expected failure. In: a typed error. Out: a Result that carries it. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });

/**
 * States an invariant.
 * In: a condition and the sentence that must hold. Throws an Error with that sentence when it does not.
 */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${sentence}`);
}
