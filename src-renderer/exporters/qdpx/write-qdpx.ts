import { manifestText } from '../../domain/exchange/own/manifest';
import {
  BLOCKS_MEMBER,
  FILES_MEMBER,
  HISTORY_MEMBER,
  MANIFEST_MEMBER,
  line,
  tablesOf,
} from '../../domain/exchange/own/members';
import { onlyParallax } from '../../domain/exchange/own/only-parallax';
import type { ExchangeReport, ProjectReader } from '../../domain/exchange/project-content';
import { refiFromProject } from '../../domain/exchange/refi/from-project';
import { targetProfile, type RefiTarget } from '../../domain/exchange/refi/targets';
import { englishWords, type RefiWords } from '../../domain/exchange/refi/words';
import { projectXml } from '../../domain/exchange/refi/write-xml';
import type { LabelLanguage } from '../../domain/model/language';
import { fail, ok, type Result } from '../../domain/model/result';
import { ArchiveWriter, MemberTooLarge } from './archive-writer';
import { TextMissing, writeBodies, type WrittenBodies } from './bodies';
import { sha256, TextParts } from './text-parts';

export interface QdpxOptions {
  readonly target: RefiTarget;
  /** The program and its version, for `origin`. */
  readonly origin: string;
  /** Of the names of codes; English when absent. */
  readonly language?: LabelLanguage;
  /** Of the variables and headings that Parallax adds; English when absent. */
  readonly words?: RefiWords;
  readonly signal?: AbortSignal;
  /** How much is written, of how much: bodies first, then rows. */
  readonly onProgress?: (done: number, total: number) => void;
}

export type QdpxFailure =
  | { readonly kind: 'cancelled' }
  /** A file that the standard does not let into the archive. */
  | { readonly kind: 'too-large'; readonly name: string; readonly bytes: number }
  /** The text of a source could not be found. */
  | { readonly kind: 'text-missing'; readonly name: string };

export interface Qdpx {
  readonly blob: Blob;
  readonly report: ExchangeReport;
}

/** What comes after the bodies: the standard's file, our rows, the end of the archive. */
const STEPS_AFTER_BODIES = 3;

/**
 * Writes a whole project as REFI-QDA project exchange (.qdpx), with members of our own beside it, by which
 * Parallax reads it back as it was.
 * In: the project, whose bodies are asked for one source at a time; what is wanted. Out: the archive and
 * what it does not carry, or why there is none. The same project makes the same bytes.
 */
export async function writeQdpx(
  reader: ProjectReader,
  options: QdpxOptions,
): Promise<Result<Qdpx, QdpxFailure>> {
  const { signal, onProgress } = options;
  const total = reader.state.sources.size + reader.state.carried.size + STEPS_AFTER_BODIES;
  let done = 0;
  const step = () => onProgress?.(++done, total);
  const archive = new ArchiveWriter(signal);
  try {
    const bodies = await writeBodies(reader, archive, step);
    const { hash, losses } = await writeStandard(reader, bodies, options, archive);
    step();
    const report = {
      losses,
      repairs: [],
      onlyParallax: await writeOwn(reader, bodies, hash, options, archive),
    };
    step();
    const blob = await archive.close();
    signal?.throwIfAborted();
    step();
    return ok({ blob, report });
  } catch (error) {
    if (error instanceof MemberTooLarge)
      return fail({ kind: 'too-large', name: error.member, bytes: error.bytes });
    if (error instanceof TextMissing) return fail({ kind: 'text-missing', name: error.source.title });
    if (signal?.aborted) return fail({ kind: 'cancelled' });
    throw error;
  }
}

async function writeStandard(
  { state }: ProjectReader,
  { tables, files }: WrittenBodies,
  { target, origin, language = 'en', words = englishWords }: QdpxOptions,
  archive: ArchiveWriter,
): Promise<{ readonly hash: string; readonly losses: ExchangeReport['losses'] }> {
  const profile = targetProfile(target);
  const { project, losses } = refiFromProject(state, { profile, origin, language, words, tables, files });
  const xml = new TextParts();
  for (const chunk of projectXml(project)) xml.add(chunk);
  const blob = xml.blob();
  await archive.add('project.qde', blob);
  return { hash: await sha256(blob), losses };
}

/** Writes rows, blocks, history and the manifest. Out: what they hold that the standard's file does not. */
async function writeOwn(
  reader: ProjectReader,
  { textRows, fileRows }: WrittenBodies,
  projectXmlSha256: string,
  { origin, language = 'en' }: QdpxOptions,
  archive: ArchiveWriter,
): Promise<ExchangeReport['onlyParallax']> {
  const lines: Record<string, number> = {};
  const add = async (member: string, rows: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> => {
    const text = new TextParts();
    let count = 0;
    for await (const row of rows) {
      text.add(line(row));
      count++;
    }
    lines[member] = count;
    if (count > 0) await archive.add(member, text.blob());
  };
  for (const { member, rows } of tablesOf(reader.state)) await add(member, rows);
  await add(BLOCKS_MEMBER, textRows);
  await add(FILES_MEMBER, fileRows);
  await add(HISTORY_MEMBER, reader.log());
  const manifest = manifestText({ application: origin, projectXmlSha256, lines });
  await archive.add(MANIFEST_MEMBER, new TextEncoder().encode(manifest));
  return onlyParallax(reader.state, language, {
    changeSets: lines[HISTORY_MEMBER] ?? 0,
    files: fileRows.filter(({ member }) => member.startsWith('parallax/')).length,
  });
}
