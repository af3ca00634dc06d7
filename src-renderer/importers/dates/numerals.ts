const digits = '〇一二三四五六七八九';

/** The year before the first of each era. */
const eras: { readonly [era: string]: number } = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
};

export const eraPattern = Object.keys(eras).join('|');
/** Digits, or a number below a hundred or a year in Chinese characters; 元 is the first year of an era. */
export const numeralPattern = '(?:\\d{1,4}|[〇零一二三四五六七八九十廿]{1,4}|元)';

/** In: text of `numeralPattern`. Out: the number. `二〇〇九` goes by its digits, `二十一` by its tens. */
export function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const plain = text.replaceAll('零', '〇').replaceAll('廿', '二十');
  const byDigits = (part: string): number =>
    [...part].reduce((number, letter) => 10 * number + digits.indexOf(letter), 0);
  const [tens, ones] = plain.split('十');
  if (tens === undefined || ones === undefined) return byDigits(plain);
  return 10 * (tens === '' ? 1 : byDigits(tens)) + byDigits(ones);
}

/** In: the name of an era and a year of it from 1. Out: the year of the common era. */
export const yearOfEra = (era: string, year: number): number => (eras[era] ?? NaN) + year;
