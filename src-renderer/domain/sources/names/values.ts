import { countryCodes } from '../country-codes';
import { normaliseCountry } from '../country';
import { isPartialDate, parsePartialDate } from '../date';
import { documentTypeCalled } from './document-types';
import { languageCalled } from './languages';

/** What a part of a file's name can say of a source. */
export const nameTokens = ['country', 'date', 'title', 'type', 'outlet', 'language', 'actor'] as const;
export type NameToken = (typeof nameTokens)[number];

/** A variable of the researcher's own, by its name. */
export type VariableToken = `variable:${string}`;

/** What stands in braces; `*` is any text of no interest. */
export type PatternToken = NameToken | VariableToken | '*';

/**
 * In: what a pattern has between braces. Out: the token that it names, a word in any case or `variable:` and
 * a name; undefined where it names none.
 */
export function tokenCalled(text: string): PatternToken | undefined {
  const [, variable = ''] = /^\s*variable\s*:(.*)$/isu.exec(text) ?? [];
  const name = variable.replace(/\s+/g, ' ').trim();
  if (name !== '') return `variable:${name}`;
  return [...nameTokens, '*' as const].find((token) => token === text.trim().toLowerCase());
}

/** In: a token. Out: the name of the variable that it stands for, or undefined where it stands for none. */
export const variableOf = (token: PatternToken): string | undefined =>
  token.startsWith('variable:') ? token.slice('variable:'.length) : undefined;

const isCode = new Set(countryCodes);

/** No name of a country, date or language is longer, in any writing of it. */
const LONGEST_VALUE = 80;

/** Tokens that take any text; the others take only what they know. */
export const isFree = (token: PatternToken): boolean =>
  ['*', 'title', 'outlet', 'actor'].includes(token) || variableOf(token) !== undefined;

/**
 * Reads a part of a name as what a token stands for.
 * In: the token and the part. Out: the value as a source has it (alpha-2 code, partial date, document type,
 * BCP 47 tag, or text in which underscores are spaces), or undefined where the part is no such thing.
 */
export function readValue(token: NameToken | VariableToken, part: string): string | undefined {
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
