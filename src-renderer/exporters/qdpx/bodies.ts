import { carriedFileIds } from '../../domain/exchange/refi/from/carried';
import {
  carriedPath,
  isWrittenAsPdf,
  memberOfPath,
  notePath,
  pdfPath,
  textPath,
} from '../../domain/exchange/refi/members';
import { fileMember, textRow, type OwnFile, type OwnText } from '../../domain/exchange/own/members';
import type { ProjectReader } from '../../domain/exchange/project-content';
import type { SourceId } from '../../domain/model/ids';
import type { Source, SourceFormat } from '../../domain/model/source';
import { cleanText } from '../../domain/text/canonical';
import { positionTable, type PositionTable } from '../../domain/text/positions';
import type { ArchiveWriter } from './archive-writer';

/** What was learnt of the bodies while they were written. */
export interface WrittenBodies {
  /** Of the texts that have surrogate pairs and segments. */
  readonly tables: Map<SourceId, PositionTable>;
  /** Names of the original files, by source or carried item. */
  readonly files: Map<string, string>;
  readonly textRows: OwnText[];
  readonly fileRows: OwnFile[];
  /** Members that hold an original file, by its hash and size. */
  readonly originals: Map<string, string>;
}

/** Thrown when a source has no text; never leaves this folder. */
export class TextMissing extends Error {
  readonly source: Source;
  constructor(source: Source) {
    super(`the text of ${source.id} is not there`);
    this.source = source;
  }
}

/**
 * Writes the texts and files of a project, one source at a time.
 * In: the project, the archive, what to call after each body. Out: what was learnt of them. Throws
 * TextMissing, and what the archive throws.
 */
export async function writeBodies(
  reader: ProjectReader,
  archive: ArchiveWriter,
  step: () => void,
): Promise<WrittenBodies> {
  const written: WrittenBodies = {
    tables: new Map(),
    files: new Map(),
    textRows: [],
    fileRows: [],
    originals: new Map(),
  };
  for (const source of reader.state.sources.values()) {
    await writeSource(reader, source, archive, written);
    step();
  }
  for (const item of reader.state.carried.values()) {
    for (const id of carriedFileIds(item)) await writeCarriedFile(reader, id, archive, written);
    step();
  }
  const encoder = new TextEncoder();
  for (const memo of reader.state.memos.values())
    await archive.add(memberOfPath(notePath(memo.id)), encoder.encode(cleanText(memo.plainText)));
  return written;
}

async function writeSource(
  reader: ProjectReader,
  source: Source,
  archive: ArchiveWriter,
  written: WrittenBodies,
): Promise<void> {
  const body = await reader.text(source.id);
  if (!body) throw new TextMissing(source);
  const file = await reader.file(source.id);
  const member = memberOfPath(textPath(source, file !== undefined));
  const encoded = new TextEncoder().encode(body.text);
  await archive.add(member, encoded);
  written.textRows.push(textRow(body, member));
  if (source.length !== source.characters && reader.state.segmentsBySource.has(source.id))
    written.tables.set(source.id, positionTable(body.text));
  if (!file) return;
  written.files.set(source.id, file.name);
  const row = { id: source.id, name: file.name };
  if (isWrittenAsPdf(source, true)) {
    written.fileRows.push({ ...row, member: memberOfPath(pdfPath(source)) });
    await archive.add(memberOfPath(pdfPath(source)), file.bytes, false);
  } else if (equalBytes(file.bytes, encoded)) {
    written.fileRows.push({ ...row, member });
  } else {
    // Articles that came in one file share it.
    const content = `${source.hash} ${file.bytes.length}`;
    const shared = written.originals.get(content);
    written.fileRows.push({ ...row, member: shared ?? fileMember(source.id) });
    if (shared !== undefined) return;
    written.originals.set(content, fileMember(source.id));
    await archive.add(fileMember(source.id), file.bytes, !packed.has(source.format));
  }
}

async function writeCarriedFile(
  reader: ProjectReader,
  id: string,
  archive: ArchiveWriter,
  written: WrittenBodies,
): Promise<void> {
  const file = written.files.has(id) ? undefined : await reader.file(id);
  if (!file) return;
  const member = memberOfPath(carriedPath(id, file.name));
  written.files.set(id, file.name);
  written.fileRows.push({ id, name: file.name, member });
  await archive.add(member, file.bytes, false);
}

/** Formats that are archives already. */
const packed: ReadonlySet<SourceFormat> = new Set(['docx', 'odt', 'epub', 'xlsx']);

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
