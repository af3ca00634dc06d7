import { SaxesParser } from 'saxes';
import { xmlDecoder } from '../xml/read';

export interface XmlAttributes {
  readonly [name: string]: string | undefined;
}

/** Takes the parts of an XML file one after the other. Names have the prefix that is usual for them. */
export interface XmlVisitor {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Usual prefixes by the names of their namespaces. */
export type Prefixes = ReadonlyMap<string, string>;

const CHUNK_BYTES = 256 * 1024;

/**
 * Goes through an XML file without keeping it, as office documents are long. Throws where the file is not
 * well-formed, its bytes have no meaning, or it declares a document type (entities could expand without end).
 */
export function streamXml(bytes: Uint8Array, visitor: XmlVisitor, prefixes: Prefixes): void {
  const parser = new SaxesParser();
  const renamed = new Map<string, string>();
  const usual = (name: string): string => {
    if (renamed.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = renamed.get(name.slice(0, Math.max(0, colon)));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  parser.on('doctype', () => {
    throw new Error('document type declaration');
  });
  parser.on('opentag', ({ name, attributes }) => {
    noteRenamed(attributes, prefixes, renamed);
    if (renamed.size === 0) return visitor.open(name, attributes);
    const entries = Object.entries(attributes).map(([key, value]) => [usual(key), value] as const);
    visitor.open(usual(name), Object.fromEntries(entries));
  });
  parser.on('text', (text) => visitor.text(text));
  parser.on('cdata', (text) => visitor.text(text));
  parser.on('closetag', ({ name }) => visitor.close(usual(name)));

  const decoder = xmlDecoder(bytes);
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES)
    parser.write(decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true }));
  parser.write(decoder.decode()).close();
}

/** Programs are free in their prefixes; nearly all use the usual ones, for which there is nothing to do. */
function noteRenamed(
  attributes: Readonly<Record<string, string>>,
  prefixes: Prefixes,
  renamed: Map<string, string>,
): void {
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name.slice('xmlns:'.length);
    const usual = prefixes.get(attributes[name] ?? '');
    if (usual !== undefined && usual !== prefix) renamed.set(prefix, usual);
  }
}
