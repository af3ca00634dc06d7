import codebook from '../../resources/codebook.json';
import { ImportDesk } from '../../src-renderer/application/import/import-desk';
import type { InputFile } from '../../src-renderer/application/ports/platform';
import { createProject } from '../../src-renderer/application/projects';
import type { Services } from '../../src-renderer/application/services';
import { ProjectSession } from '../../src-renderer/application/session';
import { MemoryPlatform } from '../../src-renderer/platform/memory';
import { IndexedDbStorage } from '../../src-renderer/storage';
import { createAnalysis } from '../../src-renderer/workers/analysis';
import { createExchange } from '../../src-renderer/workers/exchange';
import { createParserPool } from '../../src-renderer/workers/parser-pool';
import { seeded } from '../generator/random';
import { makeText, textLanguages, type TextLanguage } from '../generator/texts';
import { compete, quiet, type Figures, type Measure, type Run } from './timing';

const TEXTS = 200;
const BYTES = 80_000;

/** What differs between the programs that write plain texts. */
interface Make {
  readonly languages: readonly TextLanguage[];
  /** The share of the texts that end their lines as Windows does, with CR and LF. */
  readonly windowsShare: number;
}

/** Texts of 80 kB each, the same at each run. */
function texts({ languages, windowsShare }: Make): readonly File[] {
  const random = seeded(16);
  return Array.from({ length: TEXTS }, (_, index) => {
    const language = languages[index % languages.length] ?? 'en';
    const bytesPerUnit = language === 'en' ? 1 : 2.7;
    const text = makeText(language, BYTES / bytesPerUnit, random);
    // Each language in turn has its share.
    const isWindows = (Math.floor(index / languages.length) * windowsShare) % 1 >= 1 - windowsShare;
    return new File([isWindows ? text.replaceAll('\n', '\r\n') : text], `document-${index}.txt`);
  });
}

const asInput = (file: File, run: number): InputFile => ({
  name: `${run}-${file.name}`,
  path: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
  read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
});

/** Whole imports against the least that any import must do: read, decode, write once. */
export async function benchImport(): Promise<readonly Figures[]> {
  const mixed = texts({ languages: textLanguages, windowsShare: 0.5 });
  const eastAsian = texts({
    languages: textLanguages.filter((language) => language !== 'en'),
    windowsShare: 1,
  });
  return [
    ...(await benchImportOf(mixed, `import ${TEXTS} texts, 16 MB, half with CR LF`, 3)),
    ...(await benchImportOf(eastAsian, `import ${TEXTS} East Asian texts, 16 MB, all with CR LF`)),
  ];
}

async function benchImportOf(
  files: readonly File[],
  name: string,
  weighings = 0,
): Promise<readonly Figures[]> {
  const services: Services = {
    storage: new IndexedDbStorage(),
    platform: new MemoryPlatform(),
    parser: createParserPool(),
    exchange: createExchange(),
    analysis: createAnalysis(),
    stamp: { newId: () => crypto.randomUUID(), now: () => new Date().toISOString() },
    resources: { codebook: () => Promise.resolve(codebook), sample: () => Promise.resolve(null) },
  };
  let run = 0;
  const ours: Run = async (measure) => {
    run += 1;
    const created = await createProject(services, { name: `Bench ${run}`, coderName: 'Bench' });
    if (!created.ok) throw new Error(created.error.kind);
    const opened = await services.storage.openProject(created.value);
    if (!opened.ok) throw new Error(opened.error.kind);
    const session = await ProjectSession.open(opened.value, services.stamp);
    await quiet();
    const inputs = files.map((file) => asInput(file, run));
    const taken = await measure(async () => {
      const desk = new ImportDesk(session, services);
      await desk.start(inputs);
      await desk.keep();
      await session.settled();
    });
    if (session.state.sources.size !== TEXTS) throw new Error('Not every text went in.');
    await session.close();
    await services.storage.deleteProject(created.value);
    await services.storage.purgeDeleted('9999');
    return taken;
  };
  return compete({
    name,
    limit: 'twice the baseline',
    baselineName: 'read, decode, one bare IndexedDB write',
    runs: 7,
    weighings,
    ours,
    baseline: (measure) => bareImport(files, measure),
  });
}

async function bareImport(files: readonly File[], measure: Measure): Promise<number> {
  const name = 'bench-bare';
  const database = await openBare(name);
  await quiet();
  const taken = await measure(async () => {
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
  return taken;
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('texts', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}
