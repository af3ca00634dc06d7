import type { ParsedFile, ParseProgress, ParserPort } from '../application/ports/parser';
import type { InputFile } from '../application/ports/platform';
import type { ImportChoices, ImportFailure } from '../domain/model/import';
import { fail, ok, type Result } from '../domain/model/result';
import { readFailure } from './read-failure';
import { patienceFor, watchForSilence, type SilenceWatch } from './silence';
import { isAnswer, isProgress, unpackFile, type ParseRequest } from './wire';

type Outcome = Result<ParsedFile, ImportFailure>;

interface Job {
  readonly id: number;
  readonly file: InputFile;
  readonly signal: AbortSignal;
  readonly choices: ImportChoices;
  readonly onProgress: ((progress: ParseProgress) => void) | undefined;
  readonly settle: (outcome: Outcome) => void;
  bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;
  settled: boolean;
}

/** One place for a worker; the worker itself is started when first needed, and again after it was ended. */
interface Slot {
  worker: Worker | undefined;
  job: Job | undefined;
  /** There while the worker has the file, so that only ending the worker can stop it. */
  watch: SilenceWatch | undefined;
}

export interface ParserPoolOptions {
  /** How many workers run at most. */
  readonly size?: number;
  readonly startWorker?: () => Worker;
  /** How long a worker may be silent over a file of so many bytes, in milliseconds. */
  readonly patience?: (bytes: number) => number;
}

export interface ParserPool extends ParserPort {
  /** Ends all workers; files under way are cancelled. The pool can be used again. */
  close(): void;
}

/** Larger files would not fit into a string, whose length Chromium limits to 2²⁹. */
const LARGEST_FILE = 512 * 1024 * 1024;
// Reading ahead keeps workers busy; only small files, so that it does not fill the memory.
const LARGEST_READ_AHEAD = 4 * 1024 * 1024;
// Workers hold on to what they loaded, so they are let go some time after the last file.
const IDLE_MILLISECONDS = 20_000;

/**
 * Parses files in workers: as many at once as the machine has cores, four at most. A worker that breaks, or is
 * silent for too long, is ended and replaced; its file fails and the others go on.
 */
export function createParserPool({
  size = usualSize(),
  startWorker = start,
  patience = patienceFor,
}: ParserPoolOptions = {}): ParserPool {
  const slots: Slot[] = Array.from({ length: size }, () => ({
    worker: undefined,
    job: undefined,
    watch: undefined,
  }));
  const waiting: Job[] = [];
  let lastId = 0;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  function parse(
    file: InputFile,
    signal: AbortSignal,
    choices: ImportChoices = {},
    onProgress?: (progress: ParseProgress) => void,
  ): Promise<Outcome> {
    if (signal.aborted) return Promise.resolve(failed('cancelled'));
    if (file.size > LARGEST_FILE) return Promise.resolve(failed('too-large', `${file.size} bytes`));
    return new Promise((resolve) => {
      const cancel = () => cancelJob(job);
      const job: Job = {
        id: ++lastId,
        file,
        signal,
        choices,
        onProgress,
        bytes: undefined,
        settled: false,
        settle(outcome) {
          if (job.settled) return;
          job.settled = true;
          signal.removeEventListener('abort', cancel);
          resolve(outcome);
        },
      };
      signal.addEventListener('abort', cancel, { once: true });
      waiting.push(job);
      assign();
    });
  }

  /** Gives waiting files to free places, and starts reading the files that come next. */
  function assign(): void {
    clearTimeout(idleTimer);
    for (const slot of slots) {
      if (slot.job) continue;
      const job = nextJob();
      if (!job) break;
      slot.job = job;
      void run(slot, job);
    }
    waiting.slice(0, size).forEach(readAhead);
    if (slots.every((slot) => !slot.job)) idleTimer = setTimeout(endWorkers, IDLE_MILLISECONDS);
  }

  /** The next file that is still wanted: many are cancelled at once by one signal. */
  function nextJob(): Job | undefined {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (!job.signal.aborted) return job;
      job.settle(failed('cancelled'));
    }
    return undefined;
  }

  async function run(slot: Slot, job: Job): Promise<void> {
    try {
      const bytes = await read(job);
      if (slot.job !== job) return;
      if (bytes.length > LARGEST_FILE) return finish(slot, failed('too-large', `${bytes.length} bytes`));
      slot.worker ??= hire(slot);
      const request: ParseRequest = { id: job.id, name: job.file.name, bytes, choices: job.choices };
      const { length } = bytes;
      slot.worker.postMessage(request, [bytes.buffer]);
      slot.watch = watchForSilence(patience(length), () => lose(slot, 'too-slow', `${length} bytes`));
    } catch (error) {
      if (slot.job === job) finish(slot, fail(readFailure(error)));
    }
  }

  function hire(slot: Slot): Worker {
    const worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (slot.worker !== worker || !slot.job) return;
      const { id, onProgress } = slot.job;
      slot.watch?.heard();
      if (isProgress(data, id)) onProgress?.({ page: data.page, of: data.of });
      if (!isAnswer(data, id)) return;
      const { result, bytes } = data;
      finish(slot, result.ok ? ok({ ...unpackFile(result.value), bytes }) : result);
    });
    const broken = (detail: string) => {
      if (slot.worker === worker) lose(slot, 'broke-reader', detail);
    };
    worker.addEventListener('error', (event) => {
      // Handled here: it must not count as an error of the page.
      event.preventDefault();
      broken(event.message || 'The worker stopped.');
    });
    worker.addEventListener('messageerror', () => broken('The answer of the worker could not be read.'));
    return worker;
  }

  /** Gives up a worker with its file; the next file gets a new one. */
  function lose(slot: Slot, kind: 'too-slow' | 'broke-reader', detail: string): void {
    endWorker(slot);
    finish(slot, failed(kind, detail));
  }

  function finish(slot: Slot, outcome: Outcome): void {
    slot.job?.settle(outcome);
    slot.job = undefined;
    slot.watch?.stop();
    slot.watch = undefined;
    assign();
  }

  function cancelJob(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    const slot = slots.find((candidate) => candidate.job === job);
    job.settle(failed('cancelled'));
    if (!slot) return;
    if (slot.watch) endWorker(slot);
    finish(slot, failed('cancelled'));
  }

  function endWorker(slot: Slot): void {
    slot.worker?.terminate();
    slot.worker = undefined;
  }

  function endWorkers(): void {
    slots.forEach(endWorker);
  }

  return {
    parse,
    close() {
      for (const job of [...waiting, ...slots.flatMap(({ job }) => job ?? [])]) cancelJob(job);
      clearTimeout(idleTimer);
      endWorkers();
    },
  };
}

const read = (job: Job): Promise<Uint8Array<ArrayBuffer>> => (job.bytes ??= job.file.bytes());

function readAhead(job: Job): void {
  if (job.file.size > LARGEST_READ_AHEAD) return;
  // A file that cannot be read is told of when its turn comes: the same promise is awaited then.
  read(job).catch(() => undefined);
}

const failed = (kind: ImportFailure['kind'], detail = ''): Outcome => fail({ kind, detail });

const usualSize = (): number => Math.max(2, Math.min(navigator.hardwareConcurrency, 4));

const start = (): Worker =>
  new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });
