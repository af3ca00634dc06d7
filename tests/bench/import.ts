import codebook from '../../resources/codebook.json';
import { importFiles } from '../../src-renderer/application/import/import-files';
import type { InputFile } from '../../src-renderer/application/ports/platform';
import { createProject } from '../../src-renderer/application/projects';
import type { Services } from '../../src-renderer/application/services';
import { ProjectSession } from '../../src-renderer/application/session';
import { MemoryPlatform } from '../../src-renderer/platform/memory';
import { IndexedDbStorage } from '../../src-renderer/storage';
import { createParserPool } from '../../src-renderer/workers/parser-pool';
import { seeded } from '../generator/random';
import { makeText, textLanguages } from '../generator/texts';
import { compete, quiet, timed, type Timings } from './timing';

const TEXTS = 200;
const BYTES = 80_000;

/** 200 plain texts in five languages, 80 kB each, the same at each run. */
function texts(): readonly File[] {
  const random = seeded(16);
  return Array.from({ length: TEXTS }, (_, index) => {
    const language = textLanguages[index % textLanguages.length] ?? 'en';
    const bytesPerUnit = language === 'en' ? 1 : 2.7;
    return new File([makeText(language, BYTES / bytesPerUnit, random)], `document-${index}.txt`);
  });
}

const asInput = (file: File, run: number): InputFile => ({
  name: `${run}-${file.name}`,
  path: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** The whole import against the least that any import must do: read, decode, write once. */
export async function benchImport(): Promise<Timings> {
  const files = texts();
  const services: Services = {
    storage: new IndexedDbStorage(),
    platform: new MemoryPlatform(),
    parser: createParserPool(),
    stamp: { newId: () => crypto.randomUUID(), now: () => new Date().toISOString() },
    resources: { codebook: () => Promise.resolve(codebook), sample: () => Promise.resolve(null) },
  };
  let run = 0;
  const ours = async () => {
    run += 1;
    const created = await createProject(services, { name: `Bench ${run}`, coderName: 'Bench' });
    if (!created.ok) throw new Error(created.error.kind);
    const opened = await services.storage.openProject(created.value);
    if (!opened.ok) throw new Error(opened.error.kind);
    const session = await ProjectSession.open(opened.value, services.stamp);
    await quiet();
    const inputs = files.map((file) => asInput(file, run));
    const milliseconds = await timed(async () => {
      await importFiles(session, services, inputs, {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      await session.settled();
    });
    if (session.state.sources.size !== TEXTS) throw new Error('Not every text went in.');
    await session.close();
    await services.storage.deleteProject(created.value);
    await services.storage.purgeDeleted('9999');
    return milliseconds;
  };
  return compete({
    name: 'import 200 texts (16 MB)',
    baselineName: 'read, decode, one bare IndexedDB write',
    runs: 7,
    ours,
    baseline: () => bareImport(files),
  });
}

async function bareImport(files: readonly File[]): Promise<number> {
  const name = 'bench-bare';
  const database = await openBare(name);
  await quiet();
  const milliseconds = await timed(async () => {
    const decoded = await Promise.all(
      files.map(async (file) => ({
        id: file.name,
        text: new TextDecoder().decode(await file.arrayBuffer()),
      })),
    );
    const transaction = database.transaction('texts', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('texts');
    for (const row of decoded) store.put(row);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  });
  database.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  return milliseconds;
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('texts', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}
