import { describe, expect, test } from 'vitest';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import {
  added,
  change,
  changeSet,
  exampleCode,
  exampleContent,
  exampleProject,
  exampleSegment,
  exampleSource,
  newId,
  open,
  openNew,
} from './examples';
import { applyChanges, emptyState, invert } from '../../../src-renderer/domain/history/state';

const storage = new IndexedDbStorage();

describe('a commit', () => {
  test('is there in full after the project was closed and opened again', async () => {
    const source = exampleSource();
    const segment = exampleSegment(source.id);
    const code = exampleCode();
    const { info, repository } = await openNew(storage);
    const imported = changeSet([added('sources', source)]);
    const coded = changeSet([added('segments', segment), added('codes', code)]);
    expect(await repository.commit(imported, [exampleContent(source.id, 'Action plan')])).toMatchObject({
      ok: true,
    });
    expect((await repository.commit(coded)).ok).toBe(true);
    repository.close();

    const again = await open(storage, info.id);
    const { state, log } = await again.load();
    expect([...state.sources.values()]).toEqual([source]);
    expect([...state.segments.values()]).toEqual([segment]);
    expect(state.segmentsBySource.get(source.id)).toEqual([segment]);
    expect([...state.codes.values()]).toEqual([code]);
    expect(state.project.get(info.id)).toEqual(info);
    const { changes, ...header } = coded;
    expect(log).toHaveLength(3);
    expect(log[2]).toEqual({ ...header, size: changes.length });
    expect(await again.readChangeSet(coded.id)).toEqual(coded);
    expect(await again.readChangeSet(newId())).toBeUndefined();
    expect((await again.readText(source.id))?.text).toBe('Action plan');
    expect(await again.readText(newId())).toBeUndefined();
    expect(await again.readFile(newId())).toBeUndefined();
    again.close();
  });

  test('and its inverse leave the rows as they were; texts and files stay for a redo', async () => {
    const source = exampleSource();
    const { repository } = await openNew(storage);
    const before = (await repository.load()).state;
    const imported = changeSet([added('sources', source)]);
    await repository.commit(imported, [exampleContent(source.id, 'text')]);
    const undone = changeSet(invert(imported.changes), { kind: 'undo', target: imported.id });
    expect((await repository.commit(undone)).ok).toBe(true);
    expect((await repository.load()).state).toEqual(before);
    const redone = changeSet(imported.changes, { kind: 'redo', target: imported.id });
    expect((await repository.commit(redone)).ok).toBe(true);
    expect((await repository.load()).state.sources.get(source.id)).toEqual(source);
    expect((await repository.readText(source.id))?.text).toBe('text');
    repository.close();
  });

  test('may touch one row several times', async () => {
    const { repository } = await openNew(storage);
    const first = exampleCode();
    const second = { ...first, order: 1 };
    const passing = exampleCode();
    const { ok } = await repository.commit(
      changeSet([
        added('codes', first),
        change('codes', first, second),
        added('codes', passing),
        change('codes', passing, null),
      ]),
    );
    expect(ok).toBe(true);
    expect([...(await repository.load()).state.codes.values()]).toEqual([second]);
    repository.close();
  });
});

describe('a conflict names the row and writes nothing', () => {
  const code = exampleCode();
  const other = exampleCode();
  const cases = {
    'added although it is there': added('codes', code),
    'changed from something else': change('codes', { ...code, order: 7 }, { ...code, order: 8 }),
    'removed although it changed': change('codes', { ...code, labels: { en: 'Other' } }, null),
    'changed although it is not there': change('codes', other, { ...other, order: 1 }),
    'removed although it is not there': change('codes', other, null),
  };
  test.each(Object.entries(cases))('%s', async (_name, wrong) => {
    const { repository } = await openNew(storage, [added('codes', code)]);
    const before = await repository.load();
    const source = exampleSource();
    const set = changeSet([added('sources', source), wrong, added('segments', exampleSegment(source.id))]);
    expect(await repository.commit(set, [exampleContent(source.id, 'text')])).toEqual({
      ok: false,
      error: { kind: 'conflict', table: 'codes', id: wrong.id },
    });
    expect(await repository.load()).toEqual(before);
    expect(await repository.readText(source.id)).toBeUndefined();
    expect(await repository.readChangeSet(set.id)).toBeUndefined();
    repository.close();
  });

  test('changes of one row that do not follow from each other', async () => {
    const { repository } = await openNew(storage);
    const set = changeSet([added('codes', code), change('codes', { ...code, order: 5 }, null)]);
    expect(await repository.commit(set)).toMatchObject({
      ok: false,
      error: { kind: 'conflict', id: code.id },
    });
    repository.close();
  });

  test('the same change set twice', async () => {
    const { repository } = await openNew(storage);
    const set = changeSet([]);
    expect((await repository.commit(set)).ok).toBe(true);
    expect(await repository.commit(set)).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect((await repository.load()).log).toHaveLength(2);
    repository.close();
  });
});

describe('making a project', () => {
  test('refuses an id that is taken, and leaves the project there alone', async () => {
    const { info, repository } = await openNew(storage);
    const second = () =>
      storage.createProject(info, changeSet([added('project', { ...info, name: 'Other' })]));
    const conflict = { ok: false, error: { kind: 'conflict', table: 'project', id: info.id } };
    expect(await second()).toEqual(conflict);
    repository.close();
    expect(await second()).toEqual(conflict);
    const again = await open(storage, info.id);
    expect((await again.load()).state.project.get(info.id)?.name).toBe(info.name);
    again.close();
  });

  test('that fails leaves no database behind', async () => {
    const info = exampleProject();
    const wrong = change('codes', exampleCode(), null);
    const made = await storage.createProject(info, changeSet([added('project', info), wrong]));
    expect(made).toMatchObject({ ok: false, error: { kind: 'conflict', id: wrong.id } });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(`parallax-project-${info.id}`);
    expect(await storage.openProject(info.id)).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  test('without a row for it is a mistake of ours', async () => {
    await expect(storage.createProject(exampleProject(), changeSet([]))).rejects.toThrow('Broken invariant');
  });
});

test('after closing, nothing can be written', async () => {
  const { info, repository } = await openNew(storage);
  repository.close();
  expect(await repository.commit(changeSet([added('codes', exampleCode())]))).toMatchObject({
    ok: false,
    error: { kind: 'storage' },
  });
  const again = await open(storage, info.id);
  expect((await again.load()).log).toHaveLength(1);
  again.close();
});

test('an empty project is its own row and nothing else', async () => {
  const { info, repository } = await openNew(storage);
  const { state } = await repository.load();
  expect({ ...state, revision: 0 }).toEqual({
    ...applyChanges(emptyState(), [added('project', info)]),
    revision: 0,
  });
  repository.close();
});
