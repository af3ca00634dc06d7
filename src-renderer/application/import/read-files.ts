import {
  DEEPEST_ARCHIVE,
  type ImportChoices,
  type ImportFailure,
  type MemberFile,
} from '../../domain/model/import';
import { message } from '../../domain/model/message';
import { fail, type Result } from '../../domain/model/result';
import { pageResources } from '../../domain/sources/names/page-resources';
import type { ParsedFile, ParseProgress } from '../ports/parser';
import type { InputFile } from '../ports/platform';
import type { Services } from '../services';
import type { ImportItem } from './import-item';

/** Files being parsed at once: enough to keep the parser's workers busy, few enough to spare memory. */
export const AT_ONCE = 4;

type Parser = Pick<Services, 'parser'>;

export interface Reading {
  readonly signal: AbortSignal;
  /** Called with the whole list at each step. */
  readonly onItems: (items: readonly ImportItem[]) => void;
}

/**
 * Reads files, a few at once and in order of the list, each on its own: one that fails does not hold up the
 * others. The files of an archive follow it in the list and are read in their turn; what browsers put beside
 * a saved page is left out.
 * Out: the list; where it was cancelled, as far as it had got.
 */
export async function readFiles(
  services: Parser,
  files: readonly InputFile[],
  { signal, onItems }: Reading,
): Promise<readonly ImportItem[]> {
  const besidePages = pageResources(files.map(({ path }) => path));
  let items: readonly ImportItem[] = files.map((file, id) =>
    besidePages.has(file.path)
      ? { id, file, choices: {}, state: 'left-out', sameAs: null, warnings: [besidePage] }
      : { id, file, choices: {}, state: 'waiting' },
  );
  let nextId = items.length;
  const depths = new Map<number, number>();
  const show = (next: readonly ImportItem[]) => {
    items = next;
    onItems(items);
  };
  const put = (item: ImportItem) => show(items.map((each) => (each.id === item.id ? item : each)));
  onItems(items);

  const worker = async () => {
    for (let item = nextOf(items); item && !signal.aborted; item = nextOf(items)) {
      const { id, file, choices } = item;
      put({ id, file, choices, state: 'reading' });
      const result = await readFile(services, file, signal, choices);
      if (signal.aborted) return;
      const members = result.ok ? result.value.members : [];
      const depth = depths.get(id) ?? 0;
      const isTooDeep = members.length > 0 && depth >= DEEPEST_ARCHIVE;
      put(withResult(item, isTooDeep ? tooDeep : result));
      if (members.length === 0 || isTooDeep) continue;
      const inside = members.map((member): ImportItem => {
        depths.set(nextId, depth + 1);
        return { id: nextId++, file: fileOf(file, member), choices: {}, state: 'waiting' };
      });
      show(items.flatMap((each) => (each.id === id ? [each, ...inside] : [each])));
    }
  };
  // A worker without a file is done although another may be opening an archive; that one reads its files.
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return items;
}

const besidePage = message('page-files-left-out', { count: 1 });
const tooDeep = fail({ kind: 'unsupported', detail: 'zip' } as const);

const nextOf = (items: readonly ImportItem[]): ImportItem | undefined =>
  items.find(({ state }) => state === 'waiting');

/** In: an item and what came of reading its file. Out: the item with that. */
export function withResult(
  { id, file, choices }: ImportItem,
  result: Result<ParsedFile, ImportFailure>,
): ImportItem {
  return result.ok
    ? { id, file, choices, state: 'read', read: result.value }
    : { id, file, choices, state: 'failed', failure: result.error };
}

/** Reads one file; whatever happens to its parser, it does not take the others with it. */
export async function readFile(
  { parser }: Parser,
  file: InputFile,
  signal: AbortSignal,
  choices: ImportChoices,
  onProgress?: (progress: ParseProgress) => void,
): Promise<Result<ParsedFile, ImportFailure>> {
  try {
    return await parser.parse(file, signal, choices, onProgress);
  } catch (error) {
    return fail({ kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}

function fileOf(archive: InputFile, { path, bytes }: MemberFile): InputFile {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path: `${archive.path}/${path}`,
    size: bytes.length,
    // A copy, since what is read moves to the worker that reads it.
    bytes: () => Promise.resolve(bytes.slice()),
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}
