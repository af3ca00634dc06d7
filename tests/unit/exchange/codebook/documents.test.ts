import { unzipSync, strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import {
  codebookDocument,
  type DocumentHeadings,
  type DocumentOptions,
} from '../../../../src-renderer/domain/exchange/codebook/document/document';
import { codebookHtml } from '../../../../src-renderer/domain/exchange/codebook/document/html';
import { codebookMarkdown } from '../../../../src-renderer/domain/exchange/codebook/document/markdown';
import { codebookDocx } from '../../../../src-renderer/exporters/docx/codebook';
import { code, family, guid, project, segment, source } from '../../domain/profile/build';

const headings: DocumentHeadings = {
  title: 'Codebook',
  contents: 'Contents',
  definition: 'Definition',
  include: 'Include',
  exclude: 'Exclude',
  response: 'Response called for',
  indicators: 'Indicators',
  examples: 'Examples',
  color: 'Colour',
  folder: 'Folder',
  segments: 'Segments',
  segmentsWithBelow: 'with codes below',
  sources: 'Sources',
};
const options: DocumentOptions = {
  languages: ['en', 'ja', 'zh-Hant'],
  examples: true,
  counts: true,
  headings,
};

const deep = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'];
const state = project({
  families: [
    family('mode', { labels: { en: 'Mode', ja: '様式' } }),
    family('unused', { enabled: false, order: 1 }),
  ],
  codes: [
    code('M', 'mode', null, { codable: false, labels: { en: 'Mode' }, definition: 'How it is told.' }),
    code('M1', 'mode', 'M', {
      labels: { en: 'Immigration crime', ja: '移民犯罪', 'zh-Hant': '移民犯罪問題' },
      definition: 'Told as unlawful entry.\n\nSecond *paragraph* <b>.',
      include: 'Overstay & forged papers.',
      exclude: '- gangs\n# M3',
      indicators: { en: ['overstay', 'fence'], ja: ['密入国'] },
      color: '#B0306A',
      symbol: 'triangle',
      examples: [guid('1')],
    }),
    ...deep.map((key, i) =>
      code(key, 'mode', i === 0 ? 'M' : (deep[i - 1] ?? ''), {
        labels: { en: `Level ${i + 1}` },
        order: 1,
        key: '',
      }),
    ),
    code('X', 'unused', null),
  ],
  sources: [source('白書', 'JP', { title: '白書 <2010>', date: '2010', language: 'ja' })],
  segments: [
    segment('1', '白書', [0, 6], ['M1'], { quote: '国境を越える\n犯罪' }),
    segment('2', '白書', [8, 12], ['d2']),
  ],
});
const document = codebookDocument(state, options);

describe('the codebook as a document', () => {
  it('has the families in use, the folder of each as the family itself, all codes numbered', () => {
    expect(document.families).toHaveLength(1);
    expect(document.families[0]).toMatchObject({
      number: '1',
      name: { text: 'Mode', language: 'en' },
      otherNames: [{ text: '様式', language: 'ja' }],
      parts: [{ heading: 'Definition', text: 'How it is told.' }],
    });
    expect(document.families[0]?.codes.map(({ number, level }) => `${number} ${level}`)).toEqual([
      '1.1 1',
      ...deep.map((_, i) => `1.2${'.1'.repeat(i)} ${i + 1}`),
    ]);
  });

  it('leaves out what is not wanted', () => {
    const plain = codebookDocument(state, {
      ...options,
      languages: ['ja'],
      examples: false,
      counts: false,
      families: [guid('mode')],
    });
    expect(plain.families[0]?.codes[0]).toMatchObject({
      name: { text: '移民犯罪', language: 'ja' },
      otherNames: [],
      examples: [],
      counts: null,
      indicators: [{ text: '密入国', language: 'ja' }],
    });
    expect(plain.families[0]?.codes[1]?.name).toEqual({ text: 'Level 1', language: 'en' });
  });
});

describe('the codebook as Markdown', () => {
  const text = codebookMarkdown(document);

  it('has headings, parts, examples with their source, counts', () => {
    expect(text).toContain(
      '### 1.1 Immigration crime (M1)\n\n移民犯罪 · 移民犯罪問題\n\n▲ \\#B0306A · Segments: 1 · Sources: 1',
    );
    expect(text).toContain('**Include:** Overstay \\& forged papers.');
    expect(text).toContain('> 国境を越える\\\n> 犯罪\n>\n> — 白書 \\<2010\\>, JP, 2010');
    expect(text).toContain('###### 1.2.1.1.1.1.1.1 Level 7');
    expect(text).toContain('Segments: 0 · with codes below: 1');
  });

  it('takes nothing that people wrote for markup', () => {
    const kinds = new Set<string>();
    const visit = (node: { readonly type: string; readonly children?: readonly unknown[] }) => {
      kinds.add(node.type);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(fromMarkdown(text));
    expect([...kinds].toSorted()).toEqual(
      ['blockquote', 'break', 'heading', 'paragraph', 'root', 'strong', 'text'].toSorted(),
    );
  });
});

describe('the codebook as HTML', () => {
  const html = codebookHtml(document);

  it('is one file with nothing from outside and no script', () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:|url\(|@import/i);
    expect(html).toContain('@media print');
  });

  it('marks languages, escapes what people wrote, shows colour and symbol', () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<span lang="zh-Hant">移民犯罪問題</span>');
    expect(html).toContain('style="color:#B0306A">▲</span>');
    expect(html).toContain('Second *paragraph* &lt;b&gt;.');
    expect(html).toContain(
      '<blockquote lang="ja">国境を越える\n犯罪<footer>白書 &lt;2010&gt;, JP, 2010</footer>',
    );
    expect(html).toMatch(/<h6 id="c1\.2\.1\.1\.1\.1\.1\.1" aria-level="9">/);
  });

  it('closes what it opens, and its links lead somewhere', () => {
    const open: string[] = [];
    const ids = new Set<string>();
    const links: string[] = [];
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          if (!['meta', 'br'].includes(name)) open.push(name);
          if (attributes['id']) ids.add(attributes['id']);
          if (attributes['href']) links.push(attributes['href'].slice(1));
        },
        onclosetag(name, implied) {
          if (!['meta', 'br'].includes(name)) expect([open.pop(), implied]).toEqual([name, false]);
        },
      },
      { xmlMode: false },
    );
    parser.end(html);
    expect(open).toEqual([]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });
});

describe('the codebook as a Word document', () => {
  it('has title, contents, numbered headings, parts, examples, counts', async () => {
    const bytes = await codebookDocx(document);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).toMatch(/^<p>Codebook<\/p><p>Contents<\/p><p><a href="#_Toc1">/);
    expect(value).toMatch(/<h1>.*1\u2002Mode<\/h1>/);
    expect(value).toMatch(/<h2>.*1\.1\u2002▲ Immigration crime \(M1\)<\/h2>/);
    expect(value).toMatch(/<h6>.*1\.2\.1\.1\.1\.1\.1\.1\u2002■ Level 7<\/h6>/);
    expect(value).toContain('<strong>Definition: </strong>Told as unlawful entry.');
    expect(value).toContain('移民犯罪 · 移民犯罪問題');
    expect(value).toContain('overstay, fence / 密入国');
    expect(value).toContain('国境を越える');
    expect(value).toContain('— 白書 &lt;2010&gt;, JP, 2010');
    expect(value).toContain('Colour #B0306A · Segments: 1 · Sources: 1');
  });

  it('sets each language in its own face and fills the table of contents', async () => {
    const files = unzipSync(await codebookDocx(document));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('w:eastAsia="Yu Mincho"');
    expect(xml).toMatch(/w:eastAsia="PMingLiU"[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>移民犯罪問題/);
    expect(xml).toContain('w:eastAsia="zh-TW"');
    expect(xml).toContain('<w:color w:val="B0306A"/>');
    expect(xml).toMatch(/TOC \\h \\o/);
    expect(xml.indexOf('Immigration crime')).toBeLessThan(xml.lastIndexOf('Immigration crime'));
  });

  it('takes text that XML cannot carry', async () => {
    const odd = project({
      families: [family('f')],
      codes: [code('a', 'f', null, { labels: { en: 'a\u0007b\ud800c' }, definition: 'x\u0000y' })],
    });
    const bytes = await codebookDocx(codebookDocument(odd, options));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('abc');
    expect(value).toContain('Definition: xy');
  });
});
