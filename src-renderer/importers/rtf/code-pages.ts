import { decoderFor, type Decoder } from '../decode/decoder';
import { decodeJohab } from '../decode/johab';

const JOHAB = 1361;

/** Labels of code pages by their Windows numbers. */
const labels: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'euc-kr'],
  [10007, 'x-mac-cyrillic'],
  [10008, 'gb18030'],
  [20866, 'koi8-r'],
  [28591, 'windows-1252'],
  [51932, 'euc-jp'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, i) => [1250 + i, `windows-${1250 + i}`] as const),
]);

/** Code pages by the numbers that font tables have for character sets. 0 and 1 are those of the document. */
const charsets: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [78, 10001],
  [79, 10003],
  [80, 10008],
  [81, 10002],
  [128, 932],
  [129, 949],
  [130, JOHAB],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

export const SYMBOL_CHARSET = 2;

/** The code page of a character set, or undefined where it leaves it to the document. */
export const codePageOf = (charset: number): number | undefined => charsets.get(charset);

const EAST_ASIAN = new Set([932, 936, 949, 950, JOHAB]);
export const isEastAsian = (codePage: number | undefined): boolean =>
  codePage !== undefined && EAST_ASIAN.has(codePage);

// What DOS had above ASCII; no browser decodes these two.
const upperHalves: ReadonlyMap<number, string> = new Map([
  [
    437,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ],
  [
    850,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ],
]);

const decoders = new Map<string, Decoder>();

/** Decodes bytes in a code page, Western where it is none that is known. */
export function decodeBytes(bytes: readonly number[], codePage: number): string {
  const upper = upperHalves.get(codePage);
  if (upper)
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80])).join('');
  if (codePage === JOHAB) return decodeJohab(Uint8Array.from(bytes)).text;
  const label = labels.get(codePage) ?? 'windows-1252';
  let decoder = decoders.get(label);
  if (!decoder) {
    decoder = decoderFor(label, { ignoreBOM: true });
    decoders.set(label, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
}
