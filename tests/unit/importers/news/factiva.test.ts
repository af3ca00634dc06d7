import { describe, expect, it } from 'vitest';
import { articlePage, indexedPage } from '../../../fixtures/import/news/factiva';
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
