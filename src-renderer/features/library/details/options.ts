import { labelLanguages } from '../../../domain/model/language';
import { countryCodeOf, countryCodes } from '../../../domain/sources/country-codes';
import { fold } from '../../../domain/text/fold';
import { countryName, languageName } from '../../../i18n/names';
import type { InterfaceLanguage } from '../../../i18n';
import type { Option } from '../../../ui';

/** Names of every country in the five languages, in comparison form; made at first use. */
let namesOfCountries: ReadonlyMap<string, string> | undefined;

function countryNames(): ReadonlyMap<string, string> {
  namesOfCountries ??= new Map(
    countryCodes.map((code) => [
      code,
      fold(labelLanguages.map((language) => countryName(code, language)).join('\n')),
    ]),
  );
  return namesOfCountries;
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
  const names = countryNames();
  const byCode = countryCodeOf(typed.trim());
  const collator = new Intl.Collator(language);
  const matches = (country: string) => (names.get(country) ?? fold(country)).includes(wanted);
  const option = (country: string): Option => ({ id: country, label: countryName(country, language) });
  const sorted = (countries: readonly string[]) =>
    countries
      .filter((country) => country !== byCode && matches(country))
      .map(option)
      .sort((a, b) => collator.compare(a.label, b.label));
  const first = new Set(known);
  return [
    ...(byCode ? [option(byCode)] : []),
    ...sorted(known),
    ...sorted(countryCodes.filter((code) => !first.has(code))),
  ];
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
