import type { BlockDraft } from '../../../domain/text/canonical';
import { dateLine } from '../../dates';
import { fields, type Article } from '../article';
import { accessionNumber } from './codes';

/** `295 mots`, `1,204 words`, `8165 字`: a number and one word. */
const LENGTH = /^\d[\d., \u00a0\u202f]*\s?[\p{L}]{1,12}$/u;
const TIME = /^\d{1,2}[:.]\d{2}(?:\s*[ap]m)?(?:\s+[A-Z]{2,4})?$/i;
const CODE = /^[A-Z][A-Z0-9]{1,9}$/;
const PAGE = /^(?:\p{L}{1,3}[-\s]?)?\d{1,4}(?:[-,/]\s?\w{1,5})*$|^[A-Z]{1,3}\d{1,3}$/u;
const COPYRIGHT = /©|\(c\)|copyright|droits réservés|rechte vorbehalten|版权|版權|著作権|저작권/i;
const LANGUAGE =
  /^(?:english|anglais|englisch|inglés|inglese|inglês|français|french|französisch|francés|francese|deutsch|german|allemand|alemán|tedesco|español|spanish|spanisch|espagnol|spagnolo|italiano|italian|italienisch|italien|português|portuguese|nederlands|dutch|niederländisch|néerlandais|русский|russian|日本語|日文|日语|日語|japanese|japanisch|japonais|한국어|韩语|韓語|韩文|韓文|korean|koreanisch|coréen|中文.*|简体中文|繁體中文|英语|英語|英文|영어|chinese.*|chinesisch.*|chinois.*)$/i;

/** Whether a line is one that gives the length, the only one of a head that can be told by itself. */
export const isLength = (line: string): boolean => line.length <= 24 && LENGTH.test(line.trim());

/**
 * Reads an article that came without codes. Its lines come in a fixed order, those in brackets not always:
 * [section], headline, [author], [credit], length, date, [time], source, code, [edition], [page], language,
 * copyright; then the text, and its number.
 * In: the blocks before the text; the text; which block is the headline, or −1 where nothing marks it.
 */
export function uncodedArticle(
  head: readonly string[],
  body: readonly BlockDraft[],
  headline = -1,
): Article | undefined {
  const lines = head.map((line) => line.trim()).filter(Boolean);
  const length = lines.findIndex((line, i) => i > headline && isLength(line));
  if (length < 0 || !dateLine(lines[length + 1] ?? '')) return undefined;
  const title = headline >= 0 ? headline : 0;
  const [author = '', ...credits] = lines.slice(title + 1, length);
  const [date = '', ...rest] = lines.slice(length + 1);
  const time = TIME.test(rest[0] ?? '') ? rest.shift() : undefined;
  const outlet = rest.shift() ?? '';
  const code = CODE.test(rest[0] ?? '') ? rest.shift() : undefined;
  const copyright = takeFrom(rest, (line) => COPYRIGHT.test(line));
  const language = takeFrom(rest, (line) => LANGUAGE.test(line));
  const page = takeFrom(rest, (line) => PAGE.test(line));
  const number = body.at(-1);
  const identifier = number && accessionNumber(number.text);
  return {
    title: lines[title] ?? '',
    author,
    date,
    outlet,
    language: language ?? '',
    identifier: identifier ?? '',
    body: identifier ? body.slice(0, -1) : body,
    fields: [
      ...fields({ section: lines.slice(0, title).join('\n'), credit: credits.join('\n') }),
      ...fields({ length: lines[length], time, 'source-code': code, page, edition: rest.join('\n') }),
      ...fields({ copyright }),
    ],
  };
}

function takeFrom(lines: string[], fits: (line: string) => boolean): string | undefined {
  const index = lines.findIndex(fits);
  return index < 0 ? undefined : lines.splice(index, 1)[0];
}

/** Whether a line can be the last of a head: after it comes the text. */
export const endsHead = (line: string): boolean => COPYRIGHT.test(line);
