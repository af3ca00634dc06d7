import { describe, expect, it } from 'vitest';
import { mergeProjects } from '../../../../src-renderer/domain/exchange/merge/merge';
import type { MergeAnswers, MergePlan } from '../../../../src-renderer/domain/exchange/merge/types';
import { uniteRows } from '../../../../src-renderer/domain/exchange/merge/unite-rows';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { stateFromRows } from '../../../../src-renderer/domain/history/state';
import type { CodedSegment } from '../../../../src-renderer/domain/model/segment';
import { code, coder, family, guid, segment, source } from '../../domain/profile/build';

interface Part {
  readonly codes?: readonly ReturnType<typeof code>[];
  readonly coders?: readonly ReturnType<typeof coder>[];
  readonly sources?: readonly ReturnType<typeof source>[];
  readonly segments?: readonly CodedSegment[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly families?: readonly ReturnType<typeof family>[];
}

const content = (name: string, part: Part): ProjectContent => ({
  state: stateFromRows({
    project: [
      { id: guid(name), name: 'Study', createdAt: '', currentCoderId: guid('coder') } as { id: string },
    ],
    families: part.families ?? [family('mode')],
    codes: part.codes ?? [code('M1', 'mode', null)],
    coders: part.coders ?? [coder('coder')],
    sources: part.sources ?? [],
    segments: part.segments ?? [],
  }),
  texts: new Map(
    Object.entries(part.texts ?? {}).map(([id, text]) => [
      guid(id),
      { sourceId: guid(id), text, blocks: [] },
    ]),
  ),
  files: new Map(),
  log: [],
});

/** Two projects where nobody is asked. */
const merged = (a: ProjectContent, b: ProjectContent, answers: Partial<MergeAnswers> = {}) =>
  mergeProjects(a, [{ name: 'b.qdpx', content: b }], answers);

const kinds = (plan: MergePlan) => plan.items.map(({ kind }) => kind);

const text = 'The border must be protected.';

describe('what is taken for one thing', () => {
  it('finds the same document, coder and code under other ids, and joins equal segments', () => {
    const a = content('a', {
      sources: [source('s1', 'JP', { hash: 'aa' })],
      texts: { s1: text },
      segments: [segment('x', 's1', [0, 10], ['M1'])],
    });
    const b = content('b', {
      families: [{ ...family('mode'), id: guid('mode elsewhere') }],
      coders: [{ ...coder('coder'), id: guid('coder elsewhere') }],
      codes: [{ ...code('M1', 'mode', null), id: guid('M1 elsewhere'), familyId: guid('mode elsewhere') }],
      sources: [source('s2', 'JP', { hash: 'aa', title: 's1', fileName: 's1.txt' })],
      texts: { s2: text },
      segments: [
        {
          ...segment('y', 's2', [0, 10], []),
          tags: [guid('M1 elsewhere')],
          coderId: guid('coder elsewhere'),
        },
        {
          ...segment('z', 's2', [4, 10], []),
          tags: [guid('M1 elsewhere')],
          coderId: guid('coder elsewhere'),
        },
      ],
    });
    const { content: united, plan } = merged(a, b);
    expect(united.state.sources.size).toBe(1);
    expect(united.state.codes.size).toBe(1);
    expect(united.state.coders.size).toBe(1);
    expect([...united.state.segments.keys()]).toEqual([guid('x'), guid('z')]);
    expect(united.state.segments.get(guid('z'))).toMatchObject({
      sourceId: guid('s1'),
      coderId: guid('coder'),
      tags: [guid('M1')],
    });
    expect(plan.matched).toMatchObject({ sources: 1, codes: 1, coders: 1, families: 1, segments: 1 });
    expect(kinds(plan)).toEqual(['coder']);
  });

  it('keeps a document of the same id and another text as one of its own', () => {
    const a = content('a', {
      sources: [source('s', 'JP')],
      texts: { s: text },
      segments: [segment('both', 's', [0, 3], ['M1'])],
    });
    const b = content('b', {
      sources: [source('s', 'JP')],
      texts: { s: `${text} More.` },
      segments: [segment('x', 's', [30, 35], ['M1']), segment('both', 's', [4, 9], ['M1'])],
    });
    const { content: united, plan } = merged(a, b);
    expect([...united.texts.values()].map((each) => each.text)).toEqual([text, `${text} More.`]);
    const at = united.state.segments.get(guid('x'))?.sourceId ?? '';
    expect(united.texts.get(at)?.text).toBe(`${text} More.`);
    // What was coded in it goes with it, also under an id that the first has.
    expect(united.state.segmentsBySource.get(at)).toHaveLength(2);
    expect(united.state.segmentsBySource.get(guid('s'))).toHaveLength(1);
    expect(kinds(plan)).toEqual(['text']);
    expect(merged(united, b).content.state.segments).toEqual(united.state.segments);
  });

  it('lists what contradicts, and lets the first stand', () => {
    const a = content('a', { codes: [code('M1', 'mode', null, { definition: 'one' })] });
    const b = content('b', {
      codes: [
        code('M1', 'mode', null, { definition: 'two', include: 'all', labels: { en: 'M1', ja: '国境' } }),
        code('N', 'mode', null, { shortcut: '1' }),
      ],
    });
    const { content: united, plan } = merged(a, b);
    expect(plan.items.filter(({ kind }) => kind === 'row')).toMatchObject([
      { table: 'codes', ours: guid('M1'), fields: [{ field: 'definition', ours: 'one', theirs: 'two' }] },
    ]);
    expect(united.state.codes.get(guid('M1'))).toMatchObject({
      definition: 'one',
      include: 'all',
      labels: { en: 'M1', ja: '国境' },
    });
    expect(plan.added.codes).toBe(1);
  });

  it('finds a code by its path where it has no key', () => {
    const bare = (id: string) => ({ ...code('', 'mode', null, { labels: { en: 'Border' } }), id: guid(id) });
    const { content: united } = merged(
      content('a', { codes: [bare('one')] }),
      content('b', { codes: [bare('two'), { ...bare('three'), parentId: guid('two') }] }),
    );
    expect([...united.state.codes.keys()]).toEqual([guid('one'), guid('three')]);
    expect(united.state.codes.get(guid('three'))?.parentId).toBe(guid('one'));
  });
});

describe('uniting two rows', () => {
  it('does not take an empty place in the tree for something to fill in', () => {
    expect(uniteRows({ id: 'x', parentId: null }, { id: 'x', parentId: 'p' })).toEqual({
      row: { id: 'x', parentId: null },
      contradictions: ['parentId'],
    });
  });
});
