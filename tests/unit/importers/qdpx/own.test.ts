import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProjectReader } from '../../../../src-renderer/domain/exchange/project-content';
import { faultInRows } from '../../../../src-renderer/domain/exchange/own/check-rows';
import { refiTargets, type RefiTarget } from '../../../../src-renderer/domain/exchange/refi/targets';
import type { ChangeSet } from '../../../../src-renderer/domain/model/change';
import { tableNames, type ProjectState } from '../../../../src-renderer/domain/model/project';
import { writeQdpx } from '../../../../src-renderer/exporters/qdpx';
import { openSample, type OpenSample } from '../../sample/open-sample';
import { counts, readOk } from './read-with';

let sample: OpenSample;
let origin: ChangeSet;
beforeAll(async () => {
  sample = await openSample();
  const [coder] = sample.state.coders.keys();
  origin = {
    id: '00000000-0000-4000-8000-0000000000ff',
    kind: 'origin',
    target: null,
    label: { key: 'create-project', params: { name: 'Sample' } },
    coderId: coder ?? '',
    at: '2026-01-01T00:00:00.000Z',
    changes: sample.project.changes,
  };
});

/** The sample as a file of Parallax, unpacked so that it can be changed. */
async function members(target: RefiTarget = 'default'): Promise<Record<string, Uint8Array>> {
  const contents = new Map(sample.project.contents.map((content) => [content.text.sourceId, content]));
  const reader: ProjectReader = {
    state: sample.state,
    text: (id) => Promise.resolve(contents.get(id)?.text),
    file: (id) => Promise.resolve(contents.get(id)?.file),
    log: async function* () {
      yield await Promise.resolve(origin);
    },
  };
  const written = await writeQdpx(reader, { target, origin: 'Parallax 1.0.0' });
  if (!written.ok) throw new Error(written.error.kind);
  return unzipSync(new Uint8Array(await written.value.blob.arrayBuffer()));
}

const withoutOwn = (all: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('parallax/')));

const rows = (state: ProjectState) =>
  Object.fromEntries(tableNames.map((table) => [table, [...state[table].values()]]));

describe('a file of Parallax itself', () => {
  test('comes back exactly, history and all', async () => {
    const read = await readOk(zipSync(await members()));
    expect(rows(read.content.state)).toEqual(rows(sample.state));
    expect(read.content.log).toEqual([origin]);
    expect(read.report).toEqual({ losses: [], repairs: [], onlyParallax: [] });
    expect(new Map([...read.content.texts].map(([id, { text }]) => [id, text]))).toEqual(sample.texts);
  });

  test.each(refiTargets)(
    'as for %s, comes back by the standard alone on the very passages',
    async (target) => {
      const { content, report, verdicts } = await readOk(zipSync(withoutOwn(await members(target))));
      const { state } = content;
      const essence = (of: ProjectState) =>
        [...of.segments.values()]
          .map(({ id, sourceId, start, end, coderId, tags, quote }) => ({
            id,
            sourceId,
            start,
            end,
            coderId,
            tags,
            quote,
          }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(essence(state)).toEqual(essence(sample.state));
      expect(verdicts.filter(({ weak }) => weak)).toEqual([]);
      const families = (of: ProjectState) =>
        [...of.codes.values()].map(({ id, familyId, parentId }) => [id, familyId, parentId]);
      expect(families(state).sort()).toEqual(families(sample.state).sort());
      const described = (of: ProjectState) =>
        [...of.sources.values()].map(({ id, title, country, date, documentType, actor }) => [
          id,
          title,
          country,
          date,
          documentType,
          actor,
        ]);
      expect(described(state)).toEqual(described(sample.state));
      expect(report.losses).toEqual([]);
      expect(faultInRows(state)).toBeUndefined();
    },
  );

  test('that another program changed keeps what only Parallax knows', async () => {
    const all = await members();
    const xml = strFromU8(all['project.qde'] ?? new Uint8Array());
    const [gone] = /<PlainTextSelection [^]*?<\/PlainTextSelection>/.exec(xml) ?? [''];
    const read = await readOk(
      zipSync({
        ...all,
        'project.qde': strToU8(xml.replace(gone, '').replace('origin="Parallax', 'origin="Other')),
      }),
    );
    const { state } = read.content;
    expect(state.segments.size).toBe(sample.state.segments.size - 1);
    for (const segment of state.segments.values())
      expect(segment).toEqual(sample.state.segments.get(segment.id));
    for (const code of state.codes.values()) {
      const { examples, ...rest } = sample.state.codes.get(code.id)!;
      expect(code).toMatchObject(rest);
      expect(examples).toEqual(expect.arrayContaining([...code.examples]));
    }
    expect([...state.cases.values()]).toEqual([...sample.state.cases.values()]);
    expect([...state.coders.values()]).toEqual([...sample.state.coders.values()]);
    expect(counts(read.report.losses)).toMatchObject({ 'loss.own-history': 1 });
    expect(faultInRows(state)).toBeUndefined();
    // Texts that were left as they were have their blocks and their original files.
    for (const { text, file } of sample.project.contents) {
      expect(read.content.texts.get(text.sourceId)).toEqual(text);
      expect(read.content.files.get(text.sourceId)?.bytes).toEqual(file.bytes);
    }
    for (const [id, { format, fileName, hash }] of sample.state.sources)
      expect(state.sources.get(id)).toMatchObject({ format, fileName, hash });
  });

  test('whose own members are damaged is read by the standard, and says so', async () => {
    const all = await members();
    const read = await readOk(zipSync({ ...all, 'parallax/segments.jsonl': strToU8('{}\n') }));
    expect(read.report.losses[0]?.key).toBe('loss.own-damaged');
    expect(read.content.state.segments.size).toBe(sample.state.segments.size);
  });
});
