import { invariant } from '../../domain/model/result';
import { decodeLeniently, decodeStrictly, type Decoded } from './charset';

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;

/**
 * Decodes the seven-bit encodings of Japanese and Korean mail, or says undefined. Their bytes are all
 * ASCII, so they must be looked for before UTF-8 is tried.
 */
export function decodeIso2022(bytes: Uint8Array): Decoded | undefined {
  if (!bytes.includes(ESCAPE)) return undefined;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 65536));
  if (head.includes('\x1b$)C')) {
    const decoded = decodeIso2022Kr(bytes);
    return decoded.replaced === 0 ? decoded : undefined;
  }
  if (head.includes('\x1b$@') || head.includes('\x1b$B')) return decodeStrictly(bytes, 'iso-2022-jp');
  return undefined;
}

/** Browsers refuse ISO-2022-KR; but it is EUC-KR with the high bit replaced by shifts. */
export function decodeIso2022Kr(bytes: Uint8Array): Decoded {
  const unshifted = new Uint8Array(bytes.length);
  let length = 0;
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === SHIFT_OUT) shifted = true;
    else if (byte === SHIFT_IN || byte === 0x0a) shifted = false;
    if (byte === SHIFT_OUT || byte === SHIFT_IN) continue;
    // The designation `ESC $ ) C` is not text.
    if (byte === ESCAPE) i += 3;
    else unshifted[length++] = shifted && byte > 0x20 ? byte | 0x80 : byte;
  }
  const decoded = decodeLeniently(unshifted.subarray(0, length), 'euc-kr');
  invariant(decoded, 'every platform decodes EUC-KR');
  return { ...decoded, encoding: 'iso-2022-kr' };
}
