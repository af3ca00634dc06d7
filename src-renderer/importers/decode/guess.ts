import { countOf, decodeLeniently, type Decoded } from './charset';
import { decodeJohab } from './johab';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_CHARACTERS = 65536;
// One character in thirty that stands for nothing, and a guess counts for nothing too.
const COST_OF_DAMAGE = 30;
// In a Latin text fewer letters than this carry accents; more of them are another script misread.
const MOST_ACCENTED = 0.3;
// A Cyrillic, Greek, Hebrew or Arabic text is letters before all; misread bytes are half signs and boxes.
const FEWEST_LETTERS = 0.7;
// Misread as Chinese, any pair of bytes gives some rare character; real Chinese keeps coming back to these.
const COMMON_HAN =
  /[的一是不了人在有我他这這个個们們中来來上大为為和国國地到以说說时時就出会會可对對生能年过過发發后後作日月第者自及其行法]/g;
const FEWEST_COMMON = 0.03;
const ENOUGH_HAN = 60;

/** Guesses the encoding from letter frequencies. Out: the text, or undefined when no guess is plausible. */
export async function guessEncoding(bytes: Uint8Array): Promise<Decoded | undefined> {
  const { analyse } = await import('chardet');
  let best: { decoded: Decoded; score: number } | undefined;
  for (const { name, confidence } of analyse(sampleOf(bytes))) {
    // They come most likely first, and damage only costs: no later one can be better.
    if (best && confidence <= best.score) break;
    const decoded = decodeLeniently(bytes, name);
    if (!decoded || isMisread(decoded)) continue;
    const score = confidence * (1 - COST_OF_DAMAGE * damageOf(decoded));
    if (score > (best?.score ?? 0)) best = { decoded, score };
  }
  return best?.decoded ?? guessJohab(bytes);
}

// The endings and particles without which there is no Korean sentence.
const COMMON_HANGUL = /[이다의는을에가하지고를은로한사기나도해서]/g;
const FEWEST_COMMON_HANGUL = 0.15;

/** The detector does not know Johab. */
function guessJohab(bytes: Uint8Array): Decoded | undefined {
  const { text, replaced } = decodeJohab(sampleOf(bytes));
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  const common = text.match(COMMON_HANGUL)?.length ?? 0;
  const isKorean = common > 0 && common >= FEWEST_COMMON_HANGUL * hangul;
  return isKorean && replaced <= hangul / COST_OF_DAMAGE ? decodeJohab(bytes) : undefined;
}

/** The share of characters that stand for nothing: replaced ones, and controls that no writer types. */
function damageOf({ text, replaced }: Decoded): number {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const controls = sample.match(/[\x80-\x9F]/g)?.length ?? 0;
  return Math.max(replaced / text.length, (controls + countOf(sample, '\uFFFD')) / sample.length);
}

/** Ends with a line, so that no character is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return bytes.subarray(0, end > 0 ? end : SAMPLE_BYTES);
}

function isMisread({ text, encoding }: Decoded): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  if (/^(windows-125[02478]|iso-8859-(1|2|9|15))$/.test(encoding)) {
    return count(/[\u0080-\u024F]/g) > MOST_ACCENTED * count(/\p{Letter}/gu);
  }
  if (/^(gbk|gb18030|big5)$/.test(encoding)) {
    const han = count(/\p{Script=Han}/gu);
    return han >= ENOUGH_HAN && count(COMMON_HAN) < FEWEST_COMMON * han;
  }
  if (/^(koi8|windows|iso-8859)/.test(encoding)) {
    const foreign = sample.replace(/[\0-\x7F]+/g, '');
    return (foreign.match(/[\p{Letter}\p{Mark}]/gu)?.length ?? 0) < FEWEST_LETTERS * foreign.length;
  }
  return false;
}
