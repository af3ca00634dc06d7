import { describe, expect, it } from 'vitest';
import { agreedCoderIdOf } from '../../../../src-renderer/domain/agreement/settle/agreed-layer';
import { progressId } from '../../../../src-renderer/domain/coders/progress';
import { codingOf, ownCoding } from '../../../../src-renderer/domain/profile/coding';
import { crossTab } from '../../../../src-renderer/domain/profile/cross-tab';
import { groupedProfile } from '../../../../src-renderer/domain/profile/grouped-profile';
import { passages } from '../../../../src-renderer/domain/profile/passages';
import { framingProfile } from '../../../../src-renderer/domain/profile/profile';
import {
  profileUnits,
  standardFilters,
  type CodingLayer,
  type ProfileFilters,
} from '../../../../src-renderer/domain/profile/request';
import { coder, segment, source, world } from '../build';

const TEXT = 'y'.repeat(60);
const info = { id: 'p', name: 'p', createdAt: '', currentCoderId: 'ann' };
const agreedCoderId = agreedCoderIdOf(world({ project: [info] }));
const made = (
  id: string,
  coderId: string,
  range: readonly [number, number],
  tags: readonly string[],
  more = {},
) => segment(id, 's', TEXT, range, tags, { coderId, ...more });

/** Three coders; two give "border" to 5–20, all three "crime" with the police to 30–40. */
const state = world({
  project: [{ ...info, agreedCoderId }],
  sources: [source('s', TEXT)],
  coders: [coder('ann'), coder('bob'), coder('cem'), coder('dan'), coder(agreedCoderId)],
  segments: [
    made('a1', 'ann', [0, 20], ['border']),
    made('b1', 'bob', [5, 25], ['border']),
    made('c1', 'cem', [50, 55], ['border']),
    made('a2', 'ann', [30, 40], ['crime', 'police']),
    made('b2', 'bob', [30, 40], ['crime', 'police']),
    made('c2', 'cem', [30, 40], ['crime', 'police'], { stance: 'rejects' }),
    made('x1', agreedCoderId, [0, 25], ['border']),
  ],
});
const profile = (layer: CodingLayer | undefined, more: Partial<ProfileFilters> = {}) => {
  const filters = { ...standardFilters, ...(layer && { layer }), ...more };
  const request = { familyKey: 'mode', groupBy: 'country', codes: ['border', 'crime'], filters } as const;
  return Object.fromEntries(
    profileUnits.map((unit) => {
      const { total } = framingProfile(state, { ...request, unit });
      return [unit, total.cells.map(({ value }) => value)];
    }),
  );
};

describe('whose coding figures rest on', () => {
  it('is the coder alone who codes blind, with as many passages as figures say', () => {
    for (const layer of ['any', 'agreed', 'majority'] as const) {
      const filters = ownCoding({ ...standardFilters, layer, coderIds: ['ann', 'cem'] }, 'bob');
      expect(filters).toEqual({ ...standardFilters, coderIds: ['bob'] });
      const request = { familyKey: 'mode', groupBy: 'country', unit: 'segments', filters } as const;
      const { total, rows } = framingProfile(state, { ...request, codes: ['border', 'crime'] });
      expect(total.cells.map(({ value }) => value)).toEqual([1, 1]);
      const shown = passages(state, request, rows[0]!.key, 'border').map(({ id }) => id);
      expect(shown).toEqual(['b1']);
    }
  });

  it('is every person, without the agreed layer that would count passages again', () => {
    const persons = { segments: [3, 2], characters: [30, 10], documents: [1, 1] };
    expect(profile(undefined)).toEqual(persons);
    expect(profile('any')).toEqual(persons);
    expect(profile('any', { coderIds: ['ann'] })).toEqual({
      segments: [1, 1],
      characters: [20, 10],
      documents: [1, 1],
    });
  });

  it('is the agreed layer alone', () => {
    expect(profile('agreed')).toEqual({ segments: [1, 0], characters: [25, 0], documents: [1, 0] });
    const none = world({ project: [info], segments: [] });
    expect(codingOf(none, { ...standardFilters, layer: 'agreed' }).filters.coderIds).toEqual([]);
  });

  it('is what more than half of those who looked at the source gave', () => {
    expect(profile('majority')).toEqual({ segments: [1, 1], characters: [15, 10], documents: [1, 1] });
  });

  it('counts one who looked and coded nothing', () => {
    const id = progressId('s', 'dan');
    const four = {
      ...state,
      progress: new Map([[id, { id, sourceId: 's', coderId: 'dan', finished: true, at: '' }]]),
    };
    const filters = { ...standardFilters, layer: 'majority' } as const;
    expect(codingOf(four, filters).state.segmentsBySource.size).toBe(0);
    const all = { ...filters, stances: ['asserts', 'reports', 'rejects'] } as const;
    expect([...codingOf(four, all).state.segments.values()].map(({ tags }) => tags)).toEqual([
      ['crime', 'police'],
    ]);
  });

  it('takes the majority of the coders asked for: of two, what both gave', () => {
    expect(profile('majority', { coderIds: ['ann', 'bob'] })).toEqual({
      segments: [1, 1],
      characters: [15, 10],
      documents: [1, 1],
    });
    expect(profile('majority', { coderIds: ['ann', 'cem'] })['segments']).toEqual([0, 0]);
  });

  it('is the same for tables, groups and passages', () => {
    const filters = { ...standardFilters, layer: 'majority' } as const;
    const request = { familyKey: 'mode', unit: 'segments', groupBy: 'country', filters } as const;
    const found = passages(state, request, '');
    expect(found.map(({ start, end, tags, quote }) => [start, end, tags, quote.length])).toEqual([
      [5, 20, ['border'], 15],
      [30, 40, ['crime', 'police'], 10],
    ]);
    const { n } = crossTab(state, { rowFamily: 'mode', columnFamily: 'actor', filters });
    expect(n).toBe(1);
    expect(groupedProfile(state, request, ['coder']).total.n).toBe(2);
    expect(groupedProfile(state, { ...request, filters: standardFilters }, ['coder']).rows).toHaveLength(3);
  });

  it('is worked out once, and applied twice changes nothing', () => {
    const filters = { ...standardFilters, layer: 'majority' } as const;
    const once = codingOf(state, filters);
    expect(codingOf(state, filters)).toBe(once);
    const twice = codingOf(once.state, once.filters);
    expect([...twice.state.segments.keys()]).toEqual([...once.state.segments.keys()]);
  });
});
