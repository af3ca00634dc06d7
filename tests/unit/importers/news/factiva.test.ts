import { describe, expect, it } from 'vitest';
import { articlePage, indexedPage, plainText, xml } from '../../../fixtures/import/news/factiva';
import { layOut, type BlockDraft } from '../../../../src-renderer/domain/text/canonical';
import { draftOf } from '../../../../src-renderer/importers/draft';
import { articlesIn } from '../../../../src-renderer/importers/news';
import { ok } from '../../../../src-renderer/domain/model/result';
import { texts } from '../parse';
import { bundle, fieldsOf, keys } from './bundle';

describe('a page of Factiva', () => {
  it('with codes is its articles, an unknown code and what stands beside the codes among the fields', async () => {
    const { sources, warnings, readings } = await bundle('a.html', indexedPage);
    expect(readings).toEqual(['articles', 'document']);
    expect(keys({ warnings })).toEqual(['text-outside-articles']);
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({
      title: 'Nine found on farm',
      date: '2019-12-29',
      author: 'By Ann Writer',
      outlet: 'The Planet',
      identifier: 'PLAN000020191229e7ct0001r',
    });
    expect(texts(sources[0]!)).toEqual([
      'Nine found on farm',
      'The traffickers had left.',
      'Nobody spoke.',
      'Police are looking for them.',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Factiva',
      date: '29 December 2019',
      language: 'English',
      section: 'World',
      length: '1,295 words',
      time: '15:32',
      'source-code': 'PLAN',
      copyright: '(c) 2019 The Planet.',
      subject: 'gcrim : Crime | gpol : Politics',
      XYZ: 'something new',
      notes: 'Related picture',
    });
  });

  it('without codes is read by the order of its lines, each article once', async () => {
    const { sources } = await bundle('a.html', articlePage);
    expect(sources.map(({ title, date, outlet, author }) => [title, date, outlet, author])).toEqual([
      ['농장에서 아홉 명 구조', '2018-10-07', '한국신문', '김기자'],
      ['農場で九人保護', '2019-05-01', '日本新聞', ''],
    ]);
    expect(sources.map(({ identifier }) => identifier)).toEqual([
      'HANK000020181007eea7000jh',
      'NIHO000020190501ef51000p1',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Factiva',
      date: '2018 年 10 月 7 日 17:04',
      language: '韩文',
      section: '사회',
      length: '8165 字',
      'source-code': 'HANK',
      page: 'A3',
      copyright: '(c) 2018 한국신문',
    });
  });

  it('has a space for a line end inside a Korean paragraph, and none inside a Japanese', async () => {
    const [korean, japanese] = (await bundle('a.html', articlePage)).sources;
    expect(texts(korean!).slice(1)).toEqual(['경찰은 농장에서 아홉 명을 구조했다.', '주인은 말하지 않았다.']);
    expect(texts(japanese!).slice(1)).toEqual(['警察は農場で九人を保護した。']);
  });

  it('that declares another encoding than it has is read in the one it has', async () => {
    const latin = Uint8Array.from(indexedPage.replace('Nobody spoke', 'Le café était fermé'), (letter) =>
      letter.charCodeAt(0),
    );
    const [source] = (await bundle('a.html', latin)).sources;
    expect(source?.text).toContain('Le café était fermé.');
    expect(source?.encoding).toMatch(/8859|1252/);
  });
});

describe('a text of Factiva', () => {
  it('is its articles, told by the line of their number', async () => {
    const { sources, warnings } = await bundle('a.txt', plainText);
    expect(keys({ warnings })).toEqual(['text-outside-articles']);
    expect(sources.map(({ title, date, outlet, identifier }) => [title, date, outlet, identifier])).toEqual([
      ['Nine found on farm', '2019-12-29', 'The Planet', 'PLAN000020191229e7ct0001r'],
      ['Ein Gesetz', '2012-01-09', 'Der Bote', 'BOTE000020120109e819000ab'],
    ]);
    expect(texts(sources[0]!)).toEqual([
      'Nine found on farm',
      'The traffickers had left.',
      'Document that nobody had seen lay about.',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Factiva',
      date: '29 December 2019',
      language: 'English',
      credit: 'The Wire',
      length: '295 words',
      time: '15:32',
      'source-code': 'PLAN',
      page: '3',
      edition: 'Final',
      copyright: '(c) 2019 The Planet.',
    });
  });
});

describe('the RTF of Factiva', () => {
  const read = async (blocks: readonly BlockDraft[]) => {
    const result = await articlesIn('rtf', ok(draftOf(layOut(blocks))), undefined);
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  };

  it('with codes has them in the first column of a table', async () => {
    const row = (text: string): BlockDraft => ({ kind: 'table-row', level: 0, text });
    const { drafts } = await read([
      row('HD\tNine found'),
      row('WC\t295 words'),
      row('PD\t29 December 2019'),
      row('SN\tThe Planet'),
      row('LP\tThe first paragraph.'),
      { kind: 'paragraph', level: 0, text: 'The second.' },
      row('NS\tgcrim : Crime'),
      row('AN\tDocument PLAN000020191229e7ct0001r'),
    ]);
    expect(drafts).toMatchObject([
      {
        title: 'Nine found',
        date: '2019-12-29',
        outlet: 'The Planet',
        identifier: 'PLAN000020191229e7ct0001r',
        body: { text: 'Nine found\n\nThe first paragraph.\n\nThe second.' },
      },
    ]);
  });

  it('without codes has a paragraph for each line', async () => {
    const lines = [
      'Nine found',
      '295 words',
      '29 December 2019',
      'The Planet',
      'PLAN',
      'English',
      '(c) 2019',
      'A text.',
    ];
    const { drafts } = await read(
      [...lines, 'Document PLAN000020191229e7ct0001r'].map((text) => ({ kind: 'paragraph', level: 0, text })),
    );
    expect(drafts).toMatchObject([
      {
        title: 'Nine found',
        date: '2019-12-29',
        outlet: 'The Planet',
        body: { text: 'Nine found\n\nA text.' },
      },
    ]);
  });
});

describe('the XML of Factiva', () => {
  it('is its articles, with hits joined to their words', async () => {
    const { sources } = await bundle('a.xml', xml);
    expect(sources.map(({ title, date, outlet, identifier }) => [title, date, outlet, identifier])).toEqual([
      ['Nine found on farm', '2019-12-29', 'The Planet', 'PLAN000020191229e7ct0001r'],
      ['Law', '2019-12-30', 'The Planet', 'PLAN000020191230e7cu0002a'],
    ]);
    expect(texts(sources[0]!)).toEqual([
      'Nine found on farm',
      'The traffickers had left.',
      'Nobody spoke.',
      'Police look for them.',
    ]);
    expect(fieldsOf(sources[0]!)).toMatchObject({
      section: 'World',
      length: '295',
      region: 'uk : United Kingdom',
      subject: 'gcrim | gpol',
      copyright: '(c) 2019 The Planet',
    });
    expect(keys(sources[1]!)).toEqual(['article-without-text']);
  });
});
