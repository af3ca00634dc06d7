import type { EncodingSample } from '../../domain/model/import';
import { cleanText } from '../../domain/text/canonical';
import { decodeAs, textEncodings } from './chosen';
import { decoderFor, type Decoder } from './decoder';

const SAMPLE_BYTES = 1536;
const SAMPLE_CHARACTERS = 200;
/** Of the characters that are not ASCII, under which all encodings agree. */
const MOST_DAMAGED = 0.05;
/** Characters beyond ASCII in a sound text of UTF-8 that no text of another encoding has by chance. */
const ENOUGH_UTF8 = 100;
/** So much of the line before the first difference is shown with it. */
const BEFORE = 40;

/**
 * How a text would look under other encodings. Only some bytes from the first place where encodings differ are
 * decoded, since whole files would be decoded twenty times.
 * In: the bytes, the encoding that was used and how many characters it replaced in the whole. Out: that one
 * first, then those under which next to nothing is replaced: first those of several bytes, in which not any
 * byte means something, the least damaged first; no two look the same.
 */
export function encodingSamples(bytes: Uint8Array, used: string, replaced: number): EncodingSample[] {
  const start = used.startsWith('utf-16') ? 0 : firstDifference(bytes);
  const window = bytes.subarray(start, start + SAMPLE_BYTES);
  const looks = (encoding: string) => {
    const text = cleanText(decodePart(window, encoding));
    return { encoding, sample: text.slice(0, SAMPLE_CHARACTERS), damaged: damagedIn(text), text };
  };
  const first = looks(used);
  // So many characters of several bytes that are all sound are UTF-8: there is nothing to choose.
  if (used === 'utf-8' && replaced === 0 && foreignIn(first.text) >= ENOUGH_UTF8)
    return [{ encoding: used, sample: first.sample, replaced }];
  const seen = new Set([first.text]);
  // Any text of ASCII is one of rare ideographs in UTF-16; a real one has zero bytes.
  const hasZeros = window.includes(0);
  const others = textEncodings
    .filter((encoding) => hasZeros || !encoding.startsWith('utf-16'))
    .map(looks)
    .filter(({ text, damaged }) => text !== '' && damaged <= 1 + MOST_DAMAGED * foreignIn(text))
    .sort((a, b) => Number(isSingleByte(a)) - Number(isSingleByte(b)) || a.damaged - b.damaged)
    .filter(({ text }) => !seen.has(text) && seen.add(text));
  return [
    { encoding: used, sample: first.sample, replaced },
    ...others.map(({ encoding, sample, damaged }) => ({ encoding, sample, replaced: damaged })),
  ];
}

/** The first byte that is not ASCII or that switches an encoding, or a little before it on its line. */
function firstDifference(bytes: Uint8Array): number {
  let found = 0;
  for (const length = bytes.length; found < length; found++) {
    const byte = bytes[found] ?? 0;
    if (byte >= 0x80 || byte === 0x1b || byte === 0x0e) break;
  }
  if (found === bytes.length) return 0;
  const lineStart = bytes.subarray(0, found).lastIndexOf(0x0a) + 1;
  // Everything between is ASCII, so any place is between two characters.
  return Math.max(lineStart, found - BEFORE);
}

const decoders = new Map<string, Decoder>();

/** A decoder takes longer to make than a part takes to decode, and there are twenty for each file. */
function decodePart(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'johab' || encoding === 'iso-2022-kr') return decodeAs(bytes, encoding)?.text ?? '';
  const decoder = decoders.get(encoding) ?? decoderFor(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}

const isSingleByte = ({ encoding }: { readonly encoding: string }): boolean => encoding.startsWith('windows');

/** How many units of a text pass a test: there are twenty texts for each file, too many to list matches. */
function count(text: string, test: (unit: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (test(text.charCodeAt(i))) found++;
  return found;
}

const foreignIn = (text: string): number => count(text, (unit) => unit > 0x7f);

/** Characters that stand for nothing, and controls and private ones that no writer types. */
const damagedIn = (text: string): number =>
  count(
    text,
    (unit) =>
      unit < 0x09 ||
      (unit >= 0x0e && unit < 0x20) ||
      (unit >= 0x7f && unit < 0xa0) ||
      (unit >= 0xe000 && unit <= 0xf8ff) ||
      unit === 0xfffd,
  );
