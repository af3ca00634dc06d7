import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../../fixtures/import/docx';
import { escapeRtf, makeRtf } from '../../../fixtures/import/rtf';
import { classicPage, classicText, cover, uniBody } from '../../../fixtures/import/news/nexis';
import { failureOf, outline, texts } from '../parse';
import { bundle, fieldsOf, keys } from './bundle';

describe('a text of Nexis', () => {
  it('is its articles, with head and fields, and what is left out is counted', async () => {
    const { sources, readings, declared, warnings } = await bundle('a.txt', classicText);
    expect(readings).toEqual(['articles', 'document']);
    expect(declared).toBe(4);
    expect(warnings).toEqual([
      { key: 'text-outside-articles', params: { count: cover.replace(/\s/g, '').length } },
    ]);
    expect(sources.map(({ title, date, outlet }) => `${date} ${outlet}: ${title}`)).toEqual([
      '2010-01-11 The Morning Courier (London): Ministers promise a new law against the trade in people after a report on farms; Critics say it comes late',
      '2011-03-03 CNX SHOW: NIGHT WATCH 8:00 PM EST: A sheriff speaks',
      '2010-01-10 Evening Mirror: Rescued',
      '2012-01-09 Der Bote: Zwölf Frauen befreit',
    ]);
  });

  it('keeps every field, under our names where there are any', async () => {
    const [first, , , german] = (await bundle('a.txt', classicText)).sources;
    expect(first?.author).toBe('Ann Writer');
    expect(fieldsOf(first!)).toEqual({
      database: 'Nexis',
      date: 'January 11, 2010 Monday',
      edition: 'Edition 1; Scotland',
      section: 'NEWS; Pg. 3',
      length: '1,204 words',
      language: 'ENGLISH',
      caption:
        'A field in the east, where nine people were found PHOTO AGENCY A second picture shows the house',
      'load-date': 'January 11, 2010',
      'publication-type': 'Newspaper',
      'journal-code': 'MOC',
      copyright: 'Copyright 2010 Courier Newspapers Limited All Rights Reserved',
    });
    expect(german).toMatchObject({ author: 'Max Muster', language: 'de' });
    expect(fieldsOf(german!)).toMatchObject({ section: 'POLITIK; S. 4', length: '42 Wörter' });
  });

  it('has its broken lines put together, and what looks like a field in the text left there', async () => {
    const [first, transcript] = (await bundle('a.txt', classicText)).sources;
    expect(texts(first!).slice(1)).toEqual([
      'The government said yesterday that it would bring in a law against the trade in people, and that those who were found on farms in the east would be given a safe place.',
      '"We knew nothing of it," said the owner of one of the farms. His lawyer declined to speak to this paper.',
      'NOTE: this line begins like a field and is none.',
    ]);
    expect(outline(transcript!)).toEqual([
      'heading 1: A sheriff speaks',
      'paragraph 0: ANNOUNCER: This is Night Watch.',
      'paragraph 0: SHERIFF: We opened the door. There were nine of them in a room of four metres by three.',
    ]);
    expect(fieldsOf(transcript!)).toMatchObject({ highlight: 'What the sheriff saw.', type: 'Show' });
  });

  it('has an edition below its date, in the middle as the date is, and not in its headline', async () => {
    const text = classicText.replace(/^(\s+)January 11, 2010 Monday\n/m, '$1January 11, 2010 Monday\n\n');
    const [first] = (await bundle('a.txt', text)).sources;
    expect(first?.title).toMatch(/^Ministers promise/);
    expect(fieldsOf(first!)).toMatchObject({ edition: 'Edition 1; Scotland' });
  });

  it('flags what is only a caption, and an article without its line of rights', async () => {
    const { sources } = await bundle('a.txt', classicText);
    expect(sources.map(keys)).toEqual([[], [], ['article-caption-only'], ['article-without-copyright']]);
    expect(texts(sources[2]!)).toEqual(['Rescued', 'The house where they were found']);
  });

  it('can be read as one document', async () => {
    const { sources, readings } = await bundle('a.txt', classicText, { reading: 'document' });
    expect(sources).toHaveLength(1);
    expect(readings).toEqual(['document', 'articles']);
    expect(sources[0]?.text).toContain('Project ID: None');
  });

  it('without an article is said to have none', async () => {
    expect(await failureOf('a.txt', cover)).toBe('no-articles');
  });
});

describe('a page of Nexis', () => {
  it('is its articles, an error message and an article without its line of rights among them', async () => {
    const { sources, declared, warnings } = await bundle('a.html', classicPage);
    expect(declared).toBe(3);
    expect(keys({ warnings })).toEqual(['text-outside-articles']);
    expect(sources.map(({ title, date }) => [title, date])).toEqual([
      ['Nine people found; Police search farm', '2018-12-31'],
      ['a', ''],
      ['Without rights', '2019-01-02'],
    ]);
    expect(sources.map(keys)).toEqual([
      [],
      ['article-without-copyright', 'article-error-stub'],
      ['article-without-copyright'],
    ]);
    expect(sources[1]?.text).toMatch(/^We are sorry/);
  });

  it('has marked hits joined to their words, and fields of several paragraphs', async () => {
    const [first] = (await bundle('a.html', classicPage)).sources;
    expect(texts(first!)).toEqual([
      'Nine people found; Police search farm',
      'The traffickers had left.',
      'Nobody spoke.',
    ]);
    expect(fieldsOf(first!)).toMatchObject({
      date: 'December 31, 2018 Monday',
      edition: 'City Final Edition',
      correction: 'There were ten.',
      copyright: 'Copyright 2018 The Planet All Rights Reserved',
    });
  });
});

describe('a Word file of Nexis', () => {
  it('of the newer layout is its articles without the cover', async () => {
    const { sources, declared, warnings } = await bundle('a.docx', makeDocx({ body: uniBody }));
    expect(declared).toBe(3);
    expect(keys({ warnings })).toEqual(['text-outside-articles']);
    expect(sources.map(({ title, date, outlet }) => [title, date, outlet])).toEqual([
      ['Nine people found', '2019-07-01', 'The Planet(London)'],
      ['A picture', '2019-07-02', 'The Planet(London)'],
      ['Law at last', '2019-07-03', 'The Planet(London)'],
    ]);
    expect(sources.map(keys)).toEqual([[], ['article-caption-only'], ['article-without-copyright']]);
    expect(texts(sources[0]!)).toEqual([
      'Nine people found',
      'Nine people were found on a farm.',
      'Classification: nobody would say.',
    ]);
    expect(texts(sources[1]!)).toEqual(['A picture', 'The farm in the east']);
    expect(sources[0]?.author).toBe('Ann Writer');
    expect(fieldsOf(sources[0]!)).toEqual({
      database: 'Nexis',
      date: 'July 1, 2019 Monday 9:20 AM GMT',
      copyright: 'Copyright 2019 The Planet All Rights Reserved',
      section: 'POLITICS; Version:28',
      length: '355 words',
      highlight: 'They had been there for a year',
      language: 'ENGLISH',
      'publication-type': 'Newspaper',
      subject: 'HUMAN TRAFFICKING (92%); FARMS (70%)',
      'load-date': 'July 2, 2019',
    });
  });

  it('of the older layout is its articles as well', async () => {
    const lines = [
      '1 of 1 DOCUMENT',
      'The Planet',
      'May 2, 2008 Friday',
      'Found',
      'LENGTH: 2 words',
      'Nine people.',
    ];
    const { sources } = await bundle(
      'a.docx',
      makeDocx({ body: lines.map((line) => paragraph(line)).join('') }),
    );
    expect(sources.map(({ title, date, text }) => [title, date, text])).toEqual([
      ['Found', '2008-05-02', 'Found\n\nNine people.'],
    ]);
  });

  it('that holds none is said to hold none, unless it is read as a document', async () => {
    const empty = makeDocx({ body: paragraph('LexisNexis Uni Test') });
    expect(await failureOf('a.docx', empty)).toBe('no-articles');
    expect((await bundle('a.docx', empty, { reading: 'document' })).sources[0]?.text).toBe(
      'LexisNexis Uni Test',
    );
  });
});

describe('an RTF file of Nexis', () => {
  it('is its articles as well', async () => {
    const lines = [
      '1 of 1 DOCUMENT',
      'The Planet',
      'May 2, 2008 Friday',
      'Found — at last',
      'LENGTH: 2 words',
      'Nine people.',
      'LANGUAGE: ENGLISH',
      'Copyright 2008 The Planet',
    ];
    const rtf = makeRtf(lines.map((line) => `${escapeRtf(line)}\\par `).join('\n'));
    const { sources, readings } = await bundle('a.rtf', rtf);
    expect(readings).toEqual(['articles', 'document']);
    expect(sources.map(({ title, date, text, format }) => [title, date, text, format])).toEqual([
      ['Found — at last', '2008-05-02', 'Found — at last\n\nNine people.', 'rtf'],
    ]);
  });
});

describe('a document that is no bundle', () => {
  it.each([
    ['counts documents', 'The clerk read aloud.\n\n3 of 10 documents\n\nNobody listened.'],
    ['says where it ends', 'A report on farms.\n\nEnd of Document\n'],
    ['has labels', 'LENGTH: 3 metres\n\nLANGUAGE: English\n\nCopyright 2010 Somebody'],
    [
      'speaks of the database',
      `LexisNexis was searched for articles. ${'They were read by two coders. '.repeat(9)}`,
    ],
  ])('because it only %s', async (_what, text) => {
    expect((await bundle('a.txt', text)).readings).toEqual(['document']);
  });

  it('has no articles when it is asked for them', async () => {
    const read = bundle('a.txt', 'Some text.', { reading: 'articles' });
    await expect(read).rejects.toThrow('no-articles');
  });
});
