import { countryCodes } from '../country-codes';
import { normaliseCountry } from '../country';
import { isPartialDate, parsePartialDate } from '../date';
import { documentTypeCalled } from './document-types';
import { languageCalled } from './languages';

/** What a part of a file's name can say of a source. */
export const nameTokens = ['country', 'date', 'title', 'type', 'outlet', 'language', 'actor'] as const;
export type NameToken = (typeof nameTokens)[number];

const isCode = new Set(countryCodes);

/** No name of a country, date or language is longer, in any writing of it. */
const LONGEST_VALUE = 80;

/** Tokens that take any text; the others take only what they know. */
export const isFree = (token: NameToken | '*'): boolean =>
  token === '*' || token === 'title' || token === 'outlet' || token === 'actor';

/**
 * Reads a part of a name as what a token stands for.
 * In: the token and the part. Out: the value as a source has it (alpha-2 code, partial date, document type,
 * BCP 47 tag, or text in which underscores are spaces), or undefined where the part is no such thing.
 */
export function readValue(token: NameToken, part: string): string | undefined {
  if (!isFree(token) && part.length > LONGEST_VALUE) return undefined;
  switch (token) {
    case 'country': {
      const country = normaliseCountry(part.replaceAll('_', ' '));
      return isCode.has(country) ? country : undefined;
    }
    case 'date':
      return readDate(part);
    case 'type':
      return documentTypeCalled(part);
    case 'language':
      return languageCalled(part);
    default:
      return part.replace(/[_\s]+/g, ' ').trim() || undefined;
  }
}

/** Names of files have dates without anything between, and with underscores. */
function readDate(part: string): string | undefined {
  const plain = part.normalize('NFKC').trim();
  const found = /^(\d{4})([_.-]?)(\d{2})(?:\2(\d{2}))?$/.exec(plain);
  if (!found) return parsePartialDate(plain);
  const [, year, , month, day] = found;
  const date = [year, month, day].filter((piece) => piece !== undefined).join('-');
  return isPartialDate(date) ? date : undefined;
}
