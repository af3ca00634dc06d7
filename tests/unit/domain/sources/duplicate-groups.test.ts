import { describe, expect, it } from 'vitest';
import {
  duplicateGroups,
  type Comparable,
} from '../../../../src-renderer/domain/sources/incoming/duplicate-groups';

const article = (more: Partial<Comparable>): Comparable => ({
  title: '',
  date: '',
  identifier: '',
  text: '',
  ...more,
});

/** Running text that says something else for each seed. */
function words(seed: number, count: number): string {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state % 90_000).toString(36);
  }).join(' ');
}

const head = { title: 'Police raid farm', date: '2019-07-01' };
const body = words(1, 80);

describe('articles that came more than once', () => {
  it('have the same identifier', () => {
    const groups = duplicateGroups([
      article({ identifier: 'A1', text: words(1, 50) }),
      article({ identifier: 'A2', text: words(2, 50) }),
      article({ identifier: ' A1', text: words(3, 50) }),
      article({ text: words(4, 50) }),
      article({ text: words(5, 50) }),
    ]);
    expect(groups).toEqual([{ reason: 'identifier', members: [0, 2] }]);
  });

  it('have the same text, apart from case, width and punctuation', () => {
    const groups = duplicateGroups([
      article({ title: 'A', text: body }),
      article({ title: 'B', text: `“${body.toUpperCase()}”.` }),
    ]);
    expect(groups).toEqual([{ reason: 'same-text', members: [0, 1] }]);
  });

  it('are not told by a short text alone', () => {
    const stub = 'We are sorry but there is an error in this document.';
    expect(duplicateGroups([article({ text: stub }), article({ text: stub })])).toEqual([]);
    expect(duplicateGroups([article({}), article({})])).toEqual([]);
  });

  it('have the same date and headline, and much of the text', () => {
    const groups = duplicateGroups([
      article({ ...head, text: body }),
      article({ ...head, title: 'POLICE RAID FARM!', text: `${body} ${words(7, 30)}` }),
      article({ ...head, text: words(3, 80) }),
      article({ ...head, date: '2019-07-02', text: `${body} more` }),
    ]);
    expect(groups).toEqual([{ reason: 'similar-text', members: [0, 1] }]);
  });

  it('are found in Japanese, which has no spaces', () => {
    const text =
      '警察庁は人身取引の被害者として保護した人数を発表した。前年より増え、半数が未成年だった。'.repeat(2);
    const japanese = { title: '人身取引被害者', date: '2018-05-03' };
    const groups = duplicateGroups([
      article({ ...japanese, text }),
      article({ ...japanese, text: `${text}支援団体は対策を求めた。` }),
      article({
        ...japanese,
        text: '県警は外国人の技能実習生に暴行を加えた疑いで会社役員の男を逮捕したと発表した。',
      }),
    ]);
    expect(groups).toEqual([{ reason: 'similar-text', members: [0, 1] }]);
  });

  it('make one group with the weakest tie that holds it together', () => {
    const groups = duplicateGroups([
      article({ ...head, identifier: 'A', text: body }),
      article({ ...head, text: `${body} end` }),
      article({ identifier: 'A', text: words(9, 50) }),
      article({ identifier: 'B', text: words(10, 50) }),
      article({ identifier: 'B', text: words(11, 50) }),
    ]);
    expect(groups).toEqual([
      { reason: 'similar-text', members: [0, 1, 2] },
      { reason: 'identifier', members: [3, 4] },
    ]);
  });

  it('are found among two thousand within seconds, even under one headline and date', () => {
    const many = Array.from({ length: 2000 }, (_, i) => article({ ...head, text: words(i, 600) }));
    const started = performance.now();
    expect(duplicateGroups([...many, ...many.slice(0, 20)])).toHaveLength(20);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
