import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { refiTargets } from '../../../src-renderer/domain/exchange/refi/targets';
import { isBlank } from '../../../src-renderer/domain/text/range';
import { ArchiveWriter } from '../../../src-renderer/exporters/qdpx/archive-writer';
import { readQdpx } from '../../../src-renderer/importers/qdpx/read';
import { memoryFile } from '../../fixtures/refi/memory-file';
import { generateExchangeProject } from '../../generator/exchange-project';
import { randomGuid, seeded } from '../../generator/random';
import { bytesOf, exported, opened } from '../../support/exchange';

/** The archive as a program keeps it that knows nothing of Parallax. */
async function standardOnly(blob: Blob): Promise<Uint8Array> {
  const archive = await opened(blob);
  const writer = new ArchiveWriter(undefined);
  for (const name of archive.names)
    if (!name.startsWith('parallax/')) await writer.add(name, await archive.bytes(name));
  return bytesOf(await writer.close());
}

/**
 * Which coder put which code on which words of which source. A passage that shows nothing is not read, and
 * what one coder said twice of one passage is read once.
 */
const codings = ({ segments }: ProjectState): ReadonlySet<string> => {
  const all = [...segments.values()]
    .filter(({ quote }) => !isBlank(quote))
    .flatMap(({ sourceId, start, end, coderId, tags, quote }) =>
      tags.map((tag) => JSON.stringify([sourceId, start, end, quote, coderId, tag])),
    );
  return new Set(all);
};

describe('a project that comes back by the standard alone', () => {
  it('has every coding of every coder on the same words, and what the standard can say', async () => {
    const random = seeded(1);
    const stamp = { newId: () => randomGuid(random), now: () => '2026-01-01T00:00:00.000Z' };
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...refiTargets), async (seed, target) => {
        const before = generateExchangeProject({ seed, sources: 4, segments: 20 });
        const bytes = await standardOnly((await exported(before, { target })).blob);
        const read = await readQdpx(memoryFile(bytes), { stamp });
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const { state, texts } = read.value.content;
        for (const [id, { text }] of before.texts) expect(texts.get(id)?.text).toBe(text);
        expect(codings(state)).toEqual(codings(before.state));
        for (const [id, code] of before.state.codes) {
          expect(state.codes.get(id)?.parentId).toBe(code.parentId);
          expect(state.codes.get(id)?.color).toBe(code.color);
          expect(state.codes.get(id)?.codable).toBe(code.codable);
        }
        for (const [id, { date, country, documentType, url }] of before.state.sources)
          expect(state.sources.get(id)).toMatchObject({ date, country, documentType, url });
        expect([...state.coders.keys()]).toEqual(expect.arrayContaining([...before.state.coders.keys()]));
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
