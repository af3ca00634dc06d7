import type { Change } from '../../../src-renderer/domain/model/change';
import type { Source } from '../../../src-renderer/domain/model/source';
import { makeSource } from '../../support/source';

/** Six sources of four countries and three languages, two of them coded. */
export const sources: readonly Source[] = [
  makeSource({
    id: 's1',
    title: 'Action plan',
    country: 'JP',
    date: '2009-12',
    language: 'ja',
    characters: 900,
  }),
  makeSource({ id: 's2', title: 'White paper', country: 'JP', date: '2013', documentType: 'white-paper' }),
  makeSource({ id: 's3', title: '인신매매 방지법', country: 'KR', language: 'ko', documentType: 'law' }),
  makeSource({
    id: 's4',
    title: 'Press review',
    country: 'CN',
    date: '2014-04-10',
    actor: 'Ministry',
    characters: 70,
  }),
  makeSource({ id: 's5', title: 'Regional note', country: 'Northeast Asia', date: '2010' }),
  makeSource({ id: 's6', title: 'Loose leaf', fileName: 'tw_report_2014.txt', characters: 12000 }),
];

const segment = (id: string, sourceId: string) => ({
  id,
  sourceId,
  coderId: 'coder-a',
  start: 0,
  end: 4,
  tags: ['code'],
  certainty: 'certain' as const,
  stance: 'asserts' as const,
  quote: 'Text',
  prefix: '',
  suffix: '',
  characters: 4,
  memoId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  modifiedAt: '2026-01-01T00:00:00.000Z',
});

export const rows: readonly Change[] = [
  ...sources.map((source): Change => ({ table: 'sources', id: source.id, before: null, after: source })),
  ...[segment('g1', 's1'), segment('g2', 's1'), segment('g3', 's4')].map((after): Change => ({
    table: 'segments',
    id: after.id,
    before: null,
    after,
  })),
];

/** Rows of many sources. */
export const manyRows = (count: number): readonly Change[] =>
  Array.from({ length: count }, (_, index): Change => {
    const id = `m${index}`;
    const title = `Source ${String(index).padStart(4, '0')}`;
    return { table: 'sources', id, before: null, after: makeSource({ id, title, country: 'JP' }) };
  });
