import { describe, expect, test } from 'vitest';
import { crossAnalysis } from '../../../../src-renderer/domain/profile/relations/independence';
import { codeNetworks, networkDifference } from '../../../../src-renderer/domain/profile/relations/network';
import { primaryCounts, primaryOf } from '../../../../src-renderer/domain/profile/relations/primary';
import {
  rhetoricAgainstMeasures,
  standardAnswers,
} from '../../../../src-renderer/domain/profile/relations/rhetoric';
import { familyColumns } from '../../../../src-renderer/domain/profile/columns';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import { caseOf, coder, familyOf, guid, project, segment, source } from './build';

const modes = familyOf('mode', 'M', 4);
const actors = familyOf('actor', 'A', 3);
const instruments = familyOf('instrument', 'I', 3);
const functions = familyOf('frame-function', 'E', 4);

const state = project({
  families: [modes, actors, instruments, functions].map(({ family }) => family),
  codes: [modes, actors, instruments, functions].flatMap(({ codes }) => codes),
  coders: [coder('coder')],
  cases: [caseOf('TW')],
  sources: [
    source('jp plan', 'JP', { documentType: 'action-plan' }),
    source('jp news', 'JP', { documentType: 'news-report' }),
    source('kr plan', 'KR', { documentType: 'action-plan' }),
    source('kr law', 'KR', { documentType: 'law' }),
  ],
  segments: [
    segment('a', 'jp plan', [0, 40], ['M1', 'A1', 'E1']),
    segment('b', 'jp plan', [50, 60], ['M3', 'A2', 'E1']),
    segment('c', 'jp plan', [70, 90], ['I1', 'E4']),
    segment('d', 'jp news', [0, 20], ['M1', 'A1', 'E1']),
    segment('e', 'kr plan', [0, 20], ['M2', 'A3', 'E2']),
    segment('f', 'kr plan', [0, 20], ['M3', 'A1', 'I2', 'E4']),
    segment('g', 'kr law', [0, 9], ['M2', 'M3', 'A3', 'E1']),
    segment('h', 'kr law', [20, 29], ['I3']),
  ],
});
const { filters } = { filters: standardFilters };

describe('the primary code of a source', () => {
  const columns = familyColumns(state, 'mode');
  const of = (name: string) => primaryOf(state, state.sources.get(guid(name))!, columns, filters);
  test('is the one with the most characters, and none where several have as many', () => {
    expect(of('jp plan')).toBe(0);
    expect(of('kr plan')).toBe('tie');
    expect(of('kr law')).toBe('tie');
  });
  test('is counted by country, ties and uncoded sources apart', () => {
    const japan = [...state.sources.values()].filter(({ country }) => country === 'JP');
    expect(primaryCounts(state, japan, columns, filters)).toEqual({
      counts: [2, 0, 0, 0],
      ties: 0,
      none: 0,
      n: 2,
    });
  });
});

describe('a cross-table', () => {
  const request = (rows: string, columns: string) =>
    crossAnalysis(state, {
      rows: { kind: 'family', familyKey: rows },
      columns: { kind: 'family', familyKey: columns },
      filters,
      draws: { tables: 99, seed: 1 },
    });
  test('counts segments that carry both, each once in n', () => {
    const { segments, n, rowTotals, columnTotals } = request('mode', 'actor');
    expect(segments).toEqual([
      [2, 0, 0],
      [0, 0, 2],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect([n, rowTotals, columnTotals]).toEqual([6, [2, 2, 3, 0], [3, 1, 2]]);
  });
  test('tests sources by what is primary in them, and says how many have nothing primary', () => {
    const { sources } = crossAnalysis(state, {
      rows: { kind: 'country' },
      columns: { kind: 'family', familyKey: 'mode' },
      filters,
      draws: { tables: 99, seed: 1 },
    });
    expect(sources.counts).toEqual([
      [2, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(sources.leftOut).toBe(2);
    expect(sources.test).toBeNull();
  });
  test('crosses with what is said of sources', () => {
    const { rows, segments } = crossAnalysis(state, {
      rows: { kind: 'documentType' },
      columns: { kind: 'family', familyKey: 'mode' },
      filters,
      draws: { tables: 99, seed: 1 },
    });
    expect(rows).toEqual([{ value: 'action-plan' }, { value: 'law' }, { value: 'news-report' }]);
    expect(segments).toEqual([
      [1, 1, 2, 0],
      [0, 1, 1, 0],
      [1, 0, 0, 0],
    ]);
  });
});

describe('rhetoric against measures', () => {
  test('counts statements of the problem apart from measures that answer it', () => {
    const { modes: answered, countries } = rhetoricAgainstMeasures(state, filters, standardAnswers(state));
    // M4 has no instrument of this small codebook: it has no answer to set it against; nor has M2.
    expect(answered.map(({ key }) => key)).toEqual(['M1', 'M3']);
    const japan = countries.find(({ key }) => key === 'JP')!;
    expect(japan).toMatchObject({ said: 3, done: 1, unanswered: 0 });
    expect(japan.rows[0]).toEqual({
      codeId: guid('M1'),
      said: { value: 2, share: 2 / 3 },
      done: { value: 1, share: 1 },
    });
    const korea = countries.find(({ key }) => key === 'KR')!;
    // f carries a remedy, no statement; g states M3.
    expect(korea).toMatchObject({ said: 1, done: 2 });
    expect(korea.rows[1]).toMatchObject({ said: { value: 1 }, done: { value: 2, share: 1 } });
    expect(countries.find(({ key }) => key === 'TW')!.rows[0]!.said.share).toBeNull();
  });
});

describe('a network of actors and modes', () => {
  const { countries } = codeNetworks(state, { from: 'actor', to: 'mode' }, filters);
  const of = (key: string) => countries.find((each) => each.key === key)!;
  test('ties what stands on one segment, by country', () => {
    expect(of('JP').edges).toEqual([
      { from: guid('A1'), to: guid('M1'), value: 2, share: 2 / 3 },
      { from: guid('A2'), to: guid('M3'), value: 1, share: 1 / 3 },
    ]);
    expect(of('JP').to).toContainEqual({ codeId: guid('M1'), value: 2 });
    expect(of('TW')).toMatchObject({ edges: [], n: 0 });
  });
  test('leaves out and counts what is below the threshold', () => {
    const [japan] = codeNetworks(state, { from: 'actor', to: 'mode' }, filters, 2).countries;
    expect(japan!.edges).toHaveLength(1);
    expect(japan!.below).toBe(1);
  });
  test('differs from another in shares, the other way round with the other sign', () => {
    const difference = networkDifference(of('JP'), of('KR'))!;
    expect(difference[0]).toMatchObject({ from: guid('A1'), to: guid('M1'), difference: 2 / 3, second: 0 });
    const mirrored = networkDifference(of('KR'), of('JP'))!;
    expect(mirrored.map((each) => -each.difference).sort()).toEqual(
      difference.map((each) => each.difference).sort(),
    );
    expect(networkDifference(of('JP'), of('TW'))).toBeNull();
  });
});
