import { expect, test } from 'vitest';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import { invert } from '../../../src-renderer/domain/history/state';
import type { CarriedItem } from '../../../src-renderer/domain/model/carried';
import type { ChangeSet } from '../../../src-renderer/domain/model/change';
import {
  added,
  changeSet,
  exampleContent,
  exampleSegment,
  exampleSource,
  newId,
  open,
  openNew,
} from './examples';

const storage = new IndexedDbStorage();

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const picture: CarriedItem = {
  id: newId(),
  kind: 'picture',
  name: 'Poster',
  sourceId: null,
  fileName: 'poster.png',
  codings: 1,
  element: { name: 'PictureSource', attributes: {}, children: [], text: '' },
};

async function example(): Promise<ProjectContent> {
  const source = exampleSource();
  const { info, repository } = await openNew(
    storage,
    [added('sources', source)],
    [exampleContent(source.id, 'Action plan')],
  );
  const coded = changeSet([added('segments', exampleSegment(source.id))]);
  await repository.commit(coded);
  await repository.commit(changeSet(invert(coded.changes), { kind: 'undo', target: coded.id }));
  await repository.commit(changeSet([added('carried', picture)]));
  const { state } = await repository.load();
  const content: ProjectContent = {
    state,
    texts: new Map([[source.id, (await repository.readText(source.id))!]]),
    files: new Map([
      [source.id, (await repository.readFile(source.id))!],
      [picture.id, { sourceId: picture.id, name: 'poster.png', bytes: Uint8Array.of(1, 2, 3) }],
    ]),
    log: await all(repository.readLog()),
  };
  repository.close();
  expect(content.log).toHaveLength(4);
  return { ...content, ...renamed(content, info.id) };
}

/** The same project under an id of its own, as if it came from another computer. */
function renamed({ state, log }: ProjectContent, id: string): Pick<ProjectContent, 'state' | 'log'> {
  const info = { ...state.project.get(id)!, id: newId() };
  return { state: { ...state, project: new Map([[info.id, info]]) }, log };
}

test('a whole project comes in with its rows, bodies and history, and undo goes on from there', async () => {
  const content = await example();
  const id = [...content.state.project.keys()][0]!;
  expect(await storage.importProject(content)).toEqual({ ok: true, value: undefined });

  const repository = await open(storage, id);
  const { state, log } = await repository.load();
  expect({ ...state, revision: 0 }).toEqual({ ...content.state, revision: 0 });
  expect(log.map(({ id: entry }) => entry)).toEqual(content.log.map(({ id: entry }) => entry));
  expect(await all(repository.readLog())).toEqual(content.log);
  for (const [source, text] of content.texts) expect(await repository.readText(source)).toEqual(text);
  for (const [key, file] of content.files) expect(await repository.readFile(key)).toEqual(file);
  expect(await storage.listProjects()).toContainEqual(
    expect.objectContaining({ id, sources: 1, segments: 0 }),
  );
  const last: ChangeSet = content.log.at(-1)!;
  expect(await repository.commit(changeSet(invert(last.changes), { kind: 'undo', target: last.id }))).toEqual(
    { ok: true, value: undefined },
  );
  repository.close();
});

test('a source whose file is gone comes in with its text', async () => {
  const content = await example();
  const [source] = content.state.sources.keys();
  expect((await storage.importProject({ ...content, files: new Map() })).ok).toBe(true);
  const repository = await open(storage, [...content.state.project.keys()][0]!);
  expect(await repository.readText(source!)).toEqual(content.texts.get(source!));
  expect(await repository.readFile(source!)).toBeUndefined();
  repository.close();
});

test('a project that is here already, even deleted, is not written over', async () => {
  const content = await example();
  const id = [...content.state.project.keys()][0]!;
  await storage.importProject(content);
  const conflict = { ok: false, error: { kind: 'conflict', table: 'project', id } };
  expect(await storage.importProject(content)).toEqual(conflict);
  await storage.deleteProject(id);
  expect(await storage.importProject(content)).toEqual(conflict);
});

test('a project that cannot be written leaves nothing behind', async () => {
  const content = await example();
  const [info] = content.state.project.values();
  const twice = [content.log[0]!, content.log[0]!];
  expect(await storage.importProject({ ...content, log: twice })).toMatchObject({
    ok: false,
    error: { kind: 'storage' },
  });
  expect((await storage.listProjects()).some(({ id }) => id === info!.id)).toBe(false);
  expect(await storage.openProject(info!.id)).toMatchObject({ ok: false, error: { kind: 'missing' } });
});
