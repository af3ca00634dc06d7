import { message, type Message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { detailOf, draftOf, failure, type DraftResult } from '../draft';
import { blocksOf } from '../html/blocks';
import { parseTree } from '../html/tree';
import { ArchiveTooLarge, pack, unpack } from './archive';
import { coreProperties } from './properties';

// What Word calls these styles in every language; mammoth knows headings, lists and notes by itself.
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
];

/**
 * Reads a Word document: headings, paragraphs, lists, tables, footnotes and endnotes. Insertions under
 * revision are text, deletions are not; pictures and comments are left out, and the person is told.
 */
export async function readDocx(bytes: Uint8Array): Promise<DraftResult> {
  let html: string;
  let parts: Parts;
  try {
    parts = textParts(bytes);
    html = await convert(parts.archive);
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
  const tree = parseTree(html, false);
  const body = layOut(blocksOf(tree.root, false));
  if (body.blocks.length === 0) return failure('no-text');
  return ok(
    draftOf(body, { ...coreProperties(parts.properties), warnings: warningsOf(parts, tree.dropped) }),
  );
}

interface Parts {
  /** A Word document of the same text, without pictures and other attachments. */
  readonly archive: Uint8Array<ArrayBuffer>;
  readonly document: string;
  readonly comments: string;
  readonly properties: string;
}

/** Unpacks the parts that hold text, under limits, so that no library unpacks anything unchecked. */
function textParts(bytes: Uint8Array): Parts {
  const files = unpack(bytes, (name) => /\.(xml|rels)$/i.test(name));
  const decoder = new TextDecoder();
  const textOf = (name: string) => decoder.decode(files[name]);
  const document = Object.keys(files).find((name) => /^word\/document\d*\.xml$/.test(name)) ?? '';
  return {
    archive: pack(files),
    document: textOf(document),
    comments: textOf('word/comments.xml'),
    properties: textOf('docProps/core.xml'),
  };
}

async function convert(archive: Uint8Array<ArrayBuffer>): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  // In browsers the library reads `arrayBuffer`, in Node `buffer`.
  const input = { arrayBuffer: archive.buffer, buffer: archive };
  const { value } = await mammoth.convertToHtml(input, { styleMap, convertImage });
  return value;
}

function warningsOf({ document, comments }: Parts, dropped: ReadonlyMap<string, number>): Message[] {
  const counts: [string, number][] = [
    ['images-left-out', dropped.get('img') ?? 0],
    ['insertions-accepted', countTags(document, 'ins')],
    ['deletions-left-out', countTags(document, 'del')],
    ['comments-left-out', countTags(comments, 'comment')],
  ];
  return counts.filter(([, count]) => count > 0).map(([key, count]) => message(key, { count }));
}

const countTags = (xml: string, name: string): number =>
  xml.match(new RegExp(`<w:${name}[ >]`, 'g'))?.length ?? 0;
