import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { refiTargets } from '../../../src-renderer/domain/exchange/refi/targets';
import { isAsWritten, readOwnContent, readOwnManifest } from '../../../src-renderer/importers/qdpx/own';
import { generateExchangeProject } from '../../generator/exchange-project';
import { bytesOf, exported, opened } from '../../support/exchange';

async function readBack(blob: Blob): Promise<ProjectContent> {
  const archive = await opened(blob);
  const manifest = await readOwnManifest(archive);
  if (!manifest.ok || !manifest.value) throw new Error('there is no manifest');
  expect(await isAsWritten(manifest.value, await archive.bytes('project.qde'))).toBe(true);
  const content = await readOwnContent(archive, manifest.value);
  if (!content.ok) throw new Error(JSON.stringify(content.error));
  return content.value;
}

const projects = fc.record({
  seed: fc.nat(),
  sources: fc.integer({ min: 0, max: 6 }),
  segments: fc.integer({ min: 0, max: 15 }),
});

describe('a project that goes out and comes back', () => {
  it('is the same: rows in their order, texts, blocks, files, history', async () => {
    await fc.assert(
      fc.asyncProperty(projects, fc.constantFrom(...refiTargets), async (size, target) => {
        const before = generateExchangeProject(size);
        const after = await readBack((await exported(before, { target })).blob);
        expect(after.state).toEqual(before.state);
        for (const [id, text] of before.texts) expect(after.texts.get(id)).toEqual(text);
        expect(after.texts.size).toBe(before.texts.size);
        expect([...after.files.keys()].sort()).toEqual([...before.files.keys()].sort());
        for (const [id, file] of before.files) {
          expect(after.files.get(id)?.name).toBe(file.name);
          expect([...(after.files.get(id)?.bytes ?? [])]).toEqual([...file.bytes]);
        }
        expect(after.log).toEqual(before.log);
        for (const table of ['codes', 'segments', 'memos'] as const)
          expect([...after.state[table].keys()]).toEqual([...before.state[table].keys()]);
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it('makes the same bytes of the same project', async () => {
    const project = generateExchangeProject({ seed: 7 });
    const [one, other] = await Promise.all([exported(project), exported(project)]);
    expect(await bytesOf(one.blob)).toEqual(await bytesOf(other.blob));
  });
});
