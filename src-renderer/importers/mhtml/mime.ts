/** A part of a message of mail or of an archived page, whose bytes are as they were before they were packed. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  /** Such as `text/html`, in lower case. */
  readonly type: string;
  /** Of the header Content-Type, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly content: Uint8Array<ArrayBuffer>;
}

export interface MimeMessage extends MimePart {
  /** In their order, those of nested lists among them; the whole where the message has no parts. */
  readonly parts: readonly MimePart[];
  /** Whether a list of parts stops before it is closed. */
  readonly isCut: boolean;
}

/** Parts within parts of what a browser saves go two deep. */
const DEEPEST = 8;
/** Of a header that says what a part is, in characters. */
const LONGEST_TYPE = 4096;

/** Reads a message of MIME, as far as it goes. */
export function readMime(bytes: Uint8Array): MimeMessage {
  const message = byteString(bytes);
  const whole = readPart(message);
  const found = { parts: [] as MimePart[], isCut: false };
  collect(message, found, 0);
  return { ...whole, ...found };
}

function collect(message: string, found: { parts: MimePart[]; isCut: boolean }, depth: number): void {
  const part = readPart(message);
  const boundary = part.parameters.get('boundary');
  if (!part.type.startsWith('multipart/') || !boundary || depth > DEEPEST) {
    found.parts.push(part);
    return;
  }
  const { pieces, isClosed } = split(bodyOf(message), boundary);
  if (!isClosed) found.isCut = true;
  for (const piece of pieces) collect(piece, found, depth + 1);
}

function split(body: string, boundary: string): { pieces: string[]; isClosed: boolean } {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
  const pieces: string[] = [];
  let start = -1;
  for (const mark of body.matchAll(line)) {
    if (start >= 0) pieces.push(body.slice(start, mark.index));
    if (mark[1]) return { pieces, isClosed: true };
    start = mark.index + mark[0].length;
    start += /^\r?\n/.exec(body.slice(start, start + 2))?.[0].length ?? 0;
  }
  if (start >= 0) pieces.push(body.slice(start));
  return { pieces, isClosed: false };
}

function readPart(message: string): MimePart {
  const headers = headersOf(message);
  const declared = (headers.get('content-type') ?? 'text/plain').slice(0, LONGEST_TYPE);
  const [type = '', ...rest] = declared.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parameters = new Map(
    rest.map((each) => {
      const [, name = '', quoted, plain = ''] = /^\s*([^=\s]+)\s*=\s*(?:"([^"]*)"|(\S*))/.exec(each) ?? [];
      return [name.toLowerCase(), quoted ?? plain] as const;
    }),
  );
  const content = unpack(bodyOf(message), headers.get('content-transfer-encoding') ?? '');
  return { headers, type: type.trim().toLowerCase(), parameters, content };
}

/** The headers end with the first empty line; a message may begin with it. */
function headEnd(message: string): { head: number; body: number } {
  const found = /^\r?\n|\r?\n\r?\n/.exec(message);
  return found
    ? { head: found.index, body: found.index + found[0].length }
    : { head: message.length, body: message.length };
}

const bodyOf = (message: string): string => message.slice(headEnd(message).body);

function headersOf(message: string): Map<string, string> {
  const head = message.slice(0, headEnd(message).head).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

function unpack(body: string, encoding: string): Uint8Array<ArrayBuffer> {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return bytesOf(fromBase64(body));
    case 'quoted-printable':
      return bytesOf(fromQuotedPrintable(body));
    default:
      return bytesOf(body);
  }
}

const fromQuotedPrintable = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** What was cut in the middle of four letters is read as far as it goes. */
function fromBase64(body: string): string {
  const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
  return atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
}

/** One character for each byte: headers are ASCII, and parts are turned into bytes again. */
function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i) & 0xff);
