import { describe, expect, it } from 'vitest';
import { confusionOf } from '../../../../../src-renderer/domain/agreement/settle/confusion';
import { queryDifferences } from '../../../../../src-renderer/domain/agreement/settle/query-differences';
import { isInCell } from '../../../../../src-renderer/domain/agreement/settle/stretches';
import { segment, source } from '../../build';
import { coded, compare, inShort, type Coding } from './build';

type Case = readonly [name: string, ann: readonly Coding[], bob: readonly Coding[], found: readonly string[]];

const cases: readonly Case[] = [
  ['nothing anywhere', [], [], []],
  ['the same passage and code', [[0, 10, ['M1']]], [[0, 10, ['M1']]], ['agreed ann1|bob1 0']],
  [
    'the same codes in another order',
    [[0, 10, ['M1', 'A1']]],
    [[0, 10, ['A1', 'M1']]],
    ['agreed ann1|bob1 0'],
  ],
  ['one who coded nothing', [[0, 10, ['M1']]], [], ['missed ann1| 10']],
  ['the other who coded nothing', [], [[5, 10, ['M1']]], ['missed |bob1 5']],
  ['other ends', [[0, 10, ['M1']]], [[2, 13, ['M1']]], ['boundary ann1|bob1 5']],
  ['one within the other', [[0, 50, ['M1']]], [[20, 22, ['M1']]], ['boundary ann1|bob1 48']],
  ['passages that only touch', [[0, 10, ['M1']]], [[10, 20, ['M1']]], ['missed ann1| 10', 'missed |bob1 10']],
  ['another code', [[0, 10, ['M1']]], [[0, 10, ['M2']]], ['different-code ann1|bob1 10']],
  [
    'another code on a passage with other ends',
    [[0, 10, ['M1']]],
    [[4, 14, ['M2']]],
    ['different-code ann1|bob1 14'],
  ],
  [
    'another code that reaches in by less than half of the shorter passage',
    [[0, 10, ['M1']]],
    [[6, 20, ['M2']]],
    ['missed ann1| 10', 'missed |bob1 14'],
  ],
  [
    'another code within a long passage',
    [[0, 50, ['M1']]],
    [[20, 22, ['M2']]],
    ['different-code ann1|bob1 50'],
  ],
  [
    'a code more on the same segment',
    [[0, 10, ['M1', 'A1']]],
    [[0, 10, ['M1']]],
    ['different-code ann1|bob1 10'],
  ],
  [
    'one segment against two of its code',
    [[0, 20, ['M1']]],
    [
      [0, 10, ['M1']],
      [10, 20, ['M1']],
    ],
    ['split ann1|bob1+bob2 0'],
  ],
  [
    'two segments with a gap against one',
    [
      [0, 8, ['M1']],
      [12, 20, ['M1']],
    ],
    [[0, 20, ['M1']]],
    ['split ann1+ann2|bob1 4'],
  ],
  [
    'two tags on one segment against one tag on each of two',
    [[0, 20, ['M1', 'A1']]],
    [
      [0, 20, ['M1']],
      [0, 20, ['A1']],
    ],
    ['split ann1|bob1+bob2 0'],
  ],
  [
    'two against two that overlap crosswise',
    [
      [0, 10, ['M1']],
      [20, 30, ['M1']],
    ],
    [
      [1, 11, ['M1']],
      [19, 31, ['M1']],
    ],
    ['boundary ann1|bob1 2', 'boundary ann2|bob2 2'],
  ],
  [
    'nested segments of two codes, both found by both',
    [
      [0, 50, ['M1']],
      [10, 20, ['M2']],
    ],
    [
      [0, 50, ['M1']],
      [10, 20, ['M2']],
    ],
    ['agreed ann1|bob1 0', 'agreed ann2|bob2 0'],
  ],
  [
    'nested segments of which one was missed',
    [
      [0, 50, ['M1']],
      [10, 20, ['M2']],
    ],
    [[0, 50, ['M1']]],
    ['agreed ann1|bob1 0', 'missed ann2| 10'],
  ],
  [
    'a second segment of a code within one that both have',
    [
      [0, 50, ['M1']],
      [10, 20, ['M1']],
    ],
    [[0, 50, ['M1']]],
    ['agreed ann1|bob1 0', 'missed ann2| 10'],
  ],
  [
    'a segment coded twice by one',
    [
      [0, 10, ['M1']],
      [0, 10, ['M1']],
    ],
    [[0, 10, ['M1']]],
    ['agreed ann1|bob1 0', 'missed ann2| 10'],
  ],
  [
    'equal codes before equal places',
    [[0, 20, ['M1']]],
    [
      [0, 20, ['M2']],
      [5, 25, ['M1']],
    ],
    ['missed |bob1 20', 'boundary ann1|bob2 10'],
  ],
  [
    'as many pairs with a code in common as there can be',
    [
      [0, 10, ['M1']],
      [8, 20, ['M1']],
    ],
    [
      [0, 11, ['M1']],
      [9, 30, ['M1']],
    ],
    ['boundary ann1|bob1 1', 'boundary ann2|bob2 11'],
  ],
  [
    'a chain, at the overlaps that fit best',
    [
      [0, 12, ['M1']],
      [14, 30, ['M1']],
    ],
    [
      [10, 16, ['M1']],
      [28, 40, ['M1']],
      [0, 3, ['M1']],
    ],
    ['boundary ann1|bob3 9', 'split ann2|bob1+bob2 26'],
  ],
];

describe('how the codings of two coders differ', () => {
  it.each(cases)('%s', (_, ann, bob, found) => {
    const list = compare(coded(ann, bob)).map(inShort);
    expect([...list].sort()).toEqual([...found].sort());
  });

  it('reaches from the first start to the last end', () => {
    const [difference] = compare(coded([[10, 20, ['M1']]], [[5, 18, ['M1']]]));
    expect(difference).toMatchObject({ sourceId: 's', start: 5, end: 20, stances: false });
  });

  it('says where only the stance differs', () => {
    const [difference] = compare(coded([[0, 10, ['M1']]], [[0, 10, ['M1'], { stance: 'rejects' }]]));
    expect(difference).toMatchObject({ kind: 'agreed', stances: true });
  });

  it('compares no source that one of them did not look at', () => {
    const state = coded([[0, 10, ['M1']]], [], { progress: [] });
    expect(compare(state)).toEqual([]);
  });

  it('compares the codes asked for, and tags with others as if they were not there', () => {
    const state = coded(
      [
        [0, 10, ['M1', 'A1']],
        [20, 30, ['A1']],
      ],
      [[0, 10, ['M1', 'A2']]],
    );
    const found = compare(state, { codes: new Set(['M1', 'M2']) });
    expect(found.map(inShort)).toEqual(['agreed ann1|bob1 0']);
    expect(found[0]?.considered.map(({ tags }) => tags)).toEqual([['M1'], ['M1']]);
  });

  it('counts code points', () => {
    const text = '🇯🇵法𠮷野家 end';
    const made = (id: string, coderId: string, start: number, end: number) =>
      segment(id, 't', text, [start, end], ['M1'], { coderId });
    const state = coded([], [], {
      sources: [source('t', text)],
      segments: [made('ann1', 'ann', 0, 9), made('bob1', 'bob', 4, 9)],
    });
    // The two halves of the flag are two code points of two units each.
    expect(compare(state).map(inShort)).toEqual(['boundary ann1|bob1 2']);
  });

  it('lists the most characters at stake first, by place when asked, agreements only when asked', () => {
    const state = coded(
      [
        [0, 5, ['M1']],
        [10, 20, ['M2']],
        [30, 60, ['M3']],
      ],
      [
        [10, 20, ['M2']],
        [70, 80, ['M1']],
      ],
    );
    const all = compare(state);
    const ids = (query: Parameters<typeof queryDifferences>[2]) =>
      queryDifferences(state, all, query).map(({ start }) => start);
    expect(ids({})).toEqual([30, 70, 0]);
    expect(ids({ order: 'place' })).toEqual([0, 30, 70]);
    expect(ids({ kind: 'agreed' })).toEqual([10]);
    expect(ids({ codeId: 'M1' })).toEqual([70, 0]);
    expect(ids({ sourceId: 'elsewhere' })).toEqual([]);
    expect(ids({ country: '' })).toEqual([30, 70, 0]);
    expect(ids({ standing: 'settled' })).toEqual([]);
    expect(ids({ cell: ['M2', 'M2'] })).toEqual([10]);
    expect(ids({ cell: ['M1', null] })).toEqual([0]);
    expect(ids({ cell: [null, 'M1'] })).toEqual([70]);
  });
});

describe('the confusion of codes in characters', () => {
  const state = coded(
    [
      [0, 10, ['M1']],
      [20, 40, ['M2']],
    ],
    [
      [5, 15, ['M1']],
      [20, 40, ['M3']],
    ],
  );

  it('has a place for no code and adds up to the text', () => {
    const { codes, matrix } = confusionOf(state, ['ann', 'bob'], undefined);
    expect(codes).toEqual(['M1', 'M2', 'M3']);
    expect(matrix).toEqual([
      [5, 0, 0, 5],
      [0, 0, 20, 0],
      [0, 0, 0, 0],
      [5, 0, 0, 65],
    ]);
  });

  it('leads to the differences of a cell', () => {
    const inCell = (first: string | null, second: string | null) =>
      compare(state)
        .filter((each) => isInCell(each, [first, second]))
        .map(inShort);
    expect(inCell('M2', 'M3')).toEqual(['different-code ann2|bob2 20']);
    expect(inCell(null, 'M1')).toEqual(['boundary ann1|bob1 10']);
    expect(inCell('M3', 'M2')).toEqual([]);
  });
});
