import { decoderFor } from './decoder';

/** Text decoded from bytes. `replaced` counts the characters that stand for bytes without a meaning. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding, lower case. */
  readonly encoding: string;
  readonly replaced: number;
}

/** Decodes where every byte has a meaning, else undefined; undefined too for an unknown label. */
export function decodeStrictly(bytes: Uint8Array, label: string): Decoded | undefined {
  try {
    const decoder = decoderFor(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding, replaced: 0 };
  } catch (error) {
    // RangeError: not an encoding of this platform. TypeError: bytes without a meaning.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Decodes with U+FFFD for bytes without a meaning; undefined for an unknown label. */
export function decodeLeniently(bytes: Uint8Array, label: string): Decoded | undefined {
  const strict = decodeStrictly(bytes, label);
  if (strict) return strict;
  try {
    const decoder = decoderFor(label);
    const text = decoder.decode(bytes);
    return { text, encoding: decoder.encoding, replaced: countOf(text, '\uFFFD') };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The encoding that a byte order mark names, or undefined. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** The encoding that an HTML page or an XML file declares of itself in ASCII, which UTF-16 is not; or undefined. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  if (!/^\s*</.test(head)) return undefined;
  const declared =
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w:-]+)/i.exec(head) ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head);
  return declared?.[1];
}

export function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** What a label of an encoding stands for, or undefined where this platform does not know it. */
export function encodingNamed(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
