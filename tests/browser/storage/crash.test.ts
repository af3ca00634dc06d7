import { afterEach, describe, expect, test, vi } from 'vitest';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import type { Order } from './crash.worker';
import {
  added,
  changeSet,
  exampleCode,
  exampleContent,
  exampleProject,
  exampleSource,
  open,
  openNew,
} from './examples';

const storage = new IndexedDbStorage();
afterEach(() => vi.restoreAllMocks());

function largeImport(sources: number) {
  const rows = Array.from({ length: sources }, () => exampleSource());
  const text = 'People were moved across the border.\n'.repeat(2_000);
  return {
    set: changeSet(rows.map((row) => added('sources', row))),
    contents: rows.map((row) => exampleContent(row.id, text)),
    ids: rows.map((row) => row.id),
  };
}

/** Waits until a window that was ended has let the project go. */
async function reopen(projectId: string) {
  await vi.waitFor(async () => {
    const opened = await storage.openProject(projectId);
    if (!opened.ok) throw new Error(opened.error.kind);
    opened.value.close();
  });
  return open(storage, projectId);
}

describe('a window that dies while it writes', () => {
  test.each([0, 5, 20, 60, 150])('%i ms after it began leaves all of it or nothing', async (delay) => {
    const { info, repository } = await openNew(storage, [added('codes', exampleCode())]);
    const before = await repository.load();
    repository.close();

    const { set, contents, ids } = largeImport(40);
    const window = new Worker(new URL('./crash.worker.ts', import.meta.url), { type: 'module' });
    const writing = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    window.postMessage({ projectId: info.id, changeSet: set, contents } satisfies Order);
    await writing;
    await new Promise((resolve) => setTimeout(resolve, delay));
    window.terminate();

    const again = await reopen(info.id);
    const { state, log } = await again.load();
    const texts = await Promise.all(ids.map((id) => again.readText(id)));
    const whole = log.length === before.log.length + 1;
    expect(state.sources.size).toBe(whole ? ids.length : 0);
    expect(texts.filter(Boolean)).toHaveLength(whole ? ids.length : 0);
    expect((await again.readChangeSet(set.id)) !== undefined).toBe(whole);
    if (!whole) expect({ state, log }).toEqual(before);
    expect((await again.commit(changeSet([added('codes', exampleCode())]))).ok).toBe(true);
    again.close();
  });

  test('closing the project while it writes does the same', async () => {
    const { info, repository } = await openNew(storage);
    const { set, contents, ids } = largeImport(20);
    const written = repository.commit(set, contents);
    repository.close();
    const { ok } = await written;
    const again = await open(storage, info.id);
    const { state, log } = await again.load();
    expect(state.sources.size).toBe(ok ? ids.length : 0);
    expect(log).toHaveLength(ok ? 2 : 1);
    again.close();
  });
});

/** Lets the given number of writes to a kind of database through and does something else from then on. */
function interruptWrites(
  databases: 'parallax-project-' | 'parallax-registry',
  after: number,
  interrupt: (store: IDBObjectStore) => never,
) {
  let count = 0;
  for (const method of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      const concerned = this.transaction.db.name.startsWith(databases);
      if (concerned) count += 1;
      return concerned && count > after ? interrupt(this) : real.apply(this, args);
    });
  }
}

describe('a write that fails in the middle of the transaction', () => {
  // Three sources are written row by row, then their texts, their files, and the two rows of the log.
  const points = Array.from({ length: 11 }, (_, index) => index);

  test.each(points)('leaves everything as before: aborted after %i rows', async (after) => {
    const { info, repository } = await openNew(storage, [added('codes', exampleCode())]);
    const before = await repository.load();
    const { set, contents, ids } = largeImport(3);
    interruptWrites('parallax-project-', after, (store) => {
      store.transaction.abort();
      throw new DOMException('The disk went away.', 'UnknownError');
    });
    expect(await repository.commit(set, contents)).toMatchObject({ ok: false, error: { kind: 'storage' } });
    vi.restoreAllMocks();
    expect(await repository.load()).toEqual(before);
    expect(await repository.readText(ids[0]!)).toBeUndefined();
    expect((await repository.commit(set, contents)).ok).toBe(true);
    repository.close();
    const again = await open(storage, info.id);
    expect((await again.load()).state.sources.size).toBe(3);
    again.close();
  });

  test('says so when the disk is full', async () => {
    const { repository } = await openNew(storage);
    const before = await repository.load();
    const { set, contents } = largeImport(3);
    interruptWrites('parallax-project-', 4, () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    expect(await repository.commit(set, contents)).toEqual({ ok: false, error: { kind: 'full' } });
    vi.restoreAllMocks();
    expect(await repository.load()).toEqual(before);
    repository.close();
  });

  test('that makes a project leaves no project', async () => {
    const info = exampleProject();
    const { set, contents } = largeImport(3);
    // Two rows say the format of the new database; what follows is the commit.
    interruptWrites('parallax-project-', 6, () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    const made = await storage.createProject(
      info,
      changeSet([added('project', info), ...set.changes]),
      contents,
    );
    expect(made).toEqual({ ok: false, error: { kind: 'full' } });
    vi.restoreAllMocks();
    expect((await storage.listProjects()).some(({ id }) => id === info.id)).toBe(false);
    expect((await indexedDB.databases()).some(({ name }) => name?.includes(info.id))).toBe(false);
  });

  test('of the list of projects is no failure of the commit', async () => {
    const { info, repository } = await openNew(storage);
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    interruptWrites('parallax-registry', 0, () => {
      throw new DOMException('No.', 'UnknownError');
    });
    expect((await repository.commit(changeSet([added('sources', exampleSource())]))).ok).toBe(true);
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
    vi.restoreAllMocks();
    await repository.load();
    expect((await storage.listProjects()).find(({ id }) => id === info.id)).toMatchObject({ sources: 1 });
    repository.close();
  });
});
