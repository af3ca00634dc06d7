import { decodeStrictly } from './charset';

const SAMPLE_BYTES = 4096;
// A NUL that strayed into a text is a zero byte too, and in UTF-16 it is one on the other side as well.
const STRAY = 2;

/** UTF-16 without a mark shows by zero bytes on one side of its pairs: ASCII letters, spaces, line ends. */
export function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const pairs = sample.length >> 1;
  const least = STRAY + 0.1 * pairs;
  const most = STRAY + 0.01 * pairs;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (sample[2 * i] === 0) even++;
    if (sample[2 * i + 1] === 0) odd++;
  }
  if (odd > least && even <= most) return 'utf-16le';
  if (even > least && odd <= most) return 'utf-16be';
  return even + odd > 0 && bytes.length % 2 === 0 ? unmarkedCjk(sample) : undefined;
}

// What East Asian texts are made of. Read in the other order of bytes, or where it is another encoding, a text
// is full of what does not belong to it.
const USUAL =
  /[\t\n\r\x20-\x7E\u2010-\u2026\u3000-\u30FF\u3130-\u318E\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF9F]/g;
const FEWEST_USUAL = 0.97;

/** East Asian texts have next to no letters of ASCII, but their line ends and spaces are zero bytes too. */
function unmarkedCjk(sample: Uint8Array): string | undefined {
  if (decodeStrictly(sample, 'utf-8')) return undefined;
  return ['utf-16le', 'utf-16be'].find((label) => {
    const text = new TextDecoder(label).decode(sample);
    const usual = text.match(USUAL)?.length ?? 0;
    return usual >= FEWEST_USUAL * text.length && /[\n\r ]/.test(text);
  });
}
