import { languageCalled } from '../../domain/sources/names/languages';

/** A language as a document declares it (`EN-us`, `ja_JP`, `English`) as a BCP 47 tag, or '' where it is none. */
export function languageTag(declared: string): string {
  const said = declared.trim();
  // A name would pass for a tag of four to eight letters, which no language has.
  if (!/^[a-z]{2,3}([-_]|$)/i.test(said)) return languageCalled(said) ?? '';
  try {
    return Intl.getCanonicalLocales(said.replaceAll('_', '-'))[0] ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
