import { codePoint } from 'dingbat-to-unicode';

// Word keeps the characters of symbol fonts in this private area as well.
const PRIVATE_START = 0xf000;
const PRIVATE_END = 0xf0ff;

export const isSymbolFont = (font: string): boolean => /^(symbol|wingdings|webdings)/i.test(font.trim());

/**
 * The character that a symbol font shows for a code, private or plain.
 * Out: the character in Unicode, or undefined where it has none.
 */
export function symbolOf(font: string, code: number): string | undefined {
  const plain = code >= PRIVATE_START && code <= PRIVATE_END ? code - PRIVATE_START : code;
  return codePoint(font.trim(), plain)?.string;
}

export const isPrivateSymbol = (code: number): boolean => code >= PRIVATE_START && code <= PRIVATE_END;
