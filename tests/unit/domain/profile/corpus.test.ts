import { expect, test } from 'vitest';
import { progressId } from '../../../../src-renderer/domain/coders/progress';
import type { CoderProgress } from '../../../../src-renderer/domain/model/collaboration';
import { corpusOf } from '../../../../src-renderer/domain/profile/corpus';
import { standardFilters } from '../../../../src-renderer/domain/profile/request';
import { caseOf, coder, familyOf, guid, project, segment, source } from './build';

const modes = familyOf('mode', 'M', 1);
const info = {
  id: guid('project'),
  name: 'P',
  createdAt: '',
  currentCoderId: guid('ana'),
  agreedCoderId: guid('agreed'),
};
const finished: CoderProgress = {
  id: progressId(guid('a'), guid('ben')),
  sourceId: guid('a'),
  coderId: guid('ben'),
  finished: true,
  at: '',
};
const state = project({
  project: [info],
  families: [modes.family],
  codes: modes.codes,
  coders: [coder('ana'), coder('ben'), coder('agreed')],
  cases: [caseOf('TW')],
  sources: [
    source('a', 'JP', { date: '2004-12', documentType: 'law', characters: 10 }),
    source('b', 'JP', { date: '2007', documentType: 'law', language: '', characters: 20 }),
    source('c', 'JP', { characters: 5 }),
  ],
  segments: [
    segment('1', 'a', [0, 5], ['M1'], { coderId: guid('ana') }),
    segment('2', 'b', [0, 5], ['M1'], { coderId: guid('ana') }),
    segment('3', 'b', [0, 5], ['M1'], { coderId: guid('agreed') }),
  ],
  progress: [finished],
});

test('the corpus of each country is counted with its gaps; the agreed layer is nobody’s coding', () => {
  const { rows, total } = corpusOf(state, { filters: standardFilters }, new Map([[guid('a'), 3]]));
  expect(rows.map(({ key }) => key)).toEqual(['JP', 'TW']);
  expect(rows[0]).toEqual({
    key: 'JP',
    sources: 3,
    characters: 35,
    words: 3,
    from: '2004-12',
    to: '2007',
    types: [
      { value: 'law', count: 2 },
      { value: '', count: 1 },
    ],
    languages: [
      { value: 'en', count: 2 },
      { value: '', count: 1 },
    ],
    coders: [guid('ana'), guid('ben')],
    coded: 2,
    doubleCoded: 1,
    gaps: { undated: 1, untyped: 1, withoutLanguage: 1, uncoded: 1, years: [2005, 2006] },
  });
  expect(rows[1]).toMatchObject({ sources: 0, from: '', words: 0, gaps: { years: [] } });
  expect({ ...total, key: 'JP' }).toEqual(rows[0]);
  expect(corpusOf(state, { filters: standardFilters }).total.words).toBeNull();
});
