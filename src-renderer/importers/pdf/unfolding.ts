import { Unzlib } from 'fflate';

/** No page has as much to say: what is more was made to fill the memory. */
const MOST_UNFOLDED = 256 * 1024 * 1024;
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
    const filters = filtersIn(dictionary);
    if (filters.length === 0 || /\/Image\b/.test(dictionary)) continue;
    const found = find(bytes, END, start);
    const end = found < 0 ? bytes.length : found;
    const longest = filters.reduce((length, { ratio }) => length * ratio, end - start);
    if (longest > most && isLonger(bytes.subarray(start, end), filters, most)) return true;
    start = end + (found < 0 ? 0 : END.length);
  }
  return false;
}

/** Takes a piece of a stream. */
type Take = (piece: Uint8Array) => void;

interface Filter {
  /** What it makes of a byte at most. */
  readonly ratio: number;
  /** What it makes of each piece goes on to the next. */
  readonly undo: (next: Take) => Take;
}

const inflating: Filter['undo'] = (next) => {
  const unpacker = new Unzlib((piece) => next(piece));
  return (packed) => {
    // Small pieces, so that there is never much more than what is looked at.
    for (let at = 0; at < packed.length; at += PIECE) unpacker.push(packed.subarray(at, at + PIECE));
  };
};

/** Five digits of base 85, from `!` on, are four bytes; `z` is four zeros. What is left at the end is not missed. */
const fromBase85: Filter['undo'] = (next) => {
  let value = 0;
  let digits = 0;
  return (text) => {
    const piece = new Uint8Array(4 * text.length);
    const view = new DataView(piece.buffer);
    let length = 0;
    for (const code of text) {
      const isZeros = code === 0x7a && digits === 0;
      if (!isZeros && (code < 0x21 || code > 0x75)) continue;
      value = isZeros ? 0 : value * 85 + code - 0x21;
      digits = isZeros ? 5 : digits + 1;
      if (digits < 5) continue;
      view.setUint32(length, value);
      length += 4;
      value = digits = 0;
    }
    next(piece.subarray(0, length));
  };
};

const fromHexadecimal: Filter['undo'] = (next) => {
  let high = -1;
  return (text) => {
    const piece = new Uint8Array(text.length);
    let length = 0;
    for (const code of text) {
      const digit = parseInt(String.fromCharCode(code), 16);
      if (Number.isNaN(digit)) continue;
      if (high >= 0) piece[length++] = high * 16 + digit;
      high = high >= 0 ? -1 : digit;
    }
    next(piece.subarray(0, length));
  };
};

const deflate: Filter = { ratio: 1032, undo: inflating };
const base85: Filter = { ratio: 4, undo: fromBase85 };
const hexadecimal: Filter = { ratio: 1, undo: fromHexadecimal };

const filtersByName: Readonly<Record<string, Filter>> = {
  FlateDecode: deflate,
  Fl: deflate,
  ASCII85Decode: base85,
  A85: base85,
  ASCIIHexDecode: hexadecimal,
  AHx: hexadecimal,
};

/** The filters of a stream in the order in which they are undone. */
const filtersIn = (dictionary: string): readonly Filter[] =>
  [...dictionary.matchAll(/\/(\w+)/g)].flatMap(([, name = '']) =>
    Object.hasOwn(filtersByName, name) ? (filtersByName[name] ?? []) : [],
  );

/** Whether what comes out of any of the filters is longer; pdf.js keeps what comes out of each. */
function isLonger(stream: Uint8Array, filters: readonly Filter[], most: number): boolean {
  let isTooLong = false;
  const counting = (next: Take): Take => {
    let length = 0;
    return (piece) => {
      length += piece.length;
      isTooLong ||= length > most;
      if (!isTooLong) next(piece);
    };
  };
  const first = filters.reduceRight<Take>(
    (next, { undo }) => undo(counting(next)),
    () => undefined,
  );
  // A line end stands between the word and the stream.
  const packed = stream.subarray(stream[0] === 0x0d && stream[1] === 0x0a ? 2 : 1);
  try {
    for (let at = 0; at < packed.length && !isTooLong; at += PIECE) first(packed.subarray(at, at + PIECE));
  } catch {
    // Damaged from here on; pdf.js takes what comes before.
  }
  return isTooLong;
}

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  const [first = 0] = word;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (word.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
