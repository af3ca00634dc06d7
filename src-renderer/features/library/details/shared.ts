/** What several sources say of one field: the same, or several things. */
export type Shared<T> = { readonly kind: 'same'; readonly value: T } | { readonly kind: 'several' };

/** In: at least one value. Out: the value when all are equal. */
export function shared<T>(values: readonly [T, ...T[]]): Shared<T> {
  const [first, ...rest] = values;
  return rest.every((value) => value === first) ? { kind: 'same', value: first } : { kind: 'several' };
}

/** The value, or a stand-in where there are several. */
export const valueOr = <T, E>(value: Shared<T>, stand: E): T | E =>
  value.kind === 'same' ? value.value : stand;
