import { decodeStrictly, markedEncoding } from '../decode/charset';
import { decoderFor } from '../decode/decoder';
import { decodeText } from '../decode/text';

/** The text of a file with its byte order mark and line ends, which positions may count. */
export interface RawText {
  readonly raw: string;
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** Whether the encoding is a guess, or some bytes had no meaning. */
  readonly uncertain: boolean;
}

/** Decodes a text: the standard says UTF-8, and some programs write what their system does. */
export async function decodeRaw(bytes: Uint8Array): Promise<RawText> {
  const marked = markedEncoding(bytes) ?? 'utf-8';
  const strict = decodeWithMark(bytes, marked, true);
  if (strict !== undefined) return { raw: strict, encoding: marked, uncertain: false };
  const guessed = await decodeText(bytes);
  const encoding = guessed.ok ? guessed.value.encoding : marked;
  const again = decodeStrictly(bytes, encoding) ? decodeWithMark(bytes, encoding, true) : undefined;
  const cleaned = guessed.ok ? guessed.value.text : undefined;
  return { raw: again ?? cleaned ?? decodeWithMark(bytes, encoding, false) ?? '', encoding, uncertain: true };
}

function decodeWithMark(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return decoderFor(label, { fatal, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
