import { expect, test } from 'vitest';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import { added, changeSet, exampleCode, newId, open, openNew } from './examples';

const here = new IndexedDbStorage();
const there = new IndexedDbStorage();

test('a second window is refused until the first has closed the project', async () => {
  const { info, repository } = await openNew(here);
  expect(await there.openProject(info.id)).toEqual({ ok: false, error: { kind: 'in-use' } });
  expect(await here.openProject(info.id)).toEqual({ ok: false, error: { kind: 'in-use' } });
  repository.close();
  (await open(there, info.id)).close();
  (await open(there, info.id)).close();
  const again = await open(here, info.id);
  expect((await there.openProject(info.id)).ok).toBe(false);
  again.close();
});

test('other projects are free meanwhile', async () => {
  const first = await openNew(here);
  const second = await openNew(there);
  first.repository.close();
  second.repository.close();
});

test('what one window wrote before closing the next one finds, without waiting', async () => {
  const { info, repository } = await openNew(here);
  const written = repository.commit(changeSet([added('codes', exampleCode())]));
  expect((await written).ok).toBe(true);
  repository.close();
  const again = await open(there, info.id);
  expect((await again.load()).state.codes.size).toBe(1);
  again.close();
});

test('opening what is not there makes nothing', async () => {
  const id = newId();
  const before = (await indexedDB.databases()).map(({ name }) => name).sort();
  expect(await here.openProject(id)).toEqual({ ok: false, error: { kind: 'missing' } });
  expect((await indexedDB.databases()).map(({ name }) => name).sort()).toEqual(before);
  expect((await navigator.locks.query()).held?.some(({ name }) => name?.includes(id))).toBe(false);
});
