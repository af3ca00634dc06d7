import { countOf, decodeLeniently, type Decoded } from './charset';
import { decodeJohab } from './johab';
import { isMisread, soundsKorean } from './misread';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_CHARACTERS = 65536;
// One character in thirty that stands for nothing, and a guess counts for nothing too.
const COST_OF_DAMAGE = 30;
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

/** The detector does not know Johab. */
function guessJohab(bytes: Uint8Array): Decoded | undefined {
  const { text, replaced } = decodeJohab(sampleOf(bytes));
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  return soundsKorean(text) && replaced <= hangul / COST_OF_DAMAGE ? decodeJohab(bytes) : undefined;
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
