import { decodeStrictly } from '../decode/charset';

/**
 * Tells in which encoding names of an archive are that are not marked as UTF-8. Windows writes them in the code
 * page of the machine and says nothing of it; all names of one archive are in the same.
 * In: the bytes of the names. Out: a WHATWG label, or undefined where nothing East Asian comes out.
 */
export function nameEncoding(names: readonly Uint8Array[]): string | undefined {
  const foreign = names.filter((name) => name.some((byte) => byte >= 0x80));
  if (foreign.length === 0) return undefined;
  const bytes = Uint8Array.from(foreign.flatMap((name) => [...name, 0x0a]));
  if (decodeStrictly(bytes, 'utf-8')) return 'utf-8';
  if (isMade(bytes, 'shift_jis', /[\u3040-\u30FF\u4E00-\u9FFF]/g)) return 'shift_jis';
  if (isMade(bytes, 'euc-kr', /[\uAC00-\uD7A3]/g) && soundsKorean(bytes)) return 'euc-kr';
  const chinese = everyday(bytes, 0xb0, 0xd7) >= everyday(bytes, 0xa4, 0xc6) ? 'gb18030' : 'big5';
  return isMade(bytes, chinese, /[\u4E00-\u9FFF]/g) ? chinese : undefined;
}

/** How many pairs begin with a byte of the rows in which an encoding has the characters of every day. */
function everyday(bytes: Uint8Array, first: number, last: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    if (lead >= first && lead <= last && (first === 0xa4 || (bytes[at + 1] ?? 0) > 0xa0)) count++;
    at++;
  }
  return count;
}

// Simplified Chinese, misread, gives syllables as well, but rare ones.
const COMMON_HANGUL = /[이다의는을에가하지고를은로한사기나도해서인대자보시정부안전국제문일신방법계]/g;
const FEWEST_COMMON = 0.15;

function soundsKorean(bytes: Uint8Array): boolean {
  const text = decodeStrictly(bytes, 'euc-kr')?.text ?? '';
  const syllables = text.match(/[\uAC00-\uD7A3]/g)?.length ?? 0;
  return (text.match(COMMON_HANGUL)?.length ?? 0) >= FEWEST_COMMON * syllables;
}

const MOST = 0.9;
/** Latin letters with accents come one by one, and each takes a letter after it for half of itself. */
const USUAL_RUN = 1.5;

/** Whether names come out whole, of the letters of the language, and of words rather than single letters. */
function isMade(bytes: Uint8Array, label: string, letters: RegExp): boolean {
  const text = decodeStrictly(bytes, label)?.text ?? '';
  const foreign = text.match(/[^\0-\x7F\u3000-\u303F\uFF01-\uFF5E]+/g) ?? [];
  const all = foreign.join('').length;
  return all >= USUAL_RUN * foreign.length && (text.match(letters)?.length ?? 0) >= MOST * Math.max(1, all);
}
