import { decodeLeniently, type Decoded } from './charset';
import { decodeIso2022Kr } from './iso2022';
import { decodeJohab } from './johab';

/** Every encoding that a text of the field may be in, each under one name: `euc-kr` is CP949 as well. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'iso-2022-kr',
  'johab',
  'gb18030',
  'big5',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
] as const;

/** Decodes as a person or a list says, with U+FFFD for bytes without a meaning; undefined for an unknown label. */
export function decodeAs(bytes: Uint8Array, label: string): Decoded | undefined {
  switch (label.trim().toLowerCase()) {
    case 'johab':
      return decodeJohab(bytes);
    case 'iso-2022-kr':
      return decodeIso2022Kr(bytes);
    default:
      return decodeLeniently(bytes, label);
  }
}
