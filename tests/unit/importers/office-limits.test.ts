import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../fixtures/import/docx';
import { makeEpub } from '../../fixtures/import/epub';
import { makeOdt } from '../../fixtures/import/odt';
import { makeRtf, rtfBytes } from '../../fixtures/import/rtf';
import { failureOf } from './parse';

const many = 20_000;
const around = (start: string, inside: string, end: string) => start.repeat(many) + inside + end.repeat(many);
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const word = '<w:r><w:t>a</w:t></w:r>';

// What costs each level or each item as much as all that stand around it.
const files: [what: string, name: string, bytes: () => Uint8Array, outcome: string][] = [
  ['groups', 'a.rtf', () => makeRtf(around('{', 'a', '}')), 'read'],
  ['groups that end nowhere', 'a.rtf', () => rtfBytes(`{\\rtf1 a${'{'.repeat(10 * many)}`), 'read'],
  ['notes in notes', 'a.rtf', () => makeRtf(around('{\\footnote a', 'a', '}')), 'damaged'],
  ['tables in tables', 'a.rtf', () => makeRtf('\\pard\\intbl\\itap99999 a\\nestcell '.repeat(many)), 'read'],
  [
    'tables in tables',
    'a.docx',
    () => makeDocx({ body: around('<w:tbl><w:tr><w:tc><w:p/>', paragraph('a'), '</w:tc></w:tr></w:tbl>') }),
    'damaged',
  ],
  [
    'boxes in boxes',
    'a.docx',
    () =>
      makeDocx({
        body: around(`<w:p>${word}<w:r><w:txbxContent>`, paragraph('a'), '</w:txbxContent></w:r></w:p>'),
      }),
    'damaged',
  ],
  [
    'fields in fields',
    'a.docx',
    () => makeDocx({ body: `<w:p>${(field('begin') + field('separate') + word).repeat(many)}</w:p>` }),
    'read',
  ],
  [
    'spans in spans',
    'a.odt',
    () => makeOdt({ body: `<text:p>${around('<text:span>a', 'a', '</text:span>')}</text:p>` }),
    'read',
  ],
  [
    'sections in sections',
    'a.odt',
    () => makeOdt({ body: around('<text:section>', '<text:p>a</text:p>', '</text:section>') }),
    'read',
  ],
  [
    'references in references',
    'a.epub',
    () => makeEpub({ chapters: [around('<span epub:type="noteref">', '1', '</span>')] }),
    'read',
  ],
];

describe('an office document made to do harm', () => {
  it.each(files)('%s, %s', async (_what, name, bytes, outcome) => {
    const file = bytes();
    const started = performance.now();
    expect(await failureOf(name, file)).toBe(outcome);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
