import { describe, expect, it } from 'vitest';
import {
  declareSize,
  docxFiles,
  makeCompoundFile,
  makeDocx,
  makeZip,
  paragraph,
} from '../../fixtures/import/docx';
import { utf8 } from '../../fixtures/import/encodings';
import { makePdf } from '../../fixtures/import/pdf';
import { zipSync } from 'fflate';
import { failureOf, parse, warningKeys } from './parse';

const docx = makeDocx({ body: paragraph('Protect the victims of trafficking.') });
const pdf = makePdf({ pages: [[{ text: 'Protect the victims of trafficking.', x: 60, y: 700 }]] });
const html = '<!DOCTYPE html><title>T</title><p>Protect the victims.</p>';

describe('the format', () => {
  it.each([
    ['a.txt', utf8('Plain words.'), 'txt'],
    ['a.md', utf8('# Words'), 'md'],
    ['a.html', utf8(html), 'html'],
    ['a.docx', docx, 'docx'],
    ['a.pdf', pdf, 'pdf'],
    ['a.rtf', utf8('{\\rtf1 Words}'), 'rtf'],
    ['a.doc', utf8('{\\rtf1 Words}'), 'rtf'],
    ['no ending', utf8('Plain words.'), 'txt'],
    ['laws.json', utf8('{"title": "Act"}'), 'json'],
    ['fragment.htm', utf8('<p>One</p><p>Two</p>'), 'html'],
    ['feed.xml', utf8('<?xml version="1.0"?><rss><title>News</title></rss>'), 'html'],
    ['late.pdf', utf8(`${'%\n'.repeat(200)}${new TextDecoder('latin1').decode(pdf)}`), 'pdf'],
  ])('of %s is told by its content', async (name, bytes, format) => {
    const source = await parse(name, bytes);
    expect(source.format).toBe(format);
    expect(warningKeys(source)).not.toContain('wrong-extension');
  });

  it.each([
    ['report.txt', pdf, 'pdf'],
    ['report.pdf', docx, 'docx'],
    ['page.txt', utf8(html), 'html'],
    ['page.docx', utf8(html), 'html'],
    ['notes.pdf', utf8('Only words.'), 'txt'],
    ['notes.DOCX', utf8('Only words.'), 'txt'],
  ])('of %s, which its name gets wrong, is told with a warning', async (name, bytes, format) => {
    const source = await parse(name, bytes);
    expect(source.format).toBe(format);
    expect(source.warnings[0]).toMatchObject({ key: 'wrong-extension', params: { format } });
  });

  it('is not HTML because a text speaks of tags', async () => {
    const source = await parse('a.txt', 'Use <p> for paragraphs and <html> for the page.');
    expect(source.format).toBe('txt');
    expect(source.text).toContain('<p>');
  });
});

describe('a file that cannot be read fails with its reason:', () => {
  it.each([
    ['no bytes', 'a.txt', new Uint8Array(), 'empty'],
    ['only white space', 'a.txt', ' \r\n\t\u3000\n', 'empty'],
    ['a program named .txt', 'a.txt', program(), 'binary'],
    ['zeros', 'a.txt', new Uint8Array(5000), 'binary'],
    ['random bytes', 'a.docx', randomBytes(4000), 'binary'],
    ['a picture', 'a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'unsupported'],
    ['a zip archive with nothing of its own', 'a.docx', makeZip(['.DS_Store']), 'empty'],
    ['a broken workbook', 'a.docx', makeZip(['[Content_Types].xml', 'xl/workbook.xml']), 'damaged'],
    ['an OpenDocument text', 'a.odt', makeZip(['mimetype', 'content.xml']), 'unsupported'],
    ['a broken e-book', 'a.epub', makeZip(['META-INF/container.xml', 'content.opf']), 'damaged'],
    ['Word before 2007', 'a.doc', makeCompoundFile('WordDocument'), 'unsupported'],
    ['a Word document under a password', 'a.docx', makeCompoundFile('EncryptedPackage'), 'password'],
    ['a PDF under a password', 'a.pdf', makePdf({ pages: [[]], locked: true }), 'password'],
    ['a PDF without text', 'a.pdf', makePdf({ pages: [[], []] }), 'no-text'],
    ['a cut PDF', 'a.pdf', pdf.slice(0, 90), 'damaged'],
    ['nothing but a PDF header', 'a.pdf', '%PDF-1.7\n', 'damaged'],
    ['a cut Word document', 'a.docx', docx.slice(0, docx.length - 200), 'damaged'],
    [
      'a Word document without its text',
      'a.docx',
      makeZip(['[Content_Types].xml', '_rels/.rels']),
      'damaged',
    ],
    ['a Word document with broken XML', 'a.docx', brokenXml(), 'damaged'],
    ['a Word document with one byte changed', 'a.docx', changedByte(), 'damaged'],
    ['a Word document without words', 'a.docx', makeDocx({ body: paragraph(' ') }), 'no-text'],
    ['HTML with nothing to see', 'a.html', '<html><script>var text = "no"</script></html>', 'no-text'],
  ])('%s', async (_what, name, content, kind) => {
    expect(await failureOf(name, content)).toBe(kind);
  });

  it('archives that unpack to more than memory holds', async () => {
    const bomb = declareSize(makeDocx({ body: paragraph('Words') }), 101 * 1024 * 1024);
    expect(await failureOf('bomb.docx', bomb)).toBe('too-large');
    const entries = Array.from({ length: 10_001 }, (_, i) => [`word/${i}.xml`, new Uint8Array()] as const);
    const many = zipSync(Object.fromEntries(entries), { level: 0 });
    expect(await failureOf('many.docx', many)).toBe('too-large');
  }, 30_000);

  it('archives that declare less than they hold', async () => {
    const body = paragraph('word '.repeat(200_000));
    expect(await failureOf('liar.docx', declareSize(makeDocx({ body }), 100))).toBe('damaged');
  });
});

function program(): Uint8Array {
  const bytes = randomBytes(3000);
  bytes.set(utf8('MZ'));
  return bytes;
}

/** Bytes without order, the same on every run. */
function randomBytes(length: number): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

function brokenXml(): Uint8Array {
  const files = docxFiles({ body: paragraph('Words') });
  files['word/document.xml'] = utf8('<w:document><w:body><w:p>');
  return zipSync(files);
}

function changedByte(): Uint8Array {
  const whole = zipSync(docxFiles({ body: paragraph('The victims are protected.') }), { level: 0 });
  const at = new TextDecoder('latin1').decode(whole).indexOf('victims');
  whole[at] = 'V'.charCodeAt(0);
  return whole;
}
