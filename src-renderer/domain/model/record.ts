/** In: anything, such as what was stored. Out: whether it is an object with fields, and not a list. */
export const isRecord = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
