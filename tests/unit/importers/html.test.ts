import { describe, expect, it } from 'vitest';
import { failureOf, outline, parse, texts, warningKeys } from './parse';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const read = async (body: string) => outline(await parse('a.html', page(body)));

describe('the text of a page', () => {
  it('is never what is not shown', async () => {
    const body = `<p onclick="steal()">Shown</p>
      <script>evil()</script><style>p { color: red }</style><template><p>template</p></template>
      <noscript>noscript</noscript><!-- comment --><iframe src="https://x.example">frame</iframe>
      <div hidden>hidden</div><div style="color: red; display:none">none</div><div style="visibility: hidden">invisible</div>
      <svg><title>svg title</title><text>svg text</text></svg><canvas>canvas</canvas><object>object</object>
      <select><option>option</option></select><textarea>typed</textarea><button>Share</button>
      <img alt="picture" src=x onerror="evil()"><dialog>closed</dialog><dialog open>open</dialog>
      <a href="javascript:evil()">link</a>`;
    expect(await read(body)).toEqual(['paragraph 0: Shown', 'paragraph 0: open', 'paragraph 0: link']);
  });

  it('has entities decoded', async () => {
    expect(await read('<p>a &amp;&lt;b&gt; &eacute;&#x4EBA;&#20154; &nbsp;c &copy 2020</p>')).toEqual([
      'paragraph 0: a &<b> é人人 \u00A0c © 2020',
    ]);
  });

  it('has white space as a browser shows it', async () => {
    const body = `<p>  one
        two<b> three </b> <i> four</i>
      </p><p>人身
      取引 と Korea
      인신
      매매</p><p>line<br>  break<br/>again</p>`;
    expect(await read(body)).toEqual([
      'paragraph 0: one two three four',
      'paragraph 0: 人身取引 と Korea 인신 매매',
      'paragraph 0: line\nbreak\nagain',
    ]);
  });

  it('keeps preformatted text', async () => {
    expect(await read('<pre>\n  a\n\n    b</pre>')).toEqual(['preformatted 0:   a\n\n    b']);
  });

  it('parts paragraphs at two line breaks', async () => {
    expect(await read('One<br><br>Two<br>\n <br>Three')).toEqual([
      'paragraph 0: One',
      'paragraph 0: Two',
      'paragraph 0: Three',
    ]);
  });

  it('has headings, lists with their depth, quotes, and loose text between them', async () => {
    const body =
      '<h1>Act</h1>loose<ul><li>one<ol><li>two</li></ol></li><li><p>three</p></li></ul><blockquote>said</blockquote><dl><dt>term</dt><dd>meaning</dd></dl>';
    expect(await read(body)).toEqual([
      'heading 1: Act',
      'paragraph 0: loose',
      'list-item 1: one',
      'list-item 2: two',
      'list-item 1: three',
      'quote 0: said',
      'paragraph 0: term',
      'paragraph 0: meaning',
    ]);
  });

  it('has ruby left out, with a warning', async () => {
    const source = await parse(
      'a.html',
      page('<p><ruby>人身<rp>(</rp><rt>じんしん</rt><rp>)</rp></ruby>取引</p>'),
    );
    expect(source.text).toBe('人身取引');
    expect(source.warnings).toContainEqual({ key: 'ruby-left-out', params: { count: 1 } });
  });
});

describe('tables', () => {
  it('of data become rows with tabs between cells', async () => {
    const body =
      '<table><caption>Tiers</caption><tr><th>Country<th>Tier</tr><tr><td>Japan</td><td><p>Tier</p><p>2</p></td></tr><tr><td></td><td>x</td></table>';
    expect(await read(body)).toEqual([
      'paragraph 0: Tiers',
      'table-row 0: Country\tTier',
      'table-row 0: Japan\tTier 2',
      'table-row 0: \tx',
    ]);
  });

  it('that only lay out a page are read cell by cell', async () => {
    const body =
      '<table><tr><td><a href=/>Home</a></td><td><h2>News</h2><p>One</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>';
    expect(await read(body)).toEqual([
      'paragraph 0: Home',
      'heading 2: News',
      'paragraph 0: One',
      'table-row 0: a\tb',
    ]);
  });
});

describe('what stands around a document', () => {
  const article = `<p>${'Words of the article. '.repeat(10)}</p>`;

  it.each([
    ['main', `<main>${article}</main>`],
    ['role=main', `<div role="main">${article}</div>`],
    ['article', `<article>${article}</article>`],
  ])('is left out with a warning where the page marks its %s', async (_what, marked) => {
    const source = await parse(
      'a.html',
      page(`<header>Logo</header><nav>Home</nav>${marked}<footer>Imprint</footer>`),
    );
    expect(source.text).not.toMatch(/Logo|Home|Imprint/);
    expect(source.warnings).toEqual([
      { key: 'navigation-left-out', params: { count: 'LogoHomeImprint'.length } },
    ]);
  });

  it('stays where the marked part holds little of the text', async () => {
    const source = await parse('a.html', page(`<p>Home</p>${article}<main><p>Short</p></main>`));
    expect(texts(source)).toHaveLength(3);
    expect(warningKeys(source)).toEqual([]);
  });

  it('is left out as far as the page marks it as navigation, where it marks no document', async () => {
    const body = `<nav>Home</nav><div role="navigation">More</div>${article}<aside>A box</aside>`;
    const source = await parse('a.html', page(body));
    expect(texts(source)).toEqual([article.replace(/<\/?p>/g, '').trim(), 'A box']);
    expect(source.warnings).toEqual([{ key: 'navigation-left-out', params: { count: 8 } }]);
  });

  it('does not hide a short document behind a long menu', async () => {
    const menu = `<nav>${article}${article}</nav>`;
    const source = await parse('a.html', page(`${menu}<main><p>Short release</p></main>`));
    expect(texts(source)).toEqual(['Short release']);
  });

  it('stays where nearly everything is marked as navigation', async () => {
    const source = await parse('a.html', page(`<nav>${article}</nav><p>Imprint</p>`));
    expect(texts(source)).toHaveLength(2);
    expect(warningKeys(source)).toEqual([]);
  });
});

describe('the properties of a page', () => {
  it('are read from its head', async () => {
    const head = `<title>Act on
        Trafficking</title><meta name="author" content="Ministry of Justice"><meta property="article:published_time" content="2021-04-20T10:00:00+09:00">
      <link rel="canonical" href="https://example.org/act">`;
    expect(await parse('a.html', page('<p>Text</p>', head))).toMatchObject({
      title: 'Act on Trafficking',
      author: 'Ministry of Justice',
      date: '2021-04-20',
      url: 'https://example.org/act',
      language: 'en',
    });
  });

  it('say where a saved page came from', async () => {
    const source = await parse(
      'a.html',
      `<!-- saved from url=(0026)https://example.org/page -->\n${page('<p>Text</p>')}`,
    );
    expect(source.url).toBe('https://example.org/page');
  });

  it('are not taken on trust', async () => {
    const head =
      '<meta name="date" content="2021-02-31"><meta name="author" content="https://x.example/me"><link rel="canonical" href="javascript:x()">';
    expect(await parse('a.html', page('<p>Text</p>', head))).toMatchObject({
      title: 'a',
      date: '',
      author: '',
      url: '',
    });
  });
});

describe('odd pages', () => {
  it('nested thousands deep are read', async () => {
    const source = await parse('a.html', page(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`));
    expect(source.text).toBe('deep');
  });

  it('without closing tags are read', async () => {
    expect(await read('<p>one<p>two<ul><li>a<li>b')).toEqual([
      'paragraph 0: one',
      'paragraph 0: two',
      'list-item 1: a',
      'list-item 1: b',
    ]);
  });

  it('cut in the middle of a script say nothing of it', async () => {
    expect(await failureOf('a.html', '<html><body><script>var words = "secret')).toBe('no-text');
  });

  it('of plain XML give their text, element by element', async () => {
    const xml =
      '<?xml version="1.0"?><law><title>Act</title><Article n="1"><em>The</em> state &amp; <![CDATA[<its> police]]></Article></law>';
    expect(texts(await parse('a.xml', xml))).toEqual(['Act', 'The state & <its> police']);
  });
});
