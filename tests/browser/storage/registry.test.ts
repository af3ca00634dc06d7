import { expect, test } from 'vitest';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import {
  added,
  change,
  changeSet,
  exampleProject,
  exampleSegment,
  exampleSource,
  newId,
  open,
  openNew,
} from './examples';

let clock = Date.parse('2026-05-01T00:00:00.000Z');
const now = () => new Date((clock += 1000)).toISOString();
const storage = new IndexedDbStorage(now);
const lineOf = async (id: string) => (await storage.listProjects()).find((line) => line.id === id);

function eraseDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

test('the list follows what is committed', async () => {
  const source = exampleSource();
  const segment = exampleSegment(source.id);
  const { info, repository } = await openNew(storage, [added('sources', source)]);
  expect(await lineOf(info.id)).toMatchObject({
    name: info.name,
    createdAt: info.createdAt,
    sources: 1,
    segments: 0,
    deletedAt: null,
  });
  await repository.commit(
    changeSet([
      added('segments', segment),
      added('segments', exampleSegment(source.id)),
      change('project', info, { ...info, name: 'Renamed' }),
    ]),
  );
  expect(await lineOf(info.id)).toMatchObject({ name: 'Renamed', sources: 1, segments: 2 });
  await repository.commit(changeSet([change('segments', segment, null)]));
  expect(await lineOf(info.id)).toMatchObject({ segments: 1 });
  repository.close();
});

test('the most recently opened comes first', async () => {
  const first = await openNew(storage);
  const second = await openNew(storage);
  first.repository.close();
  second.repository.close();
  const order = async () =>
    (await storage.listProjects())
      .map((line) => line.id)
      .filter((id) => id === first.info.id || id === second.info.id);
  expect(await order()).toEqual([second.info.id, first.info.id]);
  (await open(storage, first.info.id)).close();
  expect(await order()).toEqual([first.info.id, second.info.id]);
});

test('a line that is wrong is put right when the project is loaded', async () => {
  const { info, repository } = await openNew(storage, [added('sources', exampleSource())]);
  repository.close();
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('parallax-registry');
    request.onsuccess = () => {
      const transaction = request.result.transaction('projects', 'readwrite');
      transaction.objectStore('projects').put({
        id: info.id,
        name: 'wrong',
        createdAt: 'wrong',
        openedAt: '',
        sources: 99,
        segments: 99,
        deletedAt: null,
      });
      transaction.oncomplete = () => resolve(request.result.close());
    };
  });
  const again = await open(storage, info.id);
  await again.load();
  again.close();
  expect(await lineOf(info.id)).toMatchObject({
    name: info.name,
    createdAt: info.createdAt,
    sources: 1,
    segments: 0,
  });
});

/** The browser takes a moment to let go of the lock of a project that was closed. */
const deleteWhenFree = (id: string) =>
  expect.poll(async () => (await storage.deleteProject(id)).ok).toBe(true);

test('a deleted project cannot be opened, can be brought back, and is gone after the purge', async () => {
  const { info, repository } = await openNew(storage);
  repository.close();
  await deleteWhenFree(info.id);
  const { deletedAt } = (await lineOf(info.id))!;
  expect(deletedAt).not.toBeNull();
  expect(await storage.openProject(info.id)).toEqual({ ok: false, error: { kind: 'missing' } });

  await storage.restoreProject(info.id);
  expect(await lineOf(info.id)).toMatchObject({ deletedAt: null });
  (await open(storage, info.id)).close();
  await storage.purgeDeleted('9999');
  expect(await lineOf(info.id)).toBeDefined();

  await deleteWhenFree(info.id);
  await storage.purgeDeleted(deletedAt!);
  expect(await lineOf(info.id)).toBeDefined();
  await storage.purgeDeleted(now());
  expect(await lineOf(info.id)).toBeUndefined();
  expect((await indexedDB.databases()).some(({ name }) => name?.includes(info.id))).toBe(false);
  expect(await storage.openProject(info.id)).toEqual({ ok: false, error: { kind: 'missing' } });
});

test('a project that a window holds cannot be deleted', async () => {
  const { info, repository } = await openNew(storage);
  expect(await storage.deleteProject(info.id)).toEqual({ ok: false, error: { kind: 'in-use' } });
  await storage.purgeDeleted('9999');
  expect((await repository.load()).state.project.size).toBe(1);
  expect(await lineOf(info.id)).toMatchObject({ id: info.id, deletedAt: null });
  repository.close();
  await deleteWhenFree(info.id);
  await storage.purgeDeleted('9999');
  expect(await lineOf(info.id)).toBeUndefined();
});

test('projects are found again when the list is lost, and remains of a crash are swept away', async () => {
  const { info, repository } = await openNew(storage, [added('sources', exampleSource())]);
  repository.close();
  const unfinished = exampleProject();
  const made = await storage.createProject(unfinished, changeSet([added('project', unfinished)]));
  expect(made.ok).toBe(true);
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(`parallax-project-${unfinished.id}`);
    request.onsuccess = () => {
      const transaction = request.result.transaction('project', 'readwrite');
      transaction.objectStore('project').clear();
      transaction.oncomplete = () => resolve(request.result.close());
    };
  });
  await eraseDatabase('parallax-registry');

  expect(await lineOf(info.id)).toMatchObject({ name: info.name, sources: 1, segments: 0, deletedAt: null });
  expect((await indexedDB.databases()).some(({ name }) => name?.includes(unfinished.id))).toBe(false);
  (await open(storage, info.id)).close();
});

test('settings are kept by key', async () => {
  const key = newId();
  expect(await storage.readSetting(key)).toBeUndefined();
  await storage.writeSetting(key, { theme: 'dark' });
  expect(await new IndexedDbStorage().readSetting(key)).toEqual({ theme: 'dark' });
  await storage.writeSetting(key, 2);
  expect(await storage.readSetting(key)).toBe(2);
});
