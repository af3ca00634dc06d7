import type { ImportFailure } from '../../domain/model/import';
import { fail, type Result } from '../../domain/model/result';
import { addSources, duplicateOf, type Arrival } from '../../domain/sources/add-sources';
import type { ParsedFile } from '../ports/parser';
import type { InputFile } from '../ports/platform';
import type { SourceContent } from '../ports/storage';
import type { Services } from '../services';
import type { ProjectSession } from '../session';
import type { ImportItem, ImportProgress } from './import-item';

/** Files being parsed at once: enough to keep the parser's workers busy, few enough to spare memory. */
const AT_ONCE = 4;

export interface ImportOptions {
  readonly signal: AbortSignal;
  /** Called with a new value at each step; the last one is also the outcome. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Takes files in even when the project has a source of the same bytes. */
  readonly evenIfKnown?: boolean;
}

/**
 * Imports files as one gesture: each is parsed on its own, and what could be read goes in together, in
 * one change set with texts and originals. A file that fails does not hold up the others; when the
 * import is cancelled or cannot be written, the project stays as it was.
 */
export async function importFiles(
  session: ProjectSession,
  services: Pick<Services, 'parser'>,
  files: readonly InputFile[],
  { signal, onProgress, evenIfKnown = false }: ImportOptions,
): Promise<ImportProgress> {
  let progress: ImportProgress = {
    phase: 'reading',
    items: files.map((file) => ({ file, state: 'waiting' })),
    failure: null,
  };
  const show = (next: Partial<ImportProgress>) => {
    progress = { ...progress, ...next };
    onProgress?.(progress);
    return progress;
  };
  const note = (index: number, item: ImportItem) => show({ items: progress.items.with(index, item) });
  const cancelled = () =>
    show({
      phase: 'cancelled',
      items: progress.items.map(({ file }) => ({ file, state: 'cancelled' })),
    });
  onProgress?.(progress);

  const parsed = await inTurns(files, signal, async (file, index) => {
    note(index, { file, state: 'reading' });
    const result = await parse(services, file, signal);
    if (result.ok) note(index, { file, state: 'read' });
    else if (!signal.aborted) note(index, { file, state: 'failed', failure: result.error });
    return result.ok ? result.value : undefined;
  });
  if (signal.aborted) return cancelled();

  const batch = takeIn(session, files, parsed, evenIfKnown);
  for (const [index, sameAs] of batch.duplicates) {
    const file = files[index];
    if (file) note(index, { file, state: 'duplicate', sameAs });
  }
  show({ phase: 'keeping' });
  const kept = await session.run(batch.draft, batch.contents);
  if (!kept.ok) {
    return show({
      phase: 'not-kept',
      failure: kept.error,
      items: progress.items.map((item) =>
        item.state === 'read' ? { file: item.file, state: 'cancelled' } : item,
      ),
    });
  }
  return show({
    phase: 'done',
    items: progress.items.map((item, index): ImportItem => {
      const file = parsed[index];
      if (item.state !== 'read' || !file) return item;
      return {
        file: item.file,
        state: 'done',
        sourceIds: batch.idsByFile.get(index) ?? [],
        warnings: file.sources.flatMap(({ warnings }) => warnings),
      };
    }),
  });
}

/** Runs a task for each file, a few at once and in order of the list; stops starting new ones when aborted. */
async function inTurns<T>(
  files: readonly InputFile[],
  signal: AbortSignal,
  task: (file: InputFile, index: number) => Promise<T>,
): Promise<readonly (T | undefined)[]> {
  const results: (T | undefined)[] = files.map(() => undefined);
  const queue = files.entries();
  const worker = async () => {
    for (const [index, file] of queue) {
      if (signal.aborted) return;
      results[index] = await task(file, index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function parse(
  { parser }: Pick<Services, 'parser'>,
  file: InputFile,
  signal: AbortSignal,
): Promise<Result<ParsedFile, ImportFailure>> {
  try {
    return await parser.parse(file, signal);
  } catch (error) {
    // One file must not take the others with it, whatever happened to its parser.
    return fail({ kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Builds the change set of the files that are new, in the order of the list. */
function takeIn(
  session: ProjectSession,
  files: readonly InputFile[],
  parsed: readonly (ParsedFile | undefined)[],
  evenIfKnown: boolean,
) {
  const seen = new Map<string, string>();
  const duplicates = new Map<number, string>();
  const arrivals: (Arrival & { readonly index: number; readonly original: Uint8Array })[] = [];
  for (const [index, file] of files.entries()) {
    const { sources = [], bytes = new Uint8Array() } = parsed[index] ?? {};
    // All sources of one file have the hash of that file.
    const hash = sources[0]?.hash;
    if (hash === undefined) continue;
    const sameAs = seen.get(hash) ?? duplicateOf(session.state, hash)?.title;
    if (sameAs !== undefined && !evenIfKnown) {
      duplicates.set(index, sameAs);
      continue;
    }
    seen.set(hash, file.path);
    for (const source of sources) {
      arrivals.push({ index, parsed: source, fileName: file.name, bytes: bytes.length, original: bytes });
    }
  }
  const { draft, texts } = addSources(session.state, arrivals, session.stamp);
  const contents: SourceContent[] = [];
  const idsByFile = new Map<number, string[]>();
  for (const [position, { index, fileName, original }] of arrivals.entries()) {
    const text = texts[position];
    if (!text) continue;
    contents.push({ text, file: { sourceId: text.sourceId, name: fileName, bytes: original } });
    idsByFile.set(index, [...(idsByFile.get(index) ?? []), text.sourceId]);
  }
  return { draft, contents, idsByFile, duplicates };
}
