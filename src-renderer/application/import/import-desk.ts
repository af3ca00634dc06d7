import type { ImportChoices } from '../../domain/model/import';
import type { SourceId } from '../../domain/model/ids';
import type { SourceAbout } from '../../domain/sources/add-sources';
import { carriedOver } from '../../domain/sources/incoming/carry-over';
import {
  describeByNames,
  describeProposed,
  includeProposed,
  joinProposed,
  moveProposed,
  splitProposed,
  type ProposedSource,
} from '../../domain/sources/incoming/proposal';
import type { SaidByName } from '../../domain/sources/name-pattern';
import type { InputFile } from '../ports/platform';
import type { Services } from '../services';
import type { ProjectSession } from '../session';
import { isImporting, type ImportItem, type ImportProgress } from './import-item';
import { keepSources } from './keep-sources';
import { proposalsOf } from './proposals';
import { AT_ONCE, readFile, readFiles, withResult } from './read-files';

/** Files are read faster than anybody can see; the window hears of them this often, in milliseconds. */
const TELL_EVERY = 80;

const nothing: ImportProgress = {
  phase: 'reading',
  items: [],
  sources: [],
  records: { joined: 0, doubtful: [], unmatched: [] },
  isEdited: false,
  canUndo: false,
  failure: null,
};

/**
 * The import of one project: at most one at a time, going on whatever view is in sight. Files are read,
 * what would come of them is shown and can be mended, and only then it is kept, as one gesture. The outcome
 * stays until it is put away.
 */
export class ImportDesk {
  #progress: ImportProgress | null = null;
  #shown: ImportProgress | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  #parts = 0;
  /** The sources of the preview before each change of the person's, and those taken back, the latest last. */
  #earlier: (readonly ProposedSource[])[] = [];
  #later: (readonly ProposedSource[])[] = [];
  /** What stops the reading of a file again, by file. */
  readonly #stops = new Map<number, () => void>();
  /** Files that are still to be read again, by the wish. */
  readonly #waiting = new Set<[number, ImportChoices][]>();
  readonly #listeners = new Set<() => void>();
  readonly #session: ProjectSession;
  readonly #services: Pick<Services, 'parser'>;

  constructor(session: ProjectSession, services: Pick<Services, 'parser'>) {
    this.#session = session;
    this.#services = services;
  }

  /** The import at work, its preview or its outcome; null when there is none. */
  get progress(): ImportProgress | null {
    return this.#shown;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Reads files for a preview.
   * Out: whether one was begun: not while another import is at work or waits for the person's word.
   */
  async start(files: readonly InputFile[]): Promise<boolean> {
    if (this.#isTaken) return false;
    if (files.length === 0) return true;
    this.#abort = new AbortController();
    this.#forget();
    const { signal } = this.#abort;
    this.#show({ ...nothing });
    const items = await readFiles(this.#services, files, {
      signal,
      onItems: (now) => this.#show({ ...nothing, items: now }),
    });
    if (signal.aborted) this.#cancelled(items);
    else this.#show({ ...nothing, phase: 'preview', items, ...proposalsOf(this.#session.state, items) });
    return true;
  }

  /** Reads a file of the preview again, in another way; what was said of its sources is kept where it can be. */
  async readAgain(fileId: number, choices: ImportChoices): Promise<void> {
    const item = this.#previewed?.items.find(({ id }) => id === fileId);
    if (!item) return;
    const { id, file } = item;
    const own = new AbortController();
    const signal = AbortSignal.any([this.#abort.signal, own.signal]);
    const stop = () => {
      own.abort();
      this.#putItem(item);
    };
    this.#stops.set(fileId, stop);
    this.#putItem({ id, file, choices, state: 'reading' });
    const result = await readFile(this.#services, file, signal, choices, (progress) => {
      if (this.#isAwaited(fileId, choices)) this.#putItem({ id, file, choices, state: 'reading', progress });
    });
    // A file that has been read is not to be put back by whatever stops the others.
    if (this.#stops.get(fileId) === stop) this.#stops.delete(fileId);
    const now = this.#previewed;
    if (signal.aborted || !now || !this.#isAwaited(fileId, choices)) return;
    const next = withResult({ ...item, choices }, result);
    const items = now.items.map((each) => (each.id === fileId ? next : each));
    const ofFile = (list: readonly ProposedSource[]) => list.filter((source) => source.fileId === fileId);
    const { sources: proposed, records } = proposalsOf(this.#session.state, items);
    const again = carriedOver(ofFile(proposed), ofFile(now.sources));
    const sources = items.flatMap((each) =>
      each.id === fileId ? again : now.sources.filter((source) => source.fileId === each.id),
    );
    // What was changed before was of sources that are others now.
    this.#forget();
    this.#show({ ...now, items, sources, records, isEdited: true, canUndo: false });
  }

  /** Reads several files again, a few at once. */
  async readAllAgain(wanted: ReadonlyMap<number, ImportChoices>): Promise<void> {
    const waiting = [...wanted];
    this.#waiting.add(waiting);
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.readAgain(...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.#waiting.delete(waiting);
  }

  /** Stops reading a file again: it stays as it was read before. */
  stopReading(fileId: number): void {
    this.#stops.get(fileId)?.();
  }

  /** Stops reading any file again. */
  stopReadingAll(): void {
    for (const waiting of this.#waiting) waiting.length = 0;
    for (const stop of this.#stops.values()) stop();
  }

  describe(ids: ReadonlySet<string>, patch: Partial<SourceAbout>): void {
    this.#edit((list) => describeProposed(list, ids, patch));
  }

  /** Says of each source what the name of its file says. */
  describeByNames(said: ReadonlyMap<string, SaidByName>): void {
    this.#edit((list) => describeByNames(list, said));
  }

  include(ids: ReadonlySet<string>, isIncluded: boolean): void {
    this.#edit((list) => includeProposed(list, ids, isIncluded));
  }

  join(id: string): void {
    this.#edit((list) => joinProposed(list, id));
  }

  split(id: string, position: number): void {
    this.#edit((list) => splitProposed(list, id, position, `${id}+${++this.#parts}`));
  }

  /** Moves the start of a source by blocks; see `moveProposed`. */
  moveBoundary(id: string, blocks: number): void {
    this.#edit((list) => moveProposed(list, id, blocks));
  }

  /** Takes the latest change of the sources back. */
  undo(): void {
    this.#step(this.#earlier, this.#later);
  }

  /** Makes the change again that was taken back last. */
  redo(): void {
    this.#step(this.#later, this.#earlier);
  }

  /** Keeps what is included. Out: the ids of the new sources; none where nothing was kept. */
  async keep(): Promise<readonly SourceId[]> {
    const preview = this.#previewed;
    if (!preview || preview.items.some(({ state }) => state === 'reading')) return [];
    this.#show({ ...preview, phase: 'keeping', failure: null });
    const kept = await keepSources(this.#session, preview);
    this.#show(kept);
    return kept.items.flatMap((item) => (item.state === 'done' ? item.sourceIds : []));
  }

  /** Stops reading, or gives up the preview; the project stays as it was. */
  cancel(): void {
    this.#abort.abort();
    if (this.#previewed) this.#show(null);
  }

  /** Puts the outcome away. */
  dismiss(): void {
    if (this.#progress && !this.#isTaken) this.#show(null);
  }

  get #isTaken(): boolean {
    return this.#progress !== null && (isImporting(this.#progress) || this.#progress.phase === 'preview');
  }

  get #previewed(): ImportProgress | null {
    return this.#progress?.phase === 'preview' ? this.#progress : null;
  }

  /** Whether a reading with these choices is under way; a later wish makes an earlier answer void. */
  #isAwaited(fileId: number, choices: ImportChoices): boolean {
    const item = this.#previewed?.items.find(({ id }) => id === fileId);
    return item?.state === 'reading' && item.choices === choices;
  }

  #edit(change: (sources: readonly ProposedSource[]) => readonly ProposedSource[]): void {
    const preview = this.#previewed;
    if (!preview) return;
    const sources = change(preview.sources);
    if (sources === preview.sources) return;
    this.#earlier.push(preview.sources);
    this.#later = [];
    this.#show({ ...preview, sources, isEdited: true, canUndo: true });
  }

  #step(from: (readonly ProposedSource[])[], to: (readonly ProposedSource[])[]): void {
    const preview = this.#previewed;
    const sources = preview && from.pop();
    if (!preview || !sources) return;
    to.push(preview.sources);
    this.#show({ ...preview, sources, canUndo: this.#earlier.length > 0 });
  }

  #forget(): void {
    this.#earlier = [];
    this.#later = [];
  }

  #putItem(item: ImportItem): void {
    const preview = this.#previewed;
    if (!preview) return;
    this.#show({ ...preview, items: preview.items.map((each) => (each.id === item.id ? item : each)) });
  }

  #cancelled(items: readonly ImportItem[]): void {
    const stopped = items.map(({ id, file, choices }): ImportItem => ({
      id,
      file,
      choices,
      state: 'cancelled',
    }));
    this.#show({ ...nothing, phase: 'cancelled', items: stopped });
  }

  #show(progress: ImportProgress | null): void {
    const isStep = progress?.phase === 'reading' && this.#progress?.phase === 'reading';
    this.#progress = progress;
    if (isStep) this.#timer ??= setTimeout(this.#tell, TELL_EVERY);
    else this.#tell();
  }

  #tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = this.#progress;
    for (const listener of this.#listeners) listener();
  };
}

const desks = new WeakMap<ProjectSession, ImportDesk>();

/** The desk of an open project. */
export function importDeskOf(session: ProjectSession, services: Pick<Services, 'parser'>): ImportDesk {
  let desk = desks.get(session);
  if (!desk) desks.set(session, (desk = new ImportDesk(session, services)));
  return desk;
}
