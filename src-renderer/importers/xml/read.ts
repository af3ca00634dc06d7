import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../domain/model/carried';
import { fail, ok, type Result } from '../../domain/model/result';
import { declaredEncoding, markedEncoding } from '../decode/charset';

export const xmlFailureKinds = ['malformed', 'entities', 'too-deep', 'encoding'] as const;

/** Why a file is not read as XML, and where: line and column from 1, both 0 where no place can be named. */
export interface XmlFailure {
  readonly kind: (typeof xmlFailureKinds)[number];
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

// Seven levels are much in a codebook; a thousand are an attack on whoever walks the tree.
const DEEPEST = 256;
const CHUNK_BYTES = 256 * 1024;

class Fault extends Error {
  readonly kind: XmlFailure['kind'];
  constructor(kind: XmlFailure['kind'], detail: string) {
    super(detail);
    this.kind = kind;
  }
}

/**
 * Reads XML into elements by their local names: programs disagree about namespaces, not about names.
 * In: the bytes, UTF-8 or UTF-16 with or without byte order mark, or in the encoding that they declare.
 * Out: the root element; white space between child elements is left out. Fails where the file is not
 * well-formed, declares a document type (entities could expand without end), or nests too deeply.
 */
export function readXml(bytes: Uint8Array): Result<XmlElement, XmlFailure> {
  const tree = new Tree();
  const { parser } = tree;
  try {
    const decoder = xmlDecoder(bytes);
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES)
      parser.write(decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    const place = { line: parser.line, column: parser.column + 1 };
    if (error instanceof Fault) return fail({ kind: error.kind, detail: error.message, ...place });
    // TypeError: bytes without a meaning. RangeError: an encoding of which nobody knows.
    if (error instanceof TypeError || error instanceof RangeError)
      return fail({ kind: 'encoding', detail: error.message, ...place });
    throw error;
  }
  return ok(tree.root());
}

/** The decoder for the bytes of an XML file; it throws where they have no meaning in its encoding. */
export function xmlDecoder(bytes: Uint8Array): TextDecoder {
  const label = markedEncoding(bytes) ?? encodingOfFirstBytes(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  return new TextDecoder(label, { fatal: true });
}

/** The first character of XML is `<`, which shows UTF-16 without a mark. */
function encodingOfFirstBytes([first, second]: Uint8Array): string | undefined {
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
}

class Tree {
  readonly parser = new SaxesParser();
  readonly #open: OpenElement[] = [{ name: '', attributes: {}, children: [], text: [] }];

  constructor() {
    const { parser } = this;
    parser.on('error', ({ message }) => {
      throw new Fault('malformed', message.replace(/^.*?\d+:\d+: /, ''));
    });
    parser.on('doctype', () => {
      throw new Fault('entities', 'document type declaration');
    });
    parser.on('opentag', ({ name, attributes }) => this.#begin(name, attributes));
    parser.on('text', (text) => this.#open.at(-1)?.text.push(text));
    parser.on('cdata', (text) => this.#open.at(-1)?.text.push(text));
    parser.on('closetag', () => this.#end());
  }

  root(): XmlElement {
    const root = this.#open[0]?.children[0];
    if (!root) throw new Error('Broken invariant: a well-formed document has a root');
    return root;
  }

  #begin(name: string, written: Readonly<Record<string, string>>): void {
    if (this.#open.length > DEEPEST) throw new Fault('too-deep', `more than ${DEEPEST} levels`);
    const attributes: Record<string, string> = {};
    for (const [attribute, value] of Object.entries(written))
      if (!/^xmlns(:|$)/.test(attribute)) attributes[localName(attribute)] = value;
    this.#open.push({ name: localName(name), attributes, children: [], text: [] });
  }

  #end(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const joined = closed.text.join('');
    const text = closed.children.length > 0 && joined.trim() === '' ? '' : joined;
    this.#open.at(-1)?.children.push({ ...closed, text });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
