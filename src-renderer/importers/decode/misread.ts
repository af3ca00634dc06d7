import type { Decoded } from './charset';

const SAMPLE_CHARACTERS = 65536;
// In a Latin text fewer letters than this carry accents; more of them are another script misread.
const MOST_ACCENTED = 0.3;
// A Cyrillic, Greek, Hebrew or Arabic text is letters before all; misread bytes are half signs and boxes.
const FEWEST_LETTERS = 0.7;
// Misread as Chinese, any pair of bytes gives some rare character; real Chinese keeps coming back to these.
const COMMON_HAN =
  /[的一是不了人在有我他这這个個们們中来來上大为為和国國地到以说說时時就出会會可对對生能年过過发發后後作日月第者自及其行法]/g;
const FEWEST_COMMON = 0.03;
const ENOUGH_HAN = 60;

const LATIN = /^(windows-125[02478]|iso-8859-(1|2|9|15))$/;
const CHINESE = /^(gbk|gb18030|big5)$/;
const JAPANESE = /^(shift_jis|euc-jp)$/;

/** Whether a text in an encoding that was guessed is nonsense, by what a script is made of. */
export function isMisread({ text, encoding }: Decoded): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  if (LATIN.test(encoding)) {
    return count(sample, /[\u0080-\u024F]/g) > MOST_ACCENTED * count(sample, /\p{Letter}/gu);
  }
  if (CHINESE.test(encoding)) {
    const han = count(sample, /\p{Script=Han}/gu);
    return han >= ENOUGH_HAN && count(sample, COMMON_HAN) < FEWEST_COMMON * han;
  }
  if (/^(koi8|windows|iso-8859)/.test(encoding)) {
    const foreign = sample.replace(/[\0-\x7F]+/g, '');
    return count(foreign, /[\p{Letter}\p{Mark}]/gu) < FEWEST_LETTERS * foreign.length;
  }
  return false;
}

// Of fewer letters nothing can be told.
const ENOUGH = 30;
/** Letters with accents stand alone between others, those of East Asia next to each other. */
const MOST_IN_A_ROW = 0.5;
const FEWEST_IN_A_ROW = 0.3;
const FEWEST_KANA = 0.05;
/** Kana and the signs for the sounds of Chinese, which stand in no sentence. */
const MOST_SOUNDS_IN_CHINESE = 0.1;
const FEWEST_HANGUL = 0.5;
// The endings and particles without which there is no Korean sentence.
const COMMON_HANGUL = /[이다의는을에가하지고를은로한사기나도해서]/g;
const FEWEST_COMMON_HANGUL = 0.15;
/** Signs that no language has inside a word, and letters of other encodings stand in their places. */
const SIGN_IN_WORD = /\p{Letter}[¡-©¬-¶¸¹¼-¿](?=\p{Letter})/gu;
const FEW_SIGNS = 3;

/**
 * Whether a text is doubtful in the encoding that its file declares. Stricter than `isMisread`, since it only
 * says that another encoding is worth a look: a list of names in Japanese has no kana either.
 */
export function isDoubtful(decoded: Decoded): boolean {
  if (isMisread(decoded)) return true;
  const { encoding } = decoded;
  const text = decoded.text.slice(0, SAMPLE_CHARACTERS);
  if (LATIN.test(encoding)) {
    const foreign = count(text, /[\u0080-\u024F]/g);
    const inARow = count(text, /[\u0080-\u024F]{2,}/g, (run) => run.length);
    return inARow > Math.max(FEW_SIGNS, MOST_IN_A_ROW * foreign) || count(text, SIGN_IN_WORD) > FEW_SIGNS;
  }
  const kana = count(text, /[\u3041-\u30FA]/g);
  const han = count(text, /\p{Script=Han}/gu);
  const hangul = count(text, /[가-힣]/g);
  const letters = kana + han + hangul + count(text, /[\uFF66-\uFF9F]/g);
  if (letters < ENOUGH) return false;
  const inARow = count(text, /[\p{Script=Han}\u3041-\u30FA가-힣\uFF66-\uFF9F]{2,}/gu, (run) => run.length);
  if (inARow < FEWEST_IN_A_ROW * letters) return true;
  if (JAPANESE.test(encoding)) return kana < FEWEST_KANA * letters;
  if (CHINESE.test(encoding)) {
    const sounds = kana + count(text, /[\u3105-\u312D]/g);
    return sounds > MOST_SOUNDS_IN_CHINESE * letters || count(text, COMMON_HAN) < FEWEST_COMMON * han;
  }
  if (encoding === 'euc-kr') return hangul < FEWEST_HANGUL * letters || !soundsKorean(text);
  return false;
}

/** Whether the syllables of a text are those of sentences. */
export function soundsKorean(text: string): boolean {
  const common = count(text, COMMON_HANGUL);
  return common > 0 && common >= FEWEST_COMMON_HANGUL * count(text, /[가-힣]/g);
}

function count(text: string, pattern: RegExp, weight: (match: string) => number = () => 1): number {
  let sum = 0;
  for (const [match] of text.matchAll(pattern)) sum += weight(match);
  return sum;
}
