/** A language as a document declares it (`EN-us`, `ja_JP`) as a BCP 47 tag, or '' where it is none. */
export function languageTag(declared: string): string {
  try {
    return Intl.getCanonicalLocales(declared.trim().replaceAll('_', '-'))[0] ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
