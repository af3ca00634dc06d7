export type Granularity = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The segmenter for a language. Making one is slow, so each is kept.
 * In: a BCP 47 tag and a granularity. Out: the segmenter; a language that is unknown, empty or
 * malformed gets the rules that hold for all languages.
 */
export function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const segmenter = new Intl.Segmenter(canonicalLanguage(language) ?? 'und', { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

/** In: any text. Out: the BCP 47 tag it is, in its usual case ('zh-hans' → 'zh-Hans'), or undefined. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
