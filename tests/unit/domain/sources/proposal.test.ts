import { describe, expect, it } from 'vitest';
import { moveProposed, propose } from '../../../../src-renderer/domain/sources/incoming/proposal';
import { layOut } from '../../../../src-renderer/domain/text/canonical';
import { parsedText } from '../../../support/files';

const article = (title: string, ...paragraphs: readonly string[]) =>
  parsedText('bundle.txt', '', {
    title,
    outlet: title,
    ...layOut(paragraphs.map((text) => ({ kind: 'paragraph', level: 0, text }) as const)),
  });

describe('moving the boundary between two articles of a bundle', () => {
  const list = propose({ id: 1, name: 'bundle.txt', sameAs: null }, [
    article('One', 'One begins.', 'One ends.', 'Two begins early.'),
    article('Two', 'Two goes on.', 'Two ends.'),
  ]);
  const texts = (moved: typeof list) => moved.map(({ parsed }) => parsed.text);

  it('gives the last paragraphs of the earlier one to the later one', () => {
    const moved = moveProposed(list, '1.1', -1);
    expect(texts(moved)).toEqual([
      'One begins.\n\nOne ends.',
      'Two begins early.\n\nTwo goes on.\n\nTwo ends.',
    ]);
    expect(moved.map(({ about }) => about.outlet)).toEqual(['One', 'Two']);
    expect(texts(moveProposed(moved, '1.1', 1))).toEqual(texts(list));
  });

  it('gives the first paragraphs of the later one to the earlier one', () => {
    expect(texts(moveProposed(list, '1.1', 1))).toEqual([
      'One begins.\n\nOne ends.\n\nTwo begins early.\n\nTwo goes on.',
      'Two ends.',
    ]);
  });

  it('leaves a paragraph on either side, and what has nothing before it where it is', () => {
    for (const blocks of [-3, 2, 9, -9]) expect(moveProposed(list, '1.1', blocks)).toBe(list);
    expect(moveProposed(list, '1.0', 1)).toBe(list);
    const other = propose({ id: 2, name: 'other.txt', sameAs: null }, [article('Three', 'Three.')]);
    expect(texts(moveProposed([...list, ...other], '2.0', -1))).toEqual(texts([...list, ...other]));
  });
});
