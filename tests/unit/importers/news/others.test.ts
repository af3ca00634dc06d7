import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../src-renderer/exporters/xlsx';
import { draftFile } from '../../../../src-renderer/importers/news/article';
import { bigKinds } from '../../../../src-renderer/importers/news/bigkinds';
import {
  alcesteText,
  bigKindsRows,
  europresseNew,
  europresseOld,
  kikuzo,
  newsbank,
  proquest,
  yomidasu,
} from '../../../fixtures/import/news/others';
import { encodeAs } from '../../../fixtures/import/encodings';
import { outline, texts } from '../parse';
import { bundle, fieldsOf, keys } from './bundle';

describe('a page of Europresse', () => {
  it('of the older layout is its articles, in the encoding it has and not the one it declares', async () => {
    const { sources, warnings, readings } = await bundle('a.html', europresseOld);
    expect(readings).toEqual(['articles', 'document']);
    expect(warnings).toEqual([]);
    expect(
      sources.map(({ title, date, outlet, author, identifier }) => [title, date, outlet, author, identifier]),
    ).toEqual([
      ['Neuf esclaves libérés', '2013-10-05', "L'Écho", 'Anne Auteur', 'news·20131005·PO·2040056000'],
      ['Sans auteur', '2012-10-03', 'Le Mag', '', 'news·20121003·HU·175071'],
    ]);
    expect(texts(sources[0]!)).toEqual([
      'Neuf esclaves libérés',
      'La police a libéré neuf personnes. Personne ne parle.',
      'Le procès suivra.',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Europresse',
      date: 'jeudi 5 octobre 2013',
      section: 'Politique',
      page: 'p. 03',
      subtitle: 'Enquête',
      copyright: '© 2012 Journal. Tous droits réservés.',
      notes: 'Ce certificat est émis à Université.',
    });
    expect(fieldsOf(sources[1]!)).toMatchObject({ issue: '5968' });
  });

  it('of the newer layout is its articles', async () => {
    const { sources, warnings } = await bundle('a.html', europresseNew);
    expect(warnings).toEqual([{ key: 'text-outside-articles', params: { count: 8 } }]);
    expect(sources[0]).toMatchObject({
      title: 'Une traite sans fin',
      date: '2017-10-05',
      outlet: 'Le Soir',
      author: 'Anne Auteur',
      identifier: 'news·20171005·LM·abc123',
    });
    expect(texts(sources[0]!)).toEqual(['Une traite sans fin', 'Premier paragraphe.', 'Second.']);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Europresse',
      date: 'jeudi 5 octobre 2017 17:30',
      issue: '21000',
      section: 'Monde',
      page: 'p. 12',
      copyright: '© 2017 SA Le Soir. Tous droits réservés.',
      notes: 'Reportage Certificat émis à Université',
    });
  });
});

describe('a corpus of Alceste', () => {
  it('is its texts, with variables as fields and themes as headings', async () => {
    const { sources } = await bundle('a.txt', alcesteText);
    expect(sources.map(({ title }) => title)).toEqual([
      'country_japan year_2009 draft',
      'country_korea year_2010',
    ]);
    expect(outline(sources[0]!)).toEqual([
      'heading 2: prevention',
      'paragraph 0: A few words on prevention, é à.\nNew line.',
      'heading 2: protection',
      'paragraph 0: Shelters are planned.',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Alceste',
      country: 'japan',
      year: '2009',
      draft: 'true',
    });
  });
});

describe('a page of Kikuzo', () => {
  it('is its articles, with hits joined to their words and no space where a line ends', async () => {
    const { sources, warnings } = await bundle('a.html', encodeAs('shift_jis', kikuzo));
    expect(keys({ warnings })).toEqual(['text-outside-articles']);
    expect(sources.map(({ title, date, outlet }) => [title, date, outlet])).toEqual([
      ['人身取引、九人を保護 県警', '2018-05-03', '朝日新聞'],
      ['法律成立', '1985-08-01', '朝日新聞'],
    ]);
    expect(texts(sources[0]!).slice(1)).toEqual([
      '　県警は３日、農場で人身取引の被害者九人を保護した。',
      '　農場主は否認している。',
    ]);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: '聞蔵',
      date: '2018年5月3日',
      number: '00001',
      edition: '朝刊',
      section: '１社会',
      page: '031',
      length: '01619文字',
      notes: '写図有',
    });
  });
});

describe('a page of Yomidasu', () => {
  it('is its articles, those that may not be shown among them', async () => {
    const { sources } = await bundle('a.html', yomidasu);
    expect(sources.map(({ title, date, outlet }) => [title, date, outlet])).toEqual([
      ['［人身取引］農場で保護', '2018-01-07', '読売新聞'],
      ['権利の都合で読めない記事', '2018-01-08', '読売新聞'],
    ]);
    expect(texts(sources[0]!).slice(1)).toEqual(['　農場で保護された。', '　法律はまだない。']);
    expect(sources.map(keys)).toEqual([[], ['article-without-text']]);
    expect(fieldsOf(sources[0]!)).toMatchObject({
      edition: '東京朝刊',
      section: '社会',
      page: '16頁',
      length: '3348字',
      notes: '連載 写真・図',
    });
  });
});

describe('a sheet of BigKinds', () => {
  it('is its rows, with every column that has no place of its own as a field', () => {
    const { drafts } = draftFile('xlsx', bigKinds(bigKindsRows)!);
    expect(drafts).toMatchObject([
      {
        title: '농장에서 아홉 명 구조',
        date: '2020-01-31',
        outlet: '한국신문',
        author: '김기자',
        identifier: '02100101.20200131070000001',
        url: 'http://news.example/1',
        body: {
          text: '농장에서 아홉 명 구조\n\n경찰은 농장에서 아홉 명을 구조했다.\n\n주인은 말하지 않았다.',
        },
        fields: [
          { name: 'database', value: 'BigKinds' },
          { name: 'date', value: '20200131' },
          { name: '통합 분류1', value: '사회>사건_사고' },
          { name: '키워드', value: '농장,구조' },
        ],
        warnings: [],
      },
      { title: '법률', date: '2020-02-01', warnings: [{ key: 'article-without-text' }] },
    ]);
    expect(drafts[1]?.fields).toContainEqual({ name: '분석제외 여부', value: '예외' });
  });

  it('is told by its columns in a table as well, and can be read as any', async () => {
    const quoted = (cell: unknown) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
    const csv = bigKindsRows.map((row) => row.map(quoted).join(',')).join('\r\n');
    const articles = [
      ['농장에서 아홉 명 구조', '2020-01-31'],
      ['법률', '2020-02-01'],
    ];
    for (const choices of [{}, { reading: 'articles' }] as const) {
      const { sources, readings } = await bundle('a.csv', encodeAs('euc-kr', csv), choices);
      expect(readings).toEqual(['articles', 'rows', 'document']);
      expect(sources.map(({ title, date }) => [title, date])).toEqual(articles);
      expect(sources[0]?.outlet).toBe('한국신문');
    }
    const { sources, readings } = await bundle('a.csv', csv, { reading: 'rows' });
    expect(readings).toEqual(['rows', 'document', 'articles']);
    expect(sources[0]?.text).toContain('경찰은 농장에서');
  });

  it('is told by its columns in a workbook, and can be read as any table', async () => {
    const [columns, ...rows] = bigKindsRows;
    const data = await writeXlsx([{ name: 'sheet', table: { columns: columns!.map(String), rows } }]);
    const { sources, readings } = await bundle('a.xlsx', data);
    expect(readings).toEqual(['articles', 'rows', 'document']);
    expect(sources.map(({ title, date }) => [title, date])).toEqual([
      ['농장에서 아홉 명 구조', '2020-01-31'],
      ['법률', '2020-02-01'],
    ]);
    expect((await bundle('a.xlsx', data, { reading: 'rows' })).readings).toContain('articles');
  });

  it('is told by its columns', () => {
    expect(
      bigKinds([
        ['제목', '본문'],
        ['a', 'b'],
      ]),
    ).toBeUndefined();
    expect(bigKinds([])).toBeUndefined();
  });
});

describe('a text of ProQuest', () => {
  it('is its records; a line of the text that begins like a field stays in it', async () => {
    const { sources, declared, warnings } = await bundle('a.txt', proquest);
    expect(declared).toBe(3);
    expect(keys({ warnings })).toEqual(['text-outside-articles', 'articles-missing']);
    expect(sources.map(({ title, date, outlet }) => [title, date, outlet])).toEqual([
      ['Nine found on farm', '2010-01-11', 'The Planet; London (UK)'],
      ['Law at last', '2012-01-09', 'Der Bote'],
    ]);
    expect(texts(sources[0]!)).toEqual([
      'Nine found on farm',
      'Nine people were found on a farm in the east, and nobody there would say who had brought them.',
      'Police: we are looking for them.',
      'A trial will follow.',
    ]);
    expect(sources[0]).toMatchObject({
      author: 'Writer, Ann',
      identifier: '243012345',
      url: 'http://search.example/docview/243012345',
    });
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'ProQuest',
      date: 'Jan 11, 2010',
      language: 'English',
      'publication info': 'The Planet; London (UK) [London (UK)]11 Jan 2010: 3.',
      abstract: 'Nine people were found.',
      subject: 'Human trafficking; Farms',
      location: 'United Kingdom',
      page: '3',
      issn: '02613077',
      copyright: '(Copyright , The Planet, 2010)',
      'last updated': '2017-11-09',
      collection: 'ProQuest Central',
      links: 'http://search.example/docview/1',
    });
    expect(keys(sources[1]!)).toEqual(['article-without-text']);
  });
});

describe('a text like that of NewsBank', () => {
  it('is its records', async () => {
    const { sources, warnings } = await bundle('a.txt', newsbank);
    expect(warnings).toEqual([{ key: 'text-outside-articles', params: { count: 21 } }]);
    expect(sources.map(({ title, date, outlet, identifier }) => [title, date, outlet, identifier])).toEqual([
      ['Nine found on farm', '2015-01-05', 'Chicago Courier (IL)', '0FE1234567'],
      ['Law at last', '2015-01-06', 'Chicago Courier (IL)', '0FE1234568'],
    ]);
    expect(texts(sources[0]!)).toEqual([
      'Nine found on farm',
      'Nine people were found on a farm.',
      'POLICE: Nobody would speak.',
    ]);
    expect(texts(sources[1]!)).toEqual(['Law at last', 'It is here.']);
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'NewsBank',
      date: 'January 5, 2015',
      caption: 'The farm',
      section: 'News',
      page: 'A1',
      'index terms': 'TRAFFICKING',
      copyright: 'Copyright (c) 2015 Chicago Courier. All Rights Reserved.',
    });
  });
});
