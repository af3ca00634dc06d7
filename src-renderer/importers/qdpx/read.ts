import { contentOf } from '../../domain/exchange/refi/content/content';
import type { ImportedContent, ImportedNames } from '../../domain/exchange/refi/content/options';
import { reconcile } from '../../domain/exchange/refi/content/reconcile';
import type { ProjectContent } from '../../domain/exchange/project-content';
import type { Guid } from '../../domain/exchange/refi/model';
import type { PositionConvention } from '../../domain/exchange/refi/positions/convention';
import { readProject, type ReadProject } from '../../domain/exchange/refi/reading/project';
import type { Stamp } from '../../domain/model/ids';
import { message, type Message } from '../../domain/model/message';
import { fail, ok, type Result } from '../../domain/model/result';
import { openArchive, type Archive, type RandomAccessFile } from '../archive/archive';
import { ArchiveError } from '../archive/failure';
import { detailOf } from '../draft';
import { readXml } from '../xml/read';
import { BodyReader, type PdfText } from './bodies';
import { qdpxFailure, type QdpxFailure } from './failure';
import { findProject, type Members } from './members';
import { englishNames } from './names';
import {
  isAsWritten,
  readOwnContent,
  readOwnManifest,
  readOwnRows,
  type OwnFailure,
  type OwnRows,
} from './own';

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
  const { signal, onProgress } = options;
  if (archive.size(member) > MOST_XML_BYTES) return fail(qdpxFailure({ kind: 'too-large', detail: member }));
  const bytes = await archive.bytes(member, signal);
  const own = await readOwn(archive, bytes, signal, onProgress);
  if (own.kind === 'whole')
    return ok({ content: own.content, report: nothingToReport, verdicts: [], origin: own.origin });
  const xml = readXml(bytes);
  if (!xml.ok) return fail(qdpxFailure(xml.error));
  const read = readProject(xml.value);
  if (!read.ok) return fail(qdpxFailure({ kind: read.error.kind, detail: read.error.root }));
  const made = await readStandard(read.value, members, options);
  return ok(own.kind === 'rows' ? { ...made, ...reconcile(made, own.rows) } : withLosses(made, own.losses));
}

async function readStandard(
  { project, repairs, losses }: ReadProject,
  members: Members,
  { stamp, overrides, names = englishNames, pdfText, signal, onProgress }: QdpxOptions,
): Promise<ReadQdpx> {
  const reader = new BodyReader(members, pdfText, signal);
  const whole = await reader.takeNested(project);
  const bodies = await reader.readAll(whole, onProgress ?? (() => undefined));
  const unused = members.unused();
  const made = contentOf(whole, bodies, { stamp, names, ...(overrides && { overrides }) });
  const report = {
    losses: [...losses, ...reader.losses, ...made.report.losses, ...unusedMembers(unused)],
    repairs: [...repairs, ...made.report.repairs],
    onlyParallax: [],
  };
  return { ...made, origin: project.origin, report };
}

/** More names than these say no more. */
const MOST_NAMED = 5;

const unusedMembers = (names: readonly string[]): readonly Message[] =>
  names.length === 0
    ? []
    : [
        message('loss.members-unused', {
          count: names.length,
          names: names.slice(0, MOST_NAMED).join(' · '),
        }),
      ];

const nothingToReport = { losses: [], repairs: [], onlyParallax: [] };

const withLosses = (made: ReadQdpx, losses: readonly Message[]): ReadQdpx => ({
  ...made,
  report: { ...made.report, losses: [...losses, ...made.report.losses] },
});

/** What Parallax itself put beside the standard's file. */
type Own =
  | { readonly kind: 'whole'; readonly content: ProjectContent; readonly origin: string }
  /** Another program has changed the standard's file since. */
  | { readonly kind: 'rows'; readonly rows: OwnRows | ProjectContent }
  | { readonly kind: 'none'; readonly losses: readonly Message[] };

async function readOwn(
  archive: Archive,
  projectXml: Uint8Array,
  signal: AbortSignal | undefined,
  onProgress: QdpxOptions['onProgress'],
): Promise<Own> {
  const manifest = await readOwnManifest(archive, signal);
  if (!manifest.ok) return unusable(manifest.error);
  if (!manifest.value) return { kind: 'none', losses: [] };
  const content = await readOwnContent(archive, manifest.value, signal, onProgress);
  if (await isAsWritten(manifest.value, projectXml)) {
    if (!content.ok) return unusable(content.error);
    return { kind: 'whole', content: content.value, origin: manifest.value.application };
  }
  if (content.ok) return { kind: 'rows', rows: content.value };
  // A text or a file was changed as well; the rows may still be whole.
  const rows = await readOwnRows(archive, manifest.value, signal);
  return rows.ok ? { kind: 'rows', rows: rows.value } : unusable(rows.error);
}

/** The standard's file says nearly all of it, so that what is beside it may fail. */
const unusable = (failure: OwnFailure): Own => ({
  kind: 'none',
  losses: [
    failure.kind === 'newer'
      ? message('loss.own-newer', { found: failure.found, supported: failure.supported })
      : message('loss.own-damaged', { detail: `${failure.where}: ${failure.detail}` }),
  ],
});
