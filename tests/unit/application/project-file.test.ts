import { beforeEach, describe, expect, it, vi } from 'vitest';
import codebook from '../../../resources/codebook.json';
import { keepBackups } from '../../../src-renderer/application/backups';
import {
  keepProject,
  readProjectFile,
  writeProjectFile,
} from '../../../src-renderer/application/project-file';
import { createProject } from '../../../src-renderer/application/projects';
import type { ReadProject } from '../../../src-renderer/application/ports/exchange';
import type { Services } from '../../../src-renderer/application/services';
import { ProjectSession } from '../../../src-renderer/application/session';
import { englishWords } from '../../../src-renderer/domain/exchange/refi/words';
import { fail } from '../../../src-renderer/domain/model/result';
import { englishNames } from '../../../src-renderer/importers/qdpx/names';
import { memoryFile, MemoryPlatform } from '../../../src-renderer/platform/memory';
import { analysisHere } from '../../support/analysis-port';
import { exchangeHere } from '../../support/exchange-port';
import { TestParser } from '../../support/files';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp } from '../../support/project';

let storage: MemoryStorage;
let platform: MemoryPlatform;
let services: Services;
let session: ProjectSession;
const watch = { signal: new AbortController().signal, onProgress: () => undefined };
const wishes = { language: 'en', words: englishWords } as const;

beforeEach(async () => {
  storage = new MemoryStorage();
  platform = new MemoryPlatform();
  services = {
    storage,
    platform,
    parser: new TestParser(),
    exchange: exchangeHere,
    analysis: analysisHere,
    stamp: makeStamp(),
    resources: { codebook: () => Promise.resolve(codebook), sample: () => Promise.resolve(null) },
  };
  const made = await createProject(services, { name: 'Diet debates', coderName: 'Ana Kim' });
  if (!made.ok) throw new Error(made.error.kind);
  session = await open(made.value);
});

async function open(id: string): Promise<ProjectSession> {
  const opened = await storage.openProject(id);
  if (!opened.ok) throw new Error(opened.error.kind);
  return ProjectSession.open(opened.value, services.stamp);
}

const rename = (name: string) =>
  session.run({
    label: { key: 'rename-project', params: { name } },
    changes: [
      { table: 'project', id: session.info.id, before: session.info, after: { ...session.info, name } },
    ],
  });

async function roundTrip(): Promise<ReadProject> {
  const written = await writeProjectFile(session, services, { ...wishes, target: 'default' }, watch);
  if (!written.ok) throw new Error(written.error.kind);
  const bytes = new Uint8Array(await written.value.blob.arrayBuffer());
  const file = memoryFile(written.value.name, bytes);
  const read = await readProjectFile(services, file, { names: englishNames }, watch);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

describe('a project file', () => {
  it('is named after the project', async () => {
    const written = await writeProjectFile(session, services, { ...wishes, target: 'default' }, watch);
    expect(written).toMatchObject({ ok: true, value: { name: 'Diet debates.qdpx' } });
  });

  it('comes back under its own id when there is none of that id, history and undo with it', async () => {
    await rename('Diet debates 2004');
    const read = await roundTrip();
    const { id } = session.info;
    storage.projects.delete(id);
    expect(await keepProject(services, read)).toEqual({ ok: true, value: id });
    const again = await open(id);
    expect(again.state.codes).toEqual(session.state.codes);
    expect(again.snapshot.stacks.undoable.map(({ label }) => label.key)).toEqual(['rename-project']);
    await again.undo();
    expect(again.info.name).toBe('Diet debates');
  });

  it('comes in beside a project of its id, never over it, and can still be undone', async () => {
    await rename('Diet debates 2004');
    const kept = await keepProject(services, await roundTrip());
    if (!kept.ok) throw new Error(kept.error.kind);
    expect(kept.value).not.toBe(session.info.id);
    const copy = await open(kept.value);
    expect(copy.info).toEqual({ ...session.info, id: kept.value });
    expect(await copy.undo()).toEqual({ ok: true, value: undefined });
    expect(copy.info.name).toBe('Diet debates');
    expect(session.info.name).toBe('Diet debates 2004');
  });

  it('that cannot be kept leaves no project', async () => {
    const read = await roundTrip();
    storage.projects.clear();
    storage.nextFailure = { kind: 'full' };
    expect(await keepProject(services, read)).toEqual({ ok: false, error: { kind: 'full' } });
    expect(storage.projects.size).toBe(0);
  });
});

describe('copies of a project', () => {
  const start = (onFailure = vi.fn(), minutes = 1 / 6000) =>
    keepBackups(session, services, { wishes: () => wishes, onFailure, minutes });

  it('are made some time after a change, and at the end of what has changed since', async () => {
    platform.keepsBackups = true;
    const stop = start();
    await rename('One');
    await expect.poll(() => platform.backups.length).toBe(1);
    expect(platform.backups[0]).toMatchObject({ projectId: session.info.id, file: { name: 'One.qdpx' } });
    await rename('Two');
    await stop();
    expect(platform.backups.map(({ file }) => file.name)).toEqual(['One.qdpx', 'Two.qdpx']);
    await rename('Three');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(platform.backups).toHaveLength(2);
  });

  it('are not made of a project in which nothing has changed, nor where there is no folder', async () => {
    platform.keepsBackups = true;
    await start()();
    platform.keepsBackups = false;
    const stop = start();
    await rename('One');
    await stop();
    expect(platform.backups).toEqual([]);
  });

  it('that cannot be kept are told of, and tried again', async () => {
    platform.keepsBackups = true;
    const failure = { kind: 'full', detail: 'ENOSPC' } as const;
    const backup = vi.spyOn(platform, 'backup').mockResolvedValueOnce(fail(failure));
    const onFailure = vi.fn();
    const stop = start(onFailure);
    await rename('One');
    await expect.poll(() => onFailure.mock.calls.length).toBe(1);
    expect(onFailure).toHaveBeenCalledWith(failure);
    await stop();
    expect(backup).toHaveBeenCalledTimes(2);
    expect(platform.backups).toHaveLength(1);
  });
});
