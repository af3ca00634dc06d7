const remembered = new WeakMap<object, Map<string, unknown>>();

/**
 * Makes something of data once. Several coefficients are made of the same counts (the whole family of u-α of
 * one sweep, γ, γ-cat and γ-k of one set of alignments), and a reader of coefficients asks for one at a time.
 * In: data that never changes, a key that says what is made of it and how, and the maker.
 * Out: what it made, kept as long as the data are.
 */
export function onceFor<T>(data: object, key: string, make: () => T): T {
  let known = remembered.get(data);
  if (!known) remembered.set(data, (known = new Map()));
  if (!known.has(key)) known.set(key, make());
  // What a key stands for is written by the same call that reads it.
  return known.get(key) as T;
}
