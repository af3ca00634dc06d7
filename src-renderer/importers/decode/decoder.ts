import { extendedHangul } from './extended-hangul';

/** A `TextDecoder` for whole texts. */
export interface Decoder {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

/**
 * A decoder that gives the same on every platform. What Node has under three names is not what the standard
 * and the browsers mean by them: `windows-1252` is Latin-1 and loses every curly quote and dash, `euc-kr` lacks
 * the 8822 syllables of CP949 and two signs, `gbk` lacks the characters of four bytes.
 * In: a label and the options of `TextDecoder`. Throws its RangeError for a label that it does not know.
 */
export function decoderFor(label: string, options: TextDecoderOptions = {}): Decoder {
  const native = new TextDecoder(label, options);
  const { encoding } = native;
  switch (encoding) {
    case 'windows-1252':
      return { encoding, decode: (bytes) => native.decode(bytes).replace(CONTROLS, printed) };
    case 'gbk': {
      const whole = new TextDecoder('gb18030', options);
      return { encoding, decode: (bytes) => whole.decode(bytes) };
    }
    case 'euc-kr':
      return { encoding, decode: (bytes) => decodeKorean(bytes, native) };
    default:
      return native;
  }
}

const CONTROLS = /[\x80-\x9F]/g;
/** What Windows has in place of the controls from 80 to 9F; the five that it lacks stay controls. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const printed = (control: string): string => WINDOWS.charAt(control.charCodeAt(0) - 0x80);

/** Added to the standard in 1998. */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0xa2e6, '€'],
  [0xa2e7, '®'],
]);

/** Decodes what lies between two characters of the extension as the platform does, in one piece. */
function decodeKorean(bytes: Uint8Array, native: TextDecoder): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    const beyond = extendedHangul(lead, trail) ?? SIGNS.get((lead << 8) | trail);
    if (beyond !== undefined) {
      if (at > from) parts.push(native.decode(bytes.subarray(from, at)));
      parts.push(beyond);
      from = at + 2;
    }
    // The second byte of a pair is no first byte; one of ASCII after a damaged byte may be text.
    if (beyond !== undefined || trail >= 0x80) at++;
  }
  if (from < bytes.length) parts.push(native.decode(bytes.subarray(from)));
  return parts.join('');
}
