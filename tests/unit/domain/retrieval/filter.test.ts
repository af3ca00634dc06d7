import { describe, expect, it } from 'vitest';
import { coOccurrences } from '../../../../src-renderer/domain/retrieval/co-occurrence';
import { filterSegments, type SegmentFilter } from '../../../../src-renderer/domain/retrieval/filter';
import { segment, source, TEXT, world } from '../build';

const state = world({
  sources: [
    source('kr', TEXT, { country: 'KR', date: '2004', documentType: 'law' }),
    source('jp', TEXT, { country: 'JP', date: '2009', documentType: 'action-plan' }),
    source('none', TEXT),
  ],
  segments: [
    segment('j2', 'jp', TEXT, [31, 42], ['gangs', 'police'], { coderId: 'bob', stance: 'rejects' }),
    segment('j1', 'jp', TEXT, [0, 17], ['border'], { certainty: 'unsure' }),
    segment('k1', 'kr', TEXT, [0, 29], ['crime', 'police']),
    segment('k2', 'kr', TEXT, [6, 17], ['border']),
    segment('n1', 'none', TEXT, [42, TEXT.length], ['police']),
  ],
});

const ids = (filter: SegmentFilter) => filterSegments(state, filter).map(({ id }) => id);

describe('retrieving segments', () => {
  it('orders by date of the source, then reading order; undated sources last', () => {
    expect(ids({})).toEqual(['k1', 'k2', 'j1', 'j2', 'n1']);
  });

  it.each<[SegmentFilter, string[]]>([
    [{ countries: ['JP'] }, ['j1', 'j2']],
    [{ countries: [''] }, ['n1']],
    [{ countries: [] }, []],
    [{ sourceIds: ['kr', 'none'] }, ['k1', 'k2', 'n1']],
    [{ documentTypes: ['law'] }, ['k1', 'k2']],
    [{ codeIds: ['crime'] }, ['k1', 'j2']],
    [{ codeIds: ['border', 'gangs'] }, ['k2', 'j1', 'j2']],
    [{ codeIds: ['M', 'police'], codeMatch: 'all' }, ['k1', 'j2']],
    [{ codeIds: [], codeMatch: 'all' }, ['k1', 'k2', 'j1', 'j2', 'n1']],
    [{ familyIds: ['actor'] }, ['k1', 'j2', 'n1']],
    [{ coderIds: ['bob'] }, ['j2']],
    [{ certainty: 'unsure' }, ['j1']],
    [{ stances: ['rejects', 'reports'] }, ['j2']],
    [{ text: 'HUMAN' }, ['k1', 'j1']],
    [{ text: ' 人身取引 ' }, ['j2']],
    [{ text: 'é' }, ['n1']],
    [{ text: '.*' }, []],
    [{ codeIds: ['border'], countries: ['KR'] }, ['k2']],
  ])('%j', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });
});

describe('co-occurrence', () => {
  const count = (rows: string[], columns: string[], meeting: 'segment' | 'overlap') =>
    coOccurrences(state, filterSegments(state, {}), rows, columns, meeting);

  it('counts segments that have both codes, descendants included', () => {
    expect(count(['crime', 'border'], ['police', 'crime'], 'segment')).toEqual([
      [2, 2],
      [0, 0],
    ]);
  });

  it('counts overlapping pairs of one coder and source once', () => {
    // k1 and k2 overlap; j1 and j2 do not and are by two coders.
    expect(count(['border'], ['police', 'border'], 'overlap')).toEqual([[1, 2]]);
    expect(count(['crime'], ['border'], 'overlap')).toEqual([[1]]);
  });

  it('is empty without codes', () => {
    expect(count([], ['crime'], 'overlap')).toEqual([]);
    expect(count(['crime'], [], 'segment')).toEqual([[]]);
  });
});
