import {
  BlobReader,
  BlobWriter,
  configure,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { englishWords } from '../../src-renderer/domain/exchange/refi/words';
import type { ProjectReader } from '../../src-renderer/domain/exchange/project-content';
import { stateFromRows } from '../../src-renderer/domain/history/state';
import { message } from '../../src-renderer/domain/model/message';
import { tableNames } from '../../src-renderer/domain/model/project';
import type { Source } from '../../src-renderer/domain/model/source';
import { englishNames } from '../../src-renderer/importers/qdpx/names';
import { toInputFile } from '../../src-renderer/platform/dropped-files';
import { createExchange } from '../../src-renderer/workers/exchange';
import { generateProject } from '../generator/project';
import { compete, quiet, type Figures } from './timing';

configure({ useWebWorkers: false });

const SOURCES = 1000;
/** UTF-16 units of each text: together 86 MB as UTF-8, with the five languages mixed as they are. */
const LENGTH = 34_400;

/** Writes and reads a large project as .qdpx, against packing and unpacking the bytes of its texts alone. */
export async function benchExchange(): Promise<readonly Figures[]> {
  const { project, encoded, megabytes } = await largeProject();
  const exchange = createExchange();
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  const options = { target: 'default', origin: 'Bench', language: 'en', words: englishWords } as const;
  const bare = await pack(encoded);
  let whole: Blob | undefined;
  const size = `1,000 sources (${megabytes} MB of text) with 20,000 segments`;

  const written = await compete({
    name: `export of ${size}`,
    limit: '10 times the baseline',
    baselineName: 'packing the bytes of the texts alone',
    runs: 3,
    ours: async (measure) => {
      await quiet();
      return measure(async () => {
        const result = await exchange.writeProject(project, options, watch);
        if (!result.ok) throw new Error(result.error.kind);
        whole = result.value.blob;
      });
    },
    baseline: async (measure) => {
      await quiet();
      return measure(() => pack(encoded));
    },
  });
  if (!whole) throw new Error('The project was written.');
  const file = toInputFile(new File([whole], 'project.qdpx'));

  const read = await compete({
    name: `import of ${size}`,
    limit: '10 times the baseline',
    baselineName: 'unpacking the bytes of the texts alone',
    runs: 3,
    ours: async (measure) => {
      await quiet();
      return measure(async () => {
        const result = await exchange.readProject(file, { names: englishNames, overrides: new Map() }, watch);
        if (!result.ok) throw new Error(result.error.kind);
        const { segments, sources } = result.value.content.state;
        if (segments.size !== 20_000 || sources.size !== SOURCES) throw new Error('Everything came back.');
      });
    },
    baseline: async (measure) => {
      await quiet();
      return measure(() => unpack(bare));
    },
  });
  return [...written, ...read];
}

async function largeProject() {
  const generated = generateProject({
    seed: 7,
    sources: SOURCES,
    segments: 20_000,
    coders: 2,
    length: LENGTH,
  });
  const encoded = [...generated.texts.values()].map(({ text }) => new TextEncoder().encode(text));
  const hashes = await Promise.all(encoded.map(sha256));
  const sources = [...generated.state.sources.values()].map((source, index): Source => ({
    ...source,
    hash: hashes[index] ?? '',
    bytes: encoded[index]?.length ?? 0,
  }));
  const rows = Object.fromEntries(tableNames.map((name) => [name, [...generated.state[name].values()]]));
  const state = stateFromRows({ ...rows, sources });
  const order = [...state.sources.keys()];
  const project: ProjectReader = {
    state,
    text: (id) => Promise.resolve(generated.texts.get(id)),
    file: (id) => {
      const bytes = encoded[order.indexOf(id)];
      const name = state.sources.get(id)?.fileName ?? '';
      return Promise.resolve(bytes && { sourceId: id, name, bytes: bytes.slice() });
    },
    log: async function* () {
      yield {
        id: crypto.randomUUID(),
        kind: 'origin',
        target: null,
        label: message('create-project', { name: 'Bench' }),
        coderId: generated.info.currentCoderId,
        at: generated.info.createdAt,
        changes: tableNames.flatMap((table) =>
          [...state[table].values()].map((row) => ({ table, id: row.id, before: null, after: row }) as never),
        ),
      };
    },
  };
  const bytes = encoded.reduce((sum, each) => sum + each.length, 0);
  return { project, encoded, megabytes: Math.round(bytes / 1e6) };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function pack(texts: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'));
  for (const [index, bytes] of texts.entries())
    await zip.add(`${index}.txt`, new BlobReader(new Blob([bytes])));
  return zip.close();
}

async function unpack(blob: Blob): Promise<void> {
  const zip = new ZipReader(new BlobReader(blob));
  for (const entry of await zip.getEntries())
    if (!entry.directory) await entry.getData(new Uint8ArrayWriter());
}
