import { beforeEach, describe, expect, it } from 'vitest';
import { importDeskOf, type ImportDesk } from '../../../src-renderer/application/import/import-desk';
import { importedShare } from '../../../src-renderer/application/import/import-item';
import { ProjectSession } from '../../../src-renderer/application/session';
import { TestParser, textFile } from '../../support/files';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp, seedProject } from '../../support/project';

describe('the import desk', () => {
  let session: ProjectSession;
  let parser: TestParser;
  let desk: ImportDesk;

  beforeEach(async () => {
    const storage = new MemoryStorage();
    await seedProject(storage);
    const repository = await storage.openProject('project');
    if (!repository.ok) throw new Error(repository.error.kind);
    session = await ProjectSession.open(repository.value, makeStamp());
    parser = new TestParser();
    desk = importDeskOf(session, { parser });
  });

  it('is one for a session', () => {
    expect(importDeskOf(session, { parser })).toBe(desk);
  });

  it('does one import at a time and keeps its outcome until it is put away', async () => {
    const first = desk.start([textFile('a.txt', 'wait'), textFile('b.txt', 'B.')]);
    expect(desk.progress?.phase).toBe('reading');
    expect(await desk.start([textFile('c.txt', 'C.')])).toBeNull();
    desk.dismiss();
    expect(desk.progress).not.toBeNull();
    await expect.poll(() => desk.progress && importedShare(desk.progress)).toBe(0.5);
    parser.release();
    expect(await first).toHaveLength(2);
    expect(desk.progress?.phase).toBe('done');
    desk.dismiss();
    expect(desk.progress).toBeNull();
  });

  it('takes duplicates in after all without losing sight of what failed', async () => {
    await desk.start([textFile('a.txt', 'A.')]);
    await desk.start([textFile('a2.txt', 'A.'), textFile('x.txt', 'fail:damaged')]);
    expect(desk.progress?.items.map(({ state }) => state)).toEqual(['duplicate', 'failed']);
    expect(await desk.takeDuplicates()).toHaveLength(1);
    expect(desk.progress?.items.map(({ state }) => state)).toEqual(['failed', 'done']);
    expect(session.state.sources.size).toBe(2);
  });

  it('can be cancelled', async () => {
    const running = desk.start([textFile('a.txt', 'wait')]);
    await expect.poll(() => parser.running).toBe(1);
    desk.cancel();
    expect(await running).toEqual([]);
    expect(desk.progress?.phase).toBe('cancelled');
  });

  it('begins nothing for no files', async () => {
    expect(await desk.start([])).toEqual([]);
    expect(desk.progress).toBeNull();
  });
});
