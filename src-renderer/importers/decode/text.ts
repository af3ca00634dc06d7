import type { ImportFailure } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import { ok, type Result } from '../../domain/model/result';
import { cleanText } from '../../domain/text/canonical';
import { failure } from '../draft';
import {
  countOf,
  declaredEncoding,
  decodeLeniently,
  decodeStrictly,
  encodingNamed,
  markedEncoding,
  type Decoded,
} from './charset';
import { decodeAs } from './chosen';
import { guessEncoding } from './guess';
import { decodeIso2022 } from './iso2022';
import { isDoubtful } from './misread';
import { unmarkedUtf16 } from './utf16';

export interface DecodedText {
  /** Clean in the sense of `cleanText`. */
  readonly text: string;
  /** WHATWG name of the encoding, lower case. */
  readonly encoding: string;
  /** Characters that stand for bytes without a meaning. */
  readonly replaced: number;
  readonly warnings: readonly Message[];
}

// Text has next to no control characters; programs, archives and pictures are full of them. One or two
// are an accident in a text of any length.
const MOST_CONTROLS = 0.01;
const STRAY_CONTROLS = 2;
// A damaged byte here and there does not make a text unreadable, though one can cost several characters.
const MOST_REPLACED = 0.02;
const ALWAYS_ALLOWED = 8;

/**
 * Turns the bytes of a text file into text. The encoding is the one chosen by the person, where there is one;
 * else, in this order: the one a byte order mark names, UTF-16 that shows by its zero bytes, ISO-2022 by its
 * escapes, UTF-8 where it fits, the declared one where it fits and what comes out is language, UTF-8 with a few
 * damaged bytes, and last a guess, of which the person is told.
 */
export async function decodeText(
  bytes: Uint8Array,
  chosen?: string,
): Promise<Result<DecodedText, ImportFailure>> {
  if (chosen !== undefined) {
    const decoded = decodeAs(bytes, chosen);
    return decoded ? ok(cleaned(decoded)) : failure('encoding-unknown', chosen);
  }
  const declared = decodeDeclared(bytes);
  const certain = decodeCertainly(bytes, declared);
  if (!certain && !declared && isBinary(bytes)) return failure('binary');
  const guessed = certain ? undefined : await guessEncoding(bytes);
  const isBetter = guessed && !(declared && isDoubtful(guessed));
  const decoded = certain ?? (isBetter ? guessed : declared);
  if (!decoded) return failure('encoding-unknown');
  if (decoded.replaced > mostReplaced(decoded.text)) return failure('encoding-damaged', decoded.encoding);
  const { text, encoding } = decoded;
  if (countOf(text, '\0') > mostControls(text) || hasManyControls(text)) return failure('binary');

  const told = wronglyDeclared(bytes, decoded);
  if (told !== undefined)
    return ok(cleaned(decoded, message('encoding-declared-wrong', { declared: told, encoding })));
  const isGuess = decoded === guessed && guessed.encoding !== declared?.encoding;
  return ok(isGuess ? cleaned(decoded, message('encoding-guessed', { encoding })) : cleaned(decoded));
}

function cleaned({ text, encoding, replaced }: Decoded, ...told: readonly Message[]): DecodedText {
  const warnings = [...told];
  const nuls = countOf(text, '\0');
  if (replaced > 0) warnings.push(message('characters-replaced', { count: replaced }));
  if (nuls > 0) warnings.push(message('nul-characters', { count: nuls }));
  return { text: cleanText(nuls > 0 ? text.replaceAll('\0', '') : text), encoding, replaced, warnings };
}

/** What a file says of its encoding where that is not so; of one that is all ASCII, anything is so. */
function wronglyDeclared(bytes: Uint8Array, { text, encoding }: Decoded): string | undefined {
  const declared = declaredEncoding(bytes);
  if (declared === undefined || declared.toLowerCase() === encoding) return undefined;
  const family = (name: string) => name.replace(/^utf-16.*/, 'utf-16').replace(/^gbk$/, 'gb18030');
  if (family(encodingNamed(declared) ?? '') === family(encoding)) return undefined;

  return /[^\0-\x7F]/.test(text) ? declared : undefined;
}

const mostControls = (text: string): number => STRAY_CONTROLS + MOST_CONTROLS * text.length;
const mostReplaced = (text: string): number => ALWAYS_ALLOWED + MOST_REPLACED * text.length;

function decodeCertainly(bytes: Uint8Array, declared: Decoded | undefined): Decoded | undefined {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decodeLeniently(bytes, marked);
  return (
    decodeIso2022(bytes) ??
    decodeStrictly(bytes, 'utf-8') ??
    (declared && !isDoubtful(declared) ? declared : undefined) ??
    decodeDamagedUtf8(bytes)
  );
}

/**
 * A page that says UTF-8 and is not is common, and then every accent would be lost; so it is not believed. One
 * that says UTF-16 in letters of ASCII cannot be.
 */
function decodeDeclared(bytes: Uint8Array): Decoded | undefined {
  const declared = declaredEncoding(bytes);
  const decoded = declared === undefined ? undefined : decodeLeniently(bytes, declared);
  return decoded && !decoded.encoding.startsWith('utf-') && decoded.replaced <= mostReplaced(decoded.text)
    ? decoded
    : undefined;
}

/** One bad byte in a thousand must not turn a UTF-8 text into another encoding's nonsense. */
function decodeDamagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const decoded = decodeLeniently(bytes, 'utf-8');
  if (!decoded) return undefined;
  const sample = decoded.text.slice(0, 65536);
  const foreign = sample.replace(/[\0-\x7F]+/g, '').length;
  return countOf(sample, '\uFFFD') <= 0.05 * foreign ? decoded : undefined;
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0E-\x1A\x1C-\x1F]/g;

function hasManyControls(text: string): boolean {
  const sample = text.slice(0, 65536);
  return (sample.match(CONTROLS)?.length ?? 0) > mostControls(sample);
}

const isBinary = (bytes: Uint8Array): boolean =>
  hasManyControls(new TextDecoder('windows-1252').decode(bytes.subarray(0, 65536)));
