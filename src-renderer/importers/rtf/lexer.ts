/** Takes the parts of an RTF file one after the other. */
export interface RtfVisitor {
  open(): void;
  close(): void;
  /** `\word`, with its number where it has one. */
  control(word: string, number: number | undefined): void;
  /** A backslash before a character that is no letter. */
  symbol(character: string): void;
  /** A byte written as `\'hh`. */
  hex(byte: number): void;
  /** Bytes of text, without line ends. */
  text(bytes: Uint8Array): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LF = 0x0a;
const CR = 0x0d;

/** Goes through an RTF file. */
export function readRtfTokens(bytes: Uint8Array, visitor: RtfVisitor): void {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN) {
      at++;
      visitor.open();
    } else if (byte === CLOSE) {
      at++;
      visitor.close();
    } else if (byte === BACKSLASH) {
      at = readControl(bytes, at + 1, visitor);
    } else if (byte === LF || byte === CR) {
      at++;
    } else {
      const start = at;
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at++;
      visitor.text(bytes.subarray(start, at));
    }
  }
}

const isSpecial = (byte: number): boolean =>
  byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === LF || byte === CR;

/** Reads what follows a backslash and gives the place behind it. */
function readControl(bytes: Uint8Array, start: number, visitor: RtfVisitor): number {
  let at = start;
  while (isLetter(bytes[at])) at++;
  if (at === start) return readSymbol(bytes, start, visitor);
  const word = asciiOf(bytes, start, at);
  const digits = at;
  if (bytes[at] === 0x2d) at++;
  while (isDigit(bytes[at])) at++;
  const number = Number(asciiOf(bytes, digits, at));
  const hasNumber = at > digits && !Number.isNaN(number);
  // A hyphen without digits is text.
  if (!hasNumber) at = digits;
  if (bytes[at] === 0x20) at++;
  if (word === 'bin') return at + Math.max(0, hasNumber ? number : 0);
  visitor.control(word, hasNumber ? number : undefined);
  return at;
}

function readSymbol(bytes: Uint8Array, at: number, visitor: RtfVisitor): number {
  const byte = bytes[at];
  if (byte === undefined) return at;
  if (byte === 0x27) {
    const value = Number.parseInt(asciiOf(bytes, at + 1, at + 3), 16);
    if (Number.isNaN(value)) return at + 1;
    visitor.hex(value);
    return at + 3;
  }
  visitor.symbol(String.fromCharCode(byte));
  return at + 1;
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const asciiOf = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64)));
