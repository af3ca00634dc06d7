import { contentOf } from '../../domain/exchange/refi/content/content';
import type { ImportedContent, ImportedNames } from '../../domain/exchange/refi/content/options';
import type { Guid, RefiProject, RefiSource } from '../../domain/exchange/refi/model';
import type { PositionConvention } from '../../domain/exchange/refi/positions/convention';
import { readProject } from '../../domain/exchange/refi/reading/project';
import type { Stamp } from '../../domain/model/ids';
import { fail, ok, type Result } from '../../domain/model/result';
import { openArchive, type RandomAccessFile } from '../archive/archive';
import { ArchiveError } from '../archive/failure';
import { detailOf } from '../draft';
import { readXml } from '../xml/read';
import { BodyReader, type PdfText } from './bodies';
import { qdpxFailure, type QdpxFailure } from './failure';
import { withInlineTexts } from './inline-texts';
import { findProject, type Members } from './members';
import { englishNames } from './names';

export interface QdpxOptions {
  readonly stamp: Stamp;
  /** Conventions of positions that a person chose, by the GUID of the source. */
  readonly overrides?: ReadonlyMap<Guid, PositionConvention>;
  readonly signal?: AbortSignal;
  /** Called after each file of the project with how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Reads PDFs for which the project has no text; without it they are listed as not read. */
  readonly pdfText?: PdfText;
  /** Names for what the file has no name for; English when absent. */
  readonly names?: ImportedNames;
}

/** A project read from a file, and the program that wrote it as it says itself. */
export interface ReadQdpx extends ImportedContent {
  readonly origin: string;
}

/** Beyond this the XML alone would need gigabytes as a tree; a project of 100,000 codings has 40 MB. */
const MOST_XML_BYTES = 256 * 1024 * 1024;

/**
 * Reads a REFI-QDA project of any program.
 * In: the file, of which parts are read as they are needed, and the options. Out: the content with the
 * report and the verdicts on positions; or why it cannot be read. Nothing is written anywhere. Never throws
 * for what is wrong with the file.
 */
export async function readQdpx(
  file: RandomAccessFile,
  options: QdpxOptions,
): Promise<Result<ReadQdpx, QdpxFailure>> {
  try {
    const opened = await openArchive(file);
    if (!opened.ok) return fail(qdpxFailure(opened.error));
    const found = findProject(opened.value);
    if (!found.ok) return found;
    return await readMembers(found.value, options);
  } catch (error) {
    if (options.signal?.aborted) return fail(qdpxFailure({ kind: 'cancelled', detail: '' }));
    if (error instanceof ArchiveError) return fail(qdpxFailure(error.failure));
    // Reading a file can fail at any time: the disk is gone, the permission is taken away.
    return fail(qdpxFailure({ kind: 'unreadable', detail: detailOf(error) }));
  }
}

async function readMembers(members: Members, options: QdpxOptions): Promise<Result<ReadQdpx, QdpxFailure>> {
  const { archive, project: member } = members;
  if (archive.size(member) > MOST_XML_BYTES) return fail(qdpxFailure({ kind: 'too-large', detail: member }));
  const xml = readXml(await archive.bytes(member, options.signal));
  if (!xml.ok) return fail(qdpxFailure(xml.error));
  const read = readProject(xml.value);
  if (!read.ok) return fail(qdpxFailure({ kind: read.error.kind, detail: read.error.root }));
  const project = await withTexts(read.value.project, members, options.signal);

  const reader = new BodyReader(members, options.pdfText, options.signal);
  const bodies = await reader.readAll(project, options.onProgress ?? (() => undefined));
  const { stamp, overrides, names = englishNames } = options;
  const made = contentOf(project, bodies, { stamp, names, ...(overrides && { overrides }) });
  return ok({
    ...made,
    origin: project.origin,
    report: {
      ...made.report,
      losses: [...read.value.losses, ...reader.losses, ...made.report.losses],
      repairs: [...read.value.repairs, ...made.report.repairs],
    },
  });
}

async function withTexts(
  project: RefiProject,
  members: Members,
  signal: AbortSignal | undefined,
): Promise<RefiProject> {
  const sources: RefiSource[] = [];
  for (const source of project.sources)
    sources.push(
      source.kind === 'text' || source.kind === 'pdf'
        ? source
        : { ...source, element: await withInlineTexts(source.element, members, signal) },
    );
  return { ...project, sources };
}
