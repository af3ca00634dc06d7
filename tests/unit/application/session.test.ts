import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProjectSession } from '../../../src-renderer/application/session';
import { setCurrentCoder } from '../../../src-renderer/domain/coders/coders';
import type { ChangeDraft } from '../../../src-renderer/domain/model/change';
import { message } from '../../../src-renderer/domain/model/message';
import type { ProjectRepository } from '../../../src-renderer/application/ports/storage';
import type { Variable } from '../../../src-renderer/domain/model/source';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp, seedProject } from '../../support/project';

const variable = (id: string, name = id): Variable => ({ id, name, type: 'text', description: '' });
const add = (id: string): ChangeDraft => ({
  label: message('add-variable', { name: id }),
  changes: [{ table: 'variables', id, before: null, after: variable(id) }],
});

describe('a project session', () => {
  let storage: MemoryStorage;
  let session: ProjectSession;
  let repository: ProjectRepository;
  const open = async () => {
    const opened = await storage.openProject('project');
    if (!opened.ok) throw new Error(opened.error.kind);
    repository = opened.value;
    return ProjectSession.open(repository, makeStamp());
  };
  /** Holds up the next reading of the rows. Out: when it was asked for, and what lets it go on. */
  const holdLoading = () => {
    const load = repository.load.bind(repository);
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const asked = new Promise<void>((resolve) => {
      vi.spyOn(repository, 'load').mockImplementationOnce(async () => {
        const rows = await load();
        resolve();
        await gate;
        return rows;
      });
    });
    return { asked, release };
  };
  const names = () => [...session.state.variables.keys()];

  beforeEach(async () => {
    storage = new MemoryStorage();
    await seedProject(storage);
    session = await open();
  });

  it('shows a gesture before it is written', async () => {
    let release = () => {};
    storage.gate = new Promise((resolve) => (release = resolve));
    const written = session.run(add('a'));
    expect(names()).toEqual(['a']);
    expect(session.snapshot.pending).toBe(1);
    release();
    expect(await written).toEqual({ ok: true, value: undefined });
    expect(session.snapshot.pending).toBe(0);
    expect(storage.projects.get('project')?.state.variables.has('a')).toBe(true);
  });

  it('keeps the order of gestures whatever each takes to write', async () => {
    storage.gate = new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([session.run(add('a')), session.run(add('b')), session.undo(), session.run(add('c'))]);
    expect(names()).toEqual(['a', 'c']);
    expect(storage.projects.get('project')?.log.map((entry) => entry.kind)).toEqual([
      'origin',
      'do',
      'do',
      'undo',
      'do',
    ]);
  });

  it('goes back to what is on disk when a write fails, and says so', async () => {
    const told = vi.fn();
    session.onFailure(told);
    storage.nextFailure = { kind: 'full' };
    const [first, second] = await Promise.all([session.run(add('a')), session.run(add('b'))]);
    expect(first).toEqual({ ok: false, error: { kind: 'full' } });
    expect(second.ok).toBe(true);
    expect(told).toHaveBeenCalledExactlyOnceWith({ kind: 'full' });
    expect(names()).toEqual(['b']);
    expect(session.snapshot.pending).toBe(0);
    expect(session.snapshot.stacks.undoable.map((entry) => entry.label.params['name'])).toEqual(['b']);
  });

  it('fails what was built on a failed gesture', async () => {
    storage.nextFailure = { kind: 'storage', detail: 'x' };
    const onTop: ChangeDraft = {
      label: message('edit-variable'),
      changes: [{ table: 'variables', id: 'a', before: variable('a'), after: variable('a', 'A') }],
    };
    const results = await Promise.all([session.run(add('a')), session.run(onTop)]);
    expect(results.map((result) => !result.ok && result.error.kind)).toEqual(['storage', 'conflict']);
    expect(names()).toEqual([]);
  });

  it('shows what was kept of gestures made while it went back to what is on disk', async () => {
    const held = holdLoading();
    storage.nextFailure = { kind: 'full' };
    const failing = session.run(add('a'));
    await held.asked;
    const meanwhile = session.run(add('b'));
    held.release();
    await Promise.all([failing, meanwhile]);
    expect(names()).toEqual(['b']);
    expect(session.snapshot.pending).toBe(0);
    expect(session.snapshot.stacks.undoable.map((entry) => entry.label.params['name'])).toEqual(['b']);
  });

  it('does not call saved what waits behind a failed write', async () => {
    storage.nextFailure = { kind: 'full' };
    const failing = session.run(add('a'));
    let release = () => {};
    session.onFailure(() => {
      storage.gate = new Promise((resolve) => (release = resolve));
    });
    const waiting = session.run(add('b'));
    await failing;
    expect(session.snapshot.pending).toBe(1);
    release();
    await waiting;
    expect(session.snapshot.pending).toBe(0);
  });

  it('says so each time when storage is gone for good, and goes on taking gestures', async () => {
    const told = vi.fn();
    session.onFailure(told);
    vi.spyOn(repository, 'load').mockRejectedValue(new Error('closed'));
    storage.nextFailure = { kind: 'storage', detail: 'closed' };
    expect(await session.run(add('a'))).toEqual({ ok: false, error: { kind: 'storage', detail: 'closed' } });
    storage.nextFailure = { kind: 'storage', detail: 'closed' };
    expect((await session.run(add('b'))).ok).toBe(false);
    expect(told).toHaveBeenCalledTimes(2);
    await session.settled();
  });

  it('undoes and redoes across a restart', async () => {
    await session.run(add('a'));
    await session.run(add('b'));
    await session.undo();
    await session.close();
    session = await open();
    expect(names()).toEqual(['a']);
    expect(session.snapshot.stacks.redoable).toHaveLength(1);
    await session.redo();
    expect(names()).toEqual(['a', 'b']);
    await session.undo();
    await session.undo();
    await session.undo();
    expect(names()).toEqual([]);
    await session.run(add('c'));
    expect(session.snapshot.stacks.redoable).toEqual([]);
  });

  it('takes each of several quick steps, also when they must be read from disk', async () => {
    for (const name of ['a', 'b', 'c']) await session.run(add(name));
    await session.close();
    session = await open();
    await Promise.all([session.undo(), session.undo(), session.undo()]);
    expect(names()).toEqual([]);
    await Promise.all([session.redo(), session.redo(), session.undo(), session.redo()]);
    expect(names()).toEqual(['a', 'b']);
  });

  it('leaves the origin of the project alone', async () => {
    await session.undo();
    expect(session.info.name).toBe('Project');
  });

  it('takes a draft without changes for no gesture', async () => {
    const current = setCurrentCoder(session.state, session.coderId);
    if (!current.ok) throw new Error(current.error.kind);
    expect((await session.run(current.value)).ok).toBe(true);
    expect(session.snapshot.stacks.undoable).toEqual([]);
    expect(storage.projects.get('project')?.log).toHaveLength(1);
  });

  it('tells its listeners once for showing and once for keeping', async () => {
    const listener = vi.fn();
    const stop = session.subscribe(listener);
    await session.run(add('a'));
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    await session.run(add('b'));
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('reads a text once while it is kept at hand, and lets the oldest go', async () => {
    await session.close();
    const repository = await storage.openProject('project');
    if (!repository.ok) throw new Error(repository.error.kind);
    const read = vi.spyOn(repository.value, 'readText');
    session = await ProjectSession.open(repository.value, makeStamp());
    await Promise.all([session.text('a'), session.text('a')]);
    expect(read).toHaveBeenCalledTimes(1);
    for (let index = 0; index < 12; index++) await session.text(`other-${index}`);
    await session.text('a');
    expect(read.mock.calls.filter(([id]) => id === 'a')).toHaveLength(2);
    expect(await session.file('a')).toBeUndefined();
  });

  it('gives the project free when it is closed', async () => {
    expect(await storage.openProject('project')).toEqual({ ok: false, error: { kind: 'in-use' } });
    void session.run(add('a'));
    await session.close();
    expect(storage.projects.get('project')?.state.variables.size).toBe(1);
    expect((await storage.openProject('project')).ok).toBe(true);
  });
});
