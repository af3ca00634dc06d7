import { expose } from 'comlink';
import { writeCodebook } from '../exporters/codebook/write';
import { writePaper } from '../exporters/paper/write';
import { writeQdpx } from '../exporters/qdpx';
import { countCutCells, writeXlsx } from '../exporters/xlsx';
import { parseDocument } from '../importers';
import { readCodebook } from '../importers/codebook/read';
import { readQdpx } from '../importers/qdpx/read';
import type { ReadProjectOptions, WriteProjectOptions } from '../application/ports/exchange';
import type { ProjectReader } from '../domain/exchange/project-content';
import type { Sheet } from '../domain/exchange/tables/csv';
import type { ChangeSet } from '../domain/model/change';
import type { ProjectState } from '../domain/model/project';
import { shippedCharacterMaps } from './character-maps';

/** What the window lends for a task: each call crosses between threads. */
export interface LentProject {
  readonly text: ProjectReader['text'];
  readonly file: ProjectReader['file'];
  /** The next entries of the history; none at its end. */
  readonly entries: () => Promise<readonly ChangeSet[]>;
}
export type Progress = (done: number, total: number) => void;
export type ReadPart = (start: number, end: number) => Promise<Uint8Array>;

async function* logOf({ entries }: LentProject): AsyncGenerator<ChangeSet> {
  for (let some = await entries(); some.length > 0; some = await entries()) yield* some;
}

async function pdfText(bytes: Uint8Array) {
  const parsed = await parseDocument({ name: 'source.pdf', bytes }, {}, shippedCharacterMaps);
  return parsed.ok ? parsed.value.sources[0] : undefined;
}

const api = {
  writeProject: (
    state: ProjectState,
    lent: LentProject,
    options: WriteProjectOptions,
    onProgress: Progress,
  ) => {
    const project = { state, text: lent.text, file: lent.file, log: () => logOf(lent) };
    return writeQdpx(project, { ...options, onProgress });
  },
  readProject: (
    file: { readonly name: string; readonly size: number },
    read: ReadPart,
    options: ReadProjectOptions,
    onProgress: Progress,
  ) => {
    const stamp = { newId: () => crypto.randomUUID(), now: () => new Date().toISOString() };
    return readQdpx({ ...file, read }, { ...options, stamp, pdfText, onProgress });
  },
  readCodebook,
  writeCodebook,
  writePaper,
  xlsx: async (sheets: readonly Sheet[]) => ({
    bytes: await writeXlsx(sheets),
    cellsCut: countCutCells(sheets),
  }),
};

export type ExchangeWorker = typeof api;

expose(api);
