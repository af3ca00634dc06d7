import { expect, test } from 'vitest';
import { migrations } from '../../src-renderer/storage/migrations';
import type { Migration } from '../../src-renderer/storage/migrations/migration';
import { readFormat, standing } from '../../src-renderer/storage/migrations/runner';
import { openDatabase } from '../../src-renderer/storage/project-database';

const first = migrations[0]!;
const second: Migration = {
  name: '0002-second',
  tables: { notes: 'id' },
  rewrite: async (transaction) => {
    await transaction
      .table('codes')
      .toCollection()
      .modify((row: { order: number }) => {
        row.order += 100;
      });
    await transaction.table('notes').add({ id: 'n' });
  },
};
const third: Migration = { name: '0003-third', tables: { notes: null } };

test('a new database is made in the latest format at once', async () => {
  const id = crypto.randomUUID();
  const database = await openDatabase(id, [first, second]);
  expect(await readFormat(database)).toEqual({ schemaVersion: 2, applied: [first.name, second.name] });
  expect(await database.table('notes').count()).toBe(0);
  await database.delete();
});

test('an older one goes through the steps it has not seen, each once', async () => {
  const id = crypto.randomUUID();
  const made = await openDatabase(id, [first]);
  await made.table('codes').add({ id: 'c', order: 1 });
  made.close();
  for (let time = 0; time < 2; time += 1) {
    const database = await openDatabase(id, [first, second]);
    expect(await database.table('codes').get('c')).toEqual({ id: 'c', order: 101 });
    expect(await database.table('notes').toArray()).toEqual([{ id: 'n' }]);
    expect(await readFormat(database)).toEqual({ schemaVersion: 2, applied: [first.name, second.name] });
    database.close();
  }
  const latest = await openDatabase(id, [first, second, third]);
  expect(latest.tables.map((table) => table.name)).not.toContain('notes');
  expect(await readFormat(latest)).toMatchObject({ schemaVersion: 3 });
  await latest.delete();
});

test('a step that fails leaves the database in its old format', async () => {
  const id = crypto.randomUUID();
  const made = await openDatabase(id, [first]);
  await made.table('codes').add({ id: 'c', order: 1 });
  made.close();
  const failing: Migration = {
    ...second,
    rewrite: async (transaction) => {
      await second.rewrite?.(transaction);
      throw new Error('This step cannot go on.');
    },
  };
  await expect(openDatabase(id, [first, failing])).rejects.toThrow('This step cannot go on.');
  const database = await openDatabase(id, [first]);
  expect(await database.table('codes').get('c')).toEqual({ id: 'c', order: 1 });
  expect(await readFormat(database)).toEqual({ schemaVersion: 1, applied: [first.name] });
  expect(database.tables.map((table) => table.name)).not.toContain('notes');
  await database.delete();
});

test.each([
  ['a gap', [first, third]],
  ['a wrong order', [second, first]],
  ['a step twice', [first, first]],
])('steps with %s are refused before anything is opened', async (_name, steps) => {
  const id = crypto.randomUUID();
  await expect(openDatabase(id, steps)).rejects.toThrow('Broken invariant');
  expect((await indexedDB.databases()).some(({ name }) => name?.includes(id))).toBe(false);
});

test('how a database stands to the steps', () => {
  const steps = [first, second];
  const after = (...applied: string[]) => standing({ schemaVersion: applied.length, applied }, steps);
  expect(after(first.name, second.name)).toBe('current');
  expect(after(first.name)).toBe('older');
  expect(after(first.name, second.name, third.name)).toBe('newer');
  expect(after(first.name, third.name)).toBe('other-history');
  expect(standing({ schemaVersion: 2, applied: [first.name] }, steps)).toBe('other-history');
});
