import type { InterfaceLanguage } from './index';

const countries = new Map<string, Intl.DisplayNames>();
const languages = new Map<string, Intl.DisplayNames>();

function names(cache: Map<string, Intl.DisplayNames>, language: string, type: 'region' | 'language') {
  let known = cache.get(language);
  if (!known) cache.set(language, (known = new Intl.DisplayNames([language], { type })));
  return known;
}

/** A country (ISO 3166-1 alpha-2) by name; a region's own name as it is. */
export function countryName(country: string, language: InterfaceLanguage): string {
  return /^[A-Z]{2}$/.test(country) ? (names(countries, language, 'region').of(country) ?? country) : country;
}

/** A language (BCP 47) by name. */
export function languageName(tag: string, language: InterfaceLanguage): string {
  return tag ? (names(languages, language, 'language').of(tag) ?? tag) : '';
}
