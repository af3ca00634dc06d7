import { proxy, type Remote } from 'comlink';
import type { ExchangeFailure, ExchangePort, Watch } from '../application/ports/exchange';
import type { CodebookFailure, CodebookFile } from '../domain/exchange/codebook/file';
import type { WrittenCodebook } from '../domain/exchange/codebook/formats';
import type { QdcFailure } from '../domain/exchange/codebook/qdc';
import type { ProjectReader } from '../domain/exchange/project-content';
import type { ChangeSet } from '../domain/model/change';
import { fail, type Result } from '../domain/model/result';
import type { ExchangeWorker, LentProject } from './exchange.worker';
import { inOwnWorker } from './own-worker';
import { readFailure } from './read-failure';

/** Entries of the history that cross between threads at once. */
const ENTRIES_AT_ONCE = 100;

const start = (): Worker =>
  new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module', name: 'exchange' });

/** Each task has a worker of its own, which ends with it: that is also how one is cancelled. */
export function createExchange(startWorker: () => Worker = start): ExchangePort {
  const inWorker = <T>(task: (remote: Remote<ExchangeWorker>) => Promise<T>, signal?: AbortSignal) =>
    inOwnWorker(startWorker, task, signal);

  /** A task that a person can cancel, and whose file may become unreadable at any time. */
  async function watched<T>(
    { signal }: Watch,
    task: (remote: Remote<ExchangeWorker>) => Promise<Result<T, ExchangeFailure>>,
  ): Promise<Result<T, ExchangeFailure>> {
    try {
      return await inWorker(task, signal);
    } catch (error) {
      if (signal.aborted) return fail({ kind: 'cancelled', params: {} });
      throw error;
    }
  }

  return {
    writeProject: (project, options, watch) =>
      watched(watch, async (remote) => {
        const onProgress = proxy(watch.onProgress);
        const written = await remote.writeProject(project.state, lend(project), options, onProgress);
        return written.ok ? written : fail(named(written.error));
      }),
    readProject: (file, options, watch) =>
      watched(watch, async (remote) => {
        const { name, size } = file;
        const read = proxy((from: number, to: number) => file.read(from, to));
        const result = await remote.readProject({ name, size }, read, options, proxy(watch.onProgress));
        return result.ok ? result : fail(named(result.error));
      }),
    readCodebook: async (file, headings) => {
      let bytes: Uint8Array;
      try {
        bytes = await file.bytes();
      } catch (error) {
        return fail({ kind: 'codebook-unreadable', detail: readFailure(error).kind });
      }
      return inWorker<Result<CodebookFile, CodebookFailure>>((remote) =>
        remote.readCodebook(bytes, headings),
      );
    },
    writeCodebook: (state, format, wishes) =>
      inWorker<Result<WrittenCodebook, QdcFailure>>((remote) => remote.writeCodebook(state, format, wishes)),
    writePaper: (document, format) => inWorker((remote) => remote.writePaper(document, format)),
    xlsx: (sheets) => inWorker((remote) => remote.xlsx(sheets)),
  };
}

/** A failure without its kind is what its sentence needs to name. */
const named = ({ kind, ...params }: { readonly kind: string }): ExchangeFailure => ({ kind, params });

function lend({ text, file, log }: ProjectReader): LentProject {
  const entries = log()[Symbol.asyncIterator]();
  const next = async (): Promise<readonly ChangeSet[]> => {
    const some: ChangeSet[] = [];
    while (some.length < ENTRIES_AT_ONCE) {
      const { done, value } = await entries.next();
      if (done) break;
      some.push(value);
    }
    return some;
  };
  return proxy({ text, file, entries: next });
}
