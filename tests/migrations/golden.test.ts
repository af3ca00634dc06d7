import { beforeEach, describe, expect, test } from 'vitest';
import type { ChangeSet, ChangeSetHeader } from '../../src-renderer/domain/model/change';
import { tableNames, type TableName } from '../../src-renderer/domain/model/project';
import type { SourceFile, SourceText } from '../../src-renderer/domain/model/source';
import { IndexedDbStorage } from '../../src-renderer/storage';
import { migrations } from '../../src-renderer/storage/migrations';
import { readGolden, revived, writeGolden, type Golden } from './golden';

interface Expected {
  readonly tables: { readonly [T in TableName]?: readonly { readonly id: string }[] };
  readonly log: readonly ChangeSetHeader[];
  readonly changeSets: readonly ChangeSet[];
  readonly texts: readonly SourceText[];
  readonly files: readonly SourceFile[];
}

const goldens = import.meta.glob<Golden>('./golden/*.json', { eager: true, import: 'default' });
const named = Object.entries(goldens).map(([path, golden]) => [path.slice(-9, -5), golden] as const);
const storage = new IndexedDbStorage();

function erase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

test('every version of the format has its golden', () => {
  expect(named.map(([number]) => number)).toEqual(migrations.map(({ name }) => name.slice(0, 4)));
});

describe.each(named)('a project of version %s', (_number, golden) => {
  const expected = revived(golden.expected) as Expected;
  const projectId = expected.tables.project![0]!.id;
  const name = `parallax-project-${projectId}`;
  beforeEach(async () => {
    await erase(name);
    await writeGolden(name, golden);
  });

  test('opens with everything in it, and goes on working', async () => {
    const opened = await storage.openProject(projectId);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const repository = opened.value;
    const { state, log } = await repository.load();
    for (const table of tableNames) {
      // A table that came later is empty in an older project.
      expect([...state[table].values()]).toEqual(expected.tables[table] ?? []);
    }
    expect(log).toEqual(expected.log);
    for (const set of expected.changeSets) expect(await repository.readChangeSet(set.id)).toEqual(set);
    for (const text of expected.texts) expect(await repository.readText(text.sourceId)).toEqual(text);
    for (const file of expected.files) expect(await repository.readFile(file.sourceId)).toEqual(file);

    const before = state.project.get(projectId)!;
    const renamed: ChangeSet = {
      ...expected.changeSets[0]!,
      id: crypto.randomUUID(),
      kind: 'do',
      changes: [{ table: 'project', id: projectId, before, after: { ...before, name: 'Renamed' } }],
    };
    expect(await repository.commit(renamed)).toEqual({ ok: true, value: undefined });
    expect((await repository.load()).log.map(({ id }) => id)).toEqual([
      ...expected.log.map(({ id }) => id),
      renamed.id,
    ]);
    repository.close();
  });

  test('comes to the format that a new project has', async () => {
    const opened = await storage.openProject(projectId);
    if (opened.ok) opened.value.close();
    const fresh = { ...expected.changeSets[0]!, id: crypto.randomUUID() };
    const info = { id: crypto.randomUUID(), name: 'New', createdAt: '', currentCoderId: '' };
    await storage.createProject(info, {
      ...fresh,
      changes: [{ table: 'project', id: info.id, before: null, after: info }],
    });
    const formatOf = async (database: string) => {
      const { databaseVersion, stores } = await readGolden(database);
      return {
        databaseVersion,
        stores: stores.map(({ rows, ...store }) => (store.name === 'meta' ? { ...store, rows } : store)),
      };
    };
    expect(await formatOf(name)).toEqual(await formatOf(`parallax-project-${info.id}`));
  });
});

test('an older project is copied before it is changed, and the copy can be had back', async () => {
  const [, golden] = named[0]!;
  const expected = revived(golden.expected) as Expected;
  const info = expected.tables.project![0] as { readonly id: string; readonly name: string };
  await erase(`parallax-project-${info.id}`);
  await writeGolden(`parallax-project-${info.id}`, golden);
  const now = new Date().toISOString();
  const opened = await new IndexedDbStorage(() => now).openProject(info.id);
  if (opened.ok) opened.value.close();

  const copy = (await storage.listProjects()).find(
    ({ name, deletedAt }) => name === `${info.name} · ${now.slice(0, 10)}` && deletedAt === now,
  )!;
  const raw = await readGolden(`parallax-project-${copy.id}`);
  const rowsOf = (stores: Golden['stores']) =>
    Object.fromEntries(stores.map(({ name, rows }) => [name, name === 'project' ? [] : rows]));
  expect(raw.databaseVersion).toBe(golden.databaseVersion);
  expect(rowsOf(raw.stores)).toEqual(rowsOf(golden.stores));

  await storage.restoreProject(copy.id);
  const again = await storage.openProject(copy.id);
  if (!again.ok) throw new Error(again.error.kind);
  const { state } = await again.value.load();
  for (const table of tableNames) {
    if (table !== 'project') expect([...state[table].values()]).toEqual(expected.tables[table] ?? []);
  }
  for (const text of expected.texts) expect(await again.value.readText(text.sourceId)).toEqual(text);
  again.value.close();
});

describe('a project that this version does not know', () => {
  const [, golden] = named.at(-1)!;
  const projectId = (golden.expected as Expected).tables.project![0]!.id;
  const name = `parallax-project-${projectId}`;
  const withMeta = (
    databaseVersion: number,
    meta: readonly unknown[],
    more: Golden['stores'] = [],
  ): Golden => ({
    ...golden,
    databaseVersion,
    stores: [
      ...golden.stores.map((store) => (store.name === 'meta' ? { ...store, rows: meta } : store)),
      ...more,
    ],
  });
  const steps = migrations.map((step) => step.name);
  const next = steps.length + 1;
  const newerMeta = [
    { key: 'migrations', value: [...steps, `000${next}-future`] },
    { key: 'schemaVersion', value: next },
  ];
  const future = [{ name: 'future', keyPath: 'id', autoIncrement: false, indexes: [], rows: [{ id: 1 }] }];
  const cases: [string, Golden, unknown][] = [
    [
      'because a newer one wrote it',
      withMeta(next * 10, newerMeta, future),
      { kind: 'newer', found: next, supported: steps.length },
    ],
    [
      'because only its rows say that it is newer',
      withMeta(golden.databaseVersion, newerMeta),
      { kind: 'newer', found: next, supported: steps.length },
    ],
    [
      'because it went through other steps',
      withMeta(golden.databaseVersion, [
        { key: 'migrations', value: steps.map((step) => `${step}-otherwise`) },
        { key: 'schemaVersion', value: steps.length },
      ]),
      { kind: 'storage', detail: expect.stringContaining('otherwise') },
    ],
    ['because it does not say', withMeta(golden.databaseVersion, []), { kind: 'storage' }],
  ];

  test.each(cases)('is refused and left untouched: %s', async (_name, unknown, error) => {
    await erase(name);
    await writeGolden(name, unknown);
    const before = await readGolden(name);
    expect(await storage.openProject(projectId)).toMatchObject({ ok: false, error });
    await storage.listProjects();
    expect(await readGolden(name)).toEqual(before);
    await erase(name);
  });
});
