/** The five interface and label languages, as BCP 47 tags. */
export const labelLanguages = ['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant'] as const;
export type LabelLanguage = (typeof labelLanguages)[number];

/** Text in any of the label languages; English is the fallback. */
export type Labels = { readonly [language in LabelLanguage]?: string };

/**
 * Picks the best label.
 * In: labels and the wanted language. Out: that label, else the other Chinese script's, else English,
 * else the first one there is, else the empty string.
 */
export function labelIn(labels: Labels, language: LabelLanguage): string {
  const sibling = language === 'zh-Hans' ? 'zh-Hant' : language === 'zh-Hant' ? 'zh-Hans' : undefined;
  return (
    labels[language] ||
    (sibling && labels[sibling]) ||
    labels.en ||
    labelLanguages.map((l) => labels[l]).find(Boolean) ||
    ''
  );
}
