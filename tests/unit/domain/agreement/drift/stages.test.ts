import { describe, expect, it } from 'vitest';
import { recodingsOf, stagesOf } from '../../../../../src-renderer/domain/agreement/drift/stages';
import type { CodingPackage } from '../../../../../src-renderer/domain/model/collaboration';
import { coder, familyOf, guid, project, segment, source } from '../../profile/build';

const modes = familyOf('mode', 'M', 2);
const coders = ['ana', 'ben'].map(guid);
const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const days = ['2026-01-03', '2026-01-20', '2026-01-31', '2026-03-02', '2026-03-15', '2026-03-16'];

const packageOf = (
  name: string,
  round: number,
  sources: readonly string[],
  more: Partial<CodingPackage> = {},
) => ({
  id: guid(name),
  name,
  round,
  purpose: 'second-coder' as const,
  coderId: guid('ben'),
  recodeOf: null,
  sourceIds: sources.map(guid),
  familyIds: [guid('mode')],
  frozen: true,
  sampling: { kind: 'all' as const, of: 6 },
  createdBy: guid('ana'),
  createdAt: `2026-0${round}-01T00:00:00.000Z`,
  ...more,
});

const state = project({
  project: [],
  sources: [...names, 'alone'].map((name) => source(name, 'JP')),
  families: [modes.family],
  codes: modes.codes,
  coders: ['ana', 'ben', 'ana2'].map(coder),
  segments: names
    .flatMap((name, i) => [
      segment(`ana ${name}`, name, [0, 10], ['M1'], {
        coderId: guid('ana'),
        createdAt: '2025-12-01T00:00:00.000Z',
      }),
      segment(`ben ${name}`, name, [0, 10], ['M1'], {
        coderId: guid('ben'),
        createdAt: `${days[i]}T12:00:00.000Z`,
      }),
    ])
    .concat(segment('alone', 'alone', [0, 10], ['M1'], { coderId: guid('ana') })),
  progress: [],
  packages: [
    packageOf('two', 2, ['d', 'e', 'f']),
    packageOf('one', 1, ['a', 'b', 'alone']),
    packageOf('one more', 1, ['c']),
    packageOf('again', 2, ['a'], { purpose: 'recode', coderId: guid('ana2'), recodeOf: guid('ana') }),
  ],
});
const sourcesBy = (by: Parameters<typeof stagesOf>[2]) =>
  stagesOf(state, coders, by).map(({ key, sourceIds }) => [
    key,
    ...sourceIds.map((id) => names.find((name) => guid(name) === id)),
  ]);

describe('stages', () => {
  it('are the rounds of packages for second coders, with what both looked at', () => {
    expect(sourcesBy('rounds')).toEqual([
      ['1', 'a', 'b', 'c'],
      ['2', 'd', 'e', 'f'],
    ]);
  });

  it('are half-months by the last coding of a source, with gaps as gaps', () => {
    expect(sourcesBy('half-months')).toEqual([
      ['2026-01-01', 'a'],
      ['2026-01-16', 'b', 'c'],
      ['2026-02-01'],
      ['2026-02-16'],
      ['2026-03-01', 'd', 'e'],
      ['2026-03-16', 'f'],
    ]);
  });

  it('are fifths of the sources in order of time', () => {
    expect(sourcesBy('fifths').flatMap(([, ...sources]) => sources)).toEqual(names);
    expect(sourcesBy('fifths')).toHaveLength(5);
    expect(stagesOf(state, coders, 'fifths')[0]).toMatchObject({
      from: '2026-01-03T12:00:00.000Z',
      to: '2026-01-03T12:00:00.000Z',
    });
  });

  it('are none where nobody is compared', () => {
    for (const by of ['half-months', 'fifths'] as const)
      expect(stagesOf(state, [guid('ana')], by)).toEqual([]);
  });

  it('keep who coded again apart', () => {
    expect(recodingsOf(state)).toEqual([
      {
        packageId: guid('again'),
        name: 'again',
        round: 2,
        coders: [guid('ana'), guid('ana2')],
        sourceIds: [guid('a')],
      },
    ]);
  });
});
