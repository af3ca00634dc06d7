import type { ExchangePort } from '../../src-renderer/application/ports/exchange';
import { fail } from '../../src-renderer/domain/model/result';
import { writeCodebook } from '../../src-renderer/exporters/codebook/write';
import { writePaper } from '../../src-renderer/exporters/paper/write';
import { writeQdpx } from '../../src-renderer/exporters/qdpx';
import { countCutCells, writeXlsx } from '../../src-renderer/exporters/xlsx';
import { readCodebook } from '../../src-renderer/importers/codebook/read';
import { readQdpx } from '../../src-renderer/importers/qdpx/read';

/** What the window's worker does, without one. */
export const exchangeHere: ExchangePort = {
  writeProject: async (project, options, { signal, onProgress }) => {
    const written = await writeQdpx(project, { ...options, signal, onProgress });
    if (written.ok) return written;
    const { kind, ...params } = written.error;
    return fail({ kind, params });
  },
  readProject: async (file, options, { signal, onProgress }) => {
    const stamp = { newId: () => crypto.randomUUID(), now: () => new Date().toISOString() };
    const read = await readQdpx(file, { ...options, stamp, signal, onProgress });
    if (read.ok) return read;
    const { kind, ...params } = read.error;
    return fail({ kind, params });
  },
  readCodebook: async (file, headings) => readCodebook(await file.bytes(), headings),
  writeCodebook,
  writePaper,
  xlsx: async (sheets) => ({ bytes: await writeXlsx(sheets), cellsCut: countCutCells(sheets) }),
};
