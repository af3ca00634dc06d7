import { isoDate } from '../dates';
import { ok } from '../../domain/model/result';
import { ArchiveTooLarge, unpack } from '../docx/archive';
import { detailOf, draftOf, failure, type DraftResult } from '../draft';
import { layOutPieces } from '../office/finish';
import { warningsOf } from '../office/warnings';
import { streamXml } from '../office/xml';
import { OdtReader } from './reader';

const MANIFEST = 'META-INF/manifest.xml';
// Styles come before the text that is in them.
const PARTS = ['meta.xml', 'styles.xml', 'content.xml'];

const prefixes = new Map(
  ['office', 'text', 'table', 'style', 'meta'].map((prefix) => [
    `urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0`,
    prefix,
  ]),
)
  .set('urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw')
  .set('urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo')
  .set('http://purl.org/dc/elements/1.1/', 'dc');

/**
 * Reads an OpenDocument text: headings, lists, tables, notes, text boxes, running heads, hidden text and
 * comments. Tracked changes are accepted, and the person is told.
 */
export function readOdt(bytes: Uint8Array): DraftResult {
  try {
    const files = unpack(bytes, (name) => name === MANIFEST || PARTS.includes(name));
    const manifest = new TextDecoder().decode(files[MANIFEST]);
    if (manifest.includes('encryption-data')) return failure('password', 'encrypted OpenDocument text');
    return readParts(PARTS.flatMap((name) => files[name] ?? []));
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
}

/** Reads an OpenDocument text that is a single XML file. */
export function readFlatOdt(bytes: Uint8Array): DraftResult {
  try {
    return readParts([bytes]);
  } catch (error) {
    return failure('damaged', detailOf(error));
  }
}

function readParts(parts: readonly Uint8Array[]): DraftResult {
  const reader = new OdtReader();
  for (const part of parts) streamXml(part, reader, prefixes);
  const { body, comments } = layOutPieces(reader.finish(), reader.remarks);
  if (body.blocks.length === 0) return failure('no-text');
  const { counts, properties } = reader;
  const all = (name: string) => properties.get(name) ?? [];
  const first = (...names: string[]) => names.flatMap(all)[0] ?? '';
  return ok(
    draftOf(body, {
      title: first('dc:title'),
      author: first('meta:initial-creator', 'dc:creator'),
      date: isoDate(first('meta:creation-date', 'dc:date')),
      language: first('dc:language'),
      fields: fieldsOf(properties),
      comments,
      warnings: warningsOf(counts, body),
    }),
  );
}

const KNOWN = new Map([
  ['dc:subject', 'subject'],
  ['dc:description', 'description'],
  ['dc:publisher', 'publisher'],
  ['meta:keyword', 'keywords'],
]);

/** What the author entered beside the title; what programs note for themselves has a prefix and stays out. */
const fieldsOf = (properties: ReadonlyMap<string, readonly string[]>) =>
  [...properties].flatMap(([key, values]) => {
    const name = KNOWN.get(key) ?? (/^(meta|dc):/.test(key) ? '' : key);
    return name === '' ? [] : [{ name, value: values.join('; ') }];
  });
