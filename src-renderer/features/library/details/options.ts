import { labelLanguages } from '../../../domain/model/language';
import { countryCodeOf, countryCodes, isCountryCode } from '../../../domain/sources/country-codes';
import { fold } from '../../../domain/text/fold';
import { countryName, languageName } from '../../../i18n/names';
import type { InterfaceLanguage } from '../../../i18n';
import type { Option } from '../../../ui';

interface NamedCountry extends Option {
  /** Its names in all five languages, in comparison form. */
  readonly names: string;
}

const countriesByLanguage = new Map<InterfaceLanguage, readonly NamedCountry[]>();

/** Every country by name in a language; made at first use. */
function allCountries(language: InterfaceLanguage): readonly NamedCountry[] {
  let countries = countriesByLanguage.get(language);
  if (!countries) {
    const collator = new Intl.Collator(language);
    countries = countryCodes
      .map((id) => ({
        id,
        label: countryName(id, language),
        names: fold(labelLanguages.map((other) => countryName(id, other)).join('\n')),
      }))
      .sort((a, b) => collator.compare(a.label, b.label));
    countriesByLanguage.set(language, countries);
  }
  return countries;
}

/**
 * Finds countries by a part of their name in any of the five languages, or by code.
 * In: what was typed ('' for all), the countries and regions the project knows already, which come
 * first, and the language of the names. Out: options whose ids are what a source keeps.
 */
export function findCountries(
  typed: string,
  known: readonly string[],
  language: InterfaceLanguage,
): readonly Option[] {
  const wanted = fold(typed.trim());
  const code = countryCodeOf(typed.trim());
  const isKnown = new Set(known);
  const countries = allCountries(language);
  const regions = known
    .filter((name) => !isCountryCode(name))
    .map((name) => ({ id: name, label: name, names: fold(name) }));
  const found = [...countries, ...regions].filter(({ id, names }) => id === code || names.includes(wanted));
  const rank = ({ id }: Option) => (id === code ? 0 : isKnown.has(id) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Languages offered by name; any other can be typed as a tag. */
const languageTags = (
  'en ja ko zh-Hans zh-Hant ar bn bg my cs da de el es et fa fi fil fr he hi hr hu id it kk km lo lt lv mn ms ' +
  'ne nl no pl pt ro ru si sk sl sq sr sv sw ta th tr uk ur uz vi'
).split(' ');

/** Finds languages by a part of their name or by tag; those the project has come first. */
export function findLanguages(
  typed: string,
  known: readonly string[],
  language: InterfaceLanguage,
): readonly Option[] {
  const wanted = fold(typed.trim());
  return [...new Set([...known, ...languageTags])]
    .map((tag) => ({ id: tag, label: languageName(tag, language) }))
    .filter(
      ({ id, label }) =>
        fold(label).includes(wanted) || fold(languageName(id, 'en')).includes(wanted) || fold(id) === wanted,
    );
}

/** Finds texts that other sources have already. */
export function findTexts(typed: string, known: readonly string[]): readonly Option[] {
  const wanted = fold(typed.trim());
  return known.filter((text) => fold(text).includes(wanted)).map((text) => ({ id: text, label: text }));
}
