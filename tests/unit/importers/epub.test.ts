import { describe, expect, it } from 'vitest';
import { utf8 } from '../../fixtures/import/encodings';
import { chapterFile, makeEpub } from '../../fixtures/import/epub';
import { failureOf, outline, parse } from './parse';

describe('a book', () => {
  it('is read in the order of its spine, not of its files', async () => {
    const chapters = [
      '<h1>One</h1><p>The <a id="x"/>state <![CDATA[& <others>]]></p>',
      '<h1>Two</h1><ul><li>police</li></ul>',
    ];
    expect(outline(await parse('a.epub', makeEpub({ chapters })))).toEqual([
      'heading 1: One',
      'paragraph 0: The state & <others>',
      'heading 1: Two',
      'list-item 1: police',
    ]);
  });

  it('has the properties its publisher gave it', async () => {
    const metadata =
      '<dc:identifier>other</dc:identifier><dc:identifier id="id">urn:isbn:1</dc:identifier><dc:title>Act &amp; Plan</dc:title><dc:creator>Aya</dc:creator><dc:creator>Ken</dc:creator><dc:language>ko</dc:language><dc:date opf:event="creation">2001-01-01</dc:date><dc:date opf:event="publication">2009-12</dc:date><dc:publisher>Press</dc:publisher>';
    expect(await parse('a.epub', makeEpub({ chapters: ['<p>1, 2, 3</p>'], metadata }))).toMatchObject({
      format: 'epub',
      title: 'Act & Plan',
      author: 'Aya; Ken',
      date: '2009-12',
      language: 'ko',
      identifier: 'urn:isbn:1',
      fields: [{ name: 'publisher', value: 'Press' }],
      warnings: [],
    });
  });

  it('leaves out what leads through it, and says how much', async () => {
    const nav = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
    const old = '<item id="t" href="toc.html" media-type="application/xhtml+xml"/>';
    const source = await parse(
      'a.epub',
      makeEpub({
        chapters: ['<nav>Menu</nav><p>Text<span epub:type="pagebreak">12</span> goes on</p>'],
        manifest: nav + old,
        spine: '<itemref idref="n" linear="no"/><itemref idref="t"/>',
        rest: '<guide><reference type="toc" href="toc.html#top"/></guide>',
        more: {
          'OPS/nav.xhtml': chapterFile('<h1>Contents</h1><nav><ol><li>One</li></ol></nav>'),
          'OPS/toc.html': chapterFile('<p>Contents</p>'),
        },
      }),
    );
    expect(source.text).toBe('Text goes on');
    expect(source.warnings).toEqual([{ key: 'navigation-left-out', params: { count: 4 + 2 + 8 + 3 + 8 } }]);
  });

  it('has its notes, also those that are hidden until they are called for, and boxes beside the text', async () => {
    const chapters = [
      '<p>See<a epub:type="noteref" href="#n">1</a> it.</p><aside epub:type="footnote" id="n" hidden="hidden"><p>1 Of 2021.</p></aside><aside><p>A box.</p></aside>',
    ];
    expect(outline(await parse('a.epub', makeEpub({ chapters })))).toEqual([
      'paragraph 0: See[1] it.',
      'note 0: 1 Of 2021.',
      'paragraph 0: A box.',
    ]);
  });

  it('shows one of several forms of the same, and counts what is left out', async () => {
    const chapters = [
      '<epub:switch><epub:case required-namespace="x"><p>FAIL</p></epub:case><epub:default><p>PASS</p></epub:default></epub:switch><p><ruby>人<rt>ひと</rt></ruby><img src="a.png"/><svg><text>no</text></svg></p>',
    ];
    const source = await parse('a.epub', makeEpub({ chapters }));
    expect(source.text).toBe('PASS\n\n人');
    expect(source.warnings).toEqual([
      { key: 'images-left-out', params: { count: 2 } },
      { key: 'ruby-left-out', params: { count: 1 } },
    ]);
  });

  it('may have very many paragraphs in a chapter', async () => {
    const { blocks } = await parse('a.epub', makeEpub({ chapters: ['<p>a</p>'.repeat(200_000)] }));
    expect(blocks).toHaveLength(200_000);
  });

  it('says which chapters are missing', async () => {
    const manifest = '<item id="m" href="gone.xhtml" media-type="application/xhtml+xml"/>';
    const source = await parse(
      'a.epub',
      makeEpub({ chapters: ['<p>Text</p>'], manifest, spine: '<itemref idref="m"/>' }),
    );
    expect(source.warnings).toEqual([{ key: 'chapters-missing', params: { count: 1 } }]);
  });

  it('that is not to be read fails with its reason', async () => {
    const encryption = utf8(
      '<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/chapter%201.xhtml"/></CipherData></EncryptedData></encryption>',
    );
    const locked = makeEpub({ chapters: ['<p>Text</p>'], more: { 'META-INF/encryption.xml': encryption } });
    expect(await failureOf('a.epub', locked)).toBe('unsupported');
    expect(await failureOf('a.epub', makeEpub({ chapters: ['<p> </p>'] }))).toBe('no-text');
    expect(
      await failureOf('a.epub', makeEpub({ chapters: ['x'], more: { 'OPS/book.opf': utf8('<package>') } })),
    ).toBe('damaged');
  });
});
