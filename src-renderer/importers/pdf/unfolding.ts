import { Unzlib } from 'fflate';

/** No page has as much to say: what is more was made to fill the memory. */
const MOST_UNFOLDED = 256 * 1024 * 1024;
/** Deflate packs to no less than this. */
const MOST_RATIO = 1032;
const PIECE = 64 * 1024;
/** A dictionary stands before its stream, and is about this long at most. */
const DICTIONARY = 1024;

const START = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
const END = [0x65, 0x6e, 0x64, ...START];

/**
 * Finds a stream of a PDF that unfolds to more than there is memory for: pdf.js unfolds streams whole, and
 * has no limit of its own. Pictures are left alone, since they are only unfolded when they are drawn, and
 * streams that are too short to hold so much.
 * In: the bytes of a PDF, and how many bytes a stream may unfold to. Out: whether there is such a stream.
 */
export function unfoldsTooFar(bytes: Uint8Array, most = MOST_UNFOLDED): boolean {
  for (let start = find(bytes, START, 0); start >= 0; start = find(bytes, START, start)) {
    start += START.length;
    const dictionary = latin1(bytes.subarray(Math.max(0, start - DICTIONARY), start)).replace(
      /^.*\bobj\b/s,
      '',
    );
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary) || /\/Image\b/.test(dictionary)) continue;
    const found = find(bytes, END, start);
    const end = found < 0 ? bytes.length : found;
    if ((end - start) * MOST_RATIO > most && isLonger(bytes.subarray(start, end), most)) return true;
    start = end + (found < 0 ? 0 : END.length);
  }
  return false;
}

function isLonger(stream: Uint8Array, most: number): boolean {
  // A line end stands between the word and the stream.
  const packed = stream.subarray(stream[0] === 0x0d && stream[1] === 0x0a ? 2 : 1);
  let length = 0;
  const unpacker = new Unzlib(({ length: more }) => (length += more));
  try {
    for (let at = 0; at < packed.length && length <= most; at += PIECE)
      unpacker.push(packed.subarray(at, at + PIECE));
  } catch {
    // Damaged from here on; pdf.js takes what comes before.
  }
  return length > most;
}

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  const [first = 0] = word;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (word.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
