import { message, type Message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { decodeText } from '../decode/text';
import { ArchiveTooLarge, unpack } from '../docx/archive';
import { detailOf, draftOf, failure, type DraftResult } from '../draft';
import type { PlacedBlock } from '../html/blocks';
import { noCounts, warningsOf } from '../office/warnings';
import { readChapter, textLength } from './chapter';
import { encryptedPaths, packagePath, readPackage, type EpubPackage } from './package';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/** Reads a book: its chapters in the order of reading, without tables of contents. Nothing is loaded. */
export async function readEpub(bytes: Uint8Array): Promise<DraftResult> {
  let book: EpubPackage;
  let chapters: (Uint8Array | undefined)[];
  try {
    const head = unpack(bytes, (name) => name === CONTAINER || name === ENCRYPTION);
    const path = packagePath(head[CONTAINER] ?? new Uint8Array());
    book = readPackage(unpack(bytes, (name) => name === path)[path] ?? new Uint8Array(), path);
    const encrypted = head[ENCRYPTION] ? encryptedPaths(head[ENCRYPTION]) : new Set<string>();
    if (book.spine.some((item) => encrypted.has(item.path))) return failure('unsupported', 'EPUB, DRM');
    const wanted = new Set(book.spine.map((item) => item.path));
    const files = unpack(bytes, (name) => wanted.has(name));
    chapters = book.spine.map((item) => files[item.path]);
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
  return readChapters(book, chapters);
}

async function readChapters(
  { spine, ...properties }: EpubPackage,
  chapters: readonly (Uint8Array | undefined)[],
): Promise<DraftResult> {
  const counts = noCounts();
  const blocks: PlacedBlock[] = [];
  const said: Message[] = [];
  let leftOut = 0;
  let missing = 0;
  for (const [i, bytes] of chapters.entries()) {
    if (!bytes) {
      missing++;
      continue;
    }
    if (bytes.length === 0) continue;
    const decoded = await decodeText(bytes);
    if (!decoded.ok) return decoded;
    said.push(...decoded.value.warnings);
    const chapter = readChapter(decoded.value.text);
    counts.images += chapter.images;
    counts.ruby += chapter.ruby;
    leftOut += chapter.leftOut;
    if (spine[i]?.isNavigation) leftOut += textLength(chapter.blocks);
    else for (const block of chapter.blocks) blocks.push(block);
  }
  const body = layOut(blocks);
  if (body.blocks.length === 0) return failure('no-text');
  if (missing > 0) said.push(message('chapters-missing', { count: missing }));
  if (leftOut > 0) said.push(message('navigation-left-out', { count: leftOut }));
  return ok(draftOf(body, { ...properties, warnings: [...said, ...warningsOf(counts, body)] }));
}
