import { labelLanguages } from '../model/language';
import { fold } from '../text/fold';
import { countryCodeOf, countryCodes } from './country-codes';

const namesByLanguage = new Map<string, string>();

/** Names of countries in the five languages, in comparison form, to codes; made at first use. */
function codeByName(): ReadonlyMap<string, string> {
  if (namesByLanguage.size > 0) return namesByLanguage;
  for (const language of labelLanguages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of countryCodes) {
      const name = names.of(code);
      if (name) namesByLanguage.set(fold(name), code);
    }
  }
  return namesByLanguage;
}

/**
 * Reads what a person typed as a country.
 * In: an ISO 3166-1 alpha-2 or alpha-3 code in any case, a country's name in one of the five languages, or
 * the name of a region. Out: the alpha-2 code, else the name in one line without white space around it.
 */
export function normaliseCountry(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  const plain = name.normalize('NFKC');
  return countryCodeOf(plain) ?? codeByName().get(fold(plain)) ?? name;
}

/**
 * Guesses the country from a file's name.
 * In: a name such as `jp_plan.pdf` or `JP_2009-12_plan.pdf`. Out: the alpha-2 code when the name begins
 * with one, or with an alpha-3 code, before an underscore; else ''. A guess is for a person to confirm.
 */
export function guessCountry(fileName: string): string {
  const token = /^([A-Za-z]{2,3})_/.exec(fileName)?.[1];
  return (token && countryCodeOf(token)) ?? '';
}
