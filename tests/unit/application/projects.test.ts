import { beforeEach, describe, expect, it, vi } from 'vitest';
import codebook from '../../../resources/codebook.json';
import { findOrMakeSample } from '../../../src-renderer/application/open-sample';
import { createProject, listProjects, renameProject } from '../../../src-renderer/application/projects';
import { openSample } from '../../../src-renderer/application/sample';
import type { Services } from '../../../src-renderer/application/services';
import { MemoryPlatform } from '../../../src-renderer/platform/memory';
import { TestParser } from '../../support/files';
import { analysisHere } from '../../support/analysis-port';
import { exchangeHere } from '../../support/exchange-port';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp } from '../../support/project';

vi.mock('../../../src-renderer/application/sample', { spy: true });

describe('projects', () => {
  let storage: MemoryStorage;
  let services: Services;
  const make = async (name: string) => {
    const made = await createProject(services, { name, coderName: 'Ana Kim' });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value;
  };

  beforeEach(() => {
    storage = new MemoryStorage();
    services = {
      storage,
      platform: new MemoryPlatform(),
      parser: new TestParser(),
      exchange: exchangeHere,
      analysis: analysisHere,
      stamp: makeStamp(),
      resources: { codebook: () => Promise.resolve(codebook), sample: () => Promise.resolve(null) },
    };
  });

  it('begin with the default codebook, one coder, and nothing to undo', async () => {
    const id = await make('Diet debates');
    const { state, log } = storage.projects.get(id)!;
    expect(state.project.get(id)).toMatchObject({ name: 'Diet debates' });
    expect([...state.coders.values()]).toMatchObject([{ name: 'Ana Kim', initials: 'AK' }]);
    expect([...state.coders.keys()]).toEqual([state.project.get(id)?.currentCoderId]);
    expect(state.codes.size).toBeGreaterThan(20);
    expect(log.map(({ kind }) => kind)).toEqual(['origin']);
    expect(storage.settings.get('coderName')).toBe('Ana Kim');
  });

  it('that could not be written leave no trace', async () => {
    storage.nextFailure = { kind: 'full' };
    const made = await createProject(services, { name: 'A', coderName: 'Ana Kim' });
    expect(made).toEqual({ ok: false, error: { kind: 'full' } });
    expect(storage.projects.size).toBe(0);
    expect(storage.settings.has('coderName')).toBe(false);
  });

  it('are renamed while they are closed, and given free again', async () => {
    const id = await make('Before');
    expect((await renameProject(services, id, 'After')).ok).toBe(true);
    expect((await storage.listProjects())[0]?.name).toBe('After');
    const opened = await storage.openProject(id);
    expect(opened.ok).toBe(true);
    expect(await renameProject(services, id, 'Again')).toEqual({ ok: false, error: { kind: 'in-use' } });
    expect(await renameProject(services, 'nowhere', 'X')).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  it('stay for thirty days after they were deleted', async () => {
    const [kept, old, alive] = [await make('Kept'), await make('Old'), await make('Alive')];
    storage.projects.get(kept)!.deletedAt = '2025-12-15T00:00:00.000Z';
    storage.projects.get(old)!.deletedAt = '2025-11-30T00:00:00.000Z';
    const lists = await listProjects(services);
    expect(lists.projects.map(({ id }) => id)).toEqual([alive]);
    expect(lists.deleted.map(({ id }) => id)).toEqual([kept]);
    expect(storage.projects.has(old)).toBe(false);
  });

  it('of the sample are made once and found again until they are deleted', async () => {
    vi.mocked(openSample).mockImplementation(async () => ({ ok: true, value: await make('Sample') }));
    const first = await findOrMakeSample(services);
    expect(await findOrMakeSample(services)).toEqual(first);
    await storage.deleteProject(first.ok ? first.value : '');
    const second = await findOrMakeSample(services);
    expect(second).not.toEqual(first);
    expect(openSample).toHaveBeenCalledTimes(2);
    vi.mocked(openSample).mockResolvedValue({ ok: false, error: { kind: 'full' } });
    await storage.deleteProject(second.ok ? second.value : '');
    expect(await findOrMakeSample(services)).toEqual({ ok: false, error: { kind: 'full' } });
  });
});
