import { describe, expect, it } from 'vitest';
import { utf8 } from '../../fixtures/import/encodings';
import { makeFlatOdt, makeOdt, type OdtParts } from '../../fixtures/import/odt';
import { failureOf, outline, parse } from './parse';

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`;
const read = (parts: OdtParts) => parse('a.odt', makeOdt(parts));
const cell = (text: string) => `<table:table-cell>${text}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]) => `<table:table>${rows.join('')}</table:table>`;
const box = (text: string) => `<draw:frame><draw:text-box>${text}</draw:text-box></draw:frame>`;

describe('an OpenDocument text', () => {
  it('becomes headings, paragraphs and lists', async () => {
    const list = `<text:list><text:list-item>${p('police')}<text:list><text:list-item>${p('border police')}</text:list-item></text:list></text:list-item></text:list>`;
    const body = `${p('Act', 'Title')}<text:h text:outline-level="2">Victims 人身取引</text:h>${p('The state protects.')}${list}${p('So be it.', 'Quotations')}`;
    expect(outline(await read({ body }))).toEqual([
      'heading 1: Act',
      'heading 2: Victims 人身取引',
      'paragraph 0: The state protects.',
      'list-item 1: police',
      'list-item 2: border police',
      'quote 0: So be it.',
    ]);
  });

  it('knows its own styles by the style they stand on', async () => {
    const styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
    expect(outline(await read({ styles, body: p('Act', 'P1') }))).toEqual(['heading 1: Act']);
  });

  it('has the white space that it means, not that of its file', async () => {
    const body = `<text:p>\n  one\n  <text:span> two</text:span><text:s text:c="2"/> three<text:tab/>four<text:line-break/>five \n</text:p>`;
    expect((await read({ body })).text).toBe('one two   three\tfour\nfive');
  });

  it('keeps the columns of a table with spans', async () => {
    const covered = '<table:covered-table-cell/>';
    const body = table(
      row(cell(p('both')), covered, cell(p('C'))),
      row(cell(p('A') + p('a')), cell(p('B')), cell('')),
    );
    expect(outline(await read({ body }))).toEqual(['table-row 0: both\t\tC', 'table-row 0: A a\tB\t']);
  });

  it('reads a table that holds a table cell after cell', async () => {
    const inner = table(row(cell(p('x')), cell(p('y'))));
    const body = table(row(cell(p('before') + inner + p('after')), cell(p('beside'))));
    expect(outline(await read({ body }))).toEqual([
      'paragraph 0: before',
      'table-row 0: x\ty',
      'paragraph 0: after',
      'paragraph 0: beside',
    ]);
  });

  it('sets notes apart at the end, under the sign they have in the text', async () => {
    const note = (kind: string, sign: string, text: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>${sign}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const body =
      p(`See${note('footnote', '1', 'Of 2021.')} and${note('endnote', 'i', 'Of 2022.')}.`) + p('Next.');
    expect(outline(await read({ body }))).toEqual([
      'paragraph 0: See[1] and[i].',
      'paragraph 0: Next.',
      'note 0: [1] Of 2021.',
      'note 0: [i] Of 2022.',
    ]);
  });

  it('tells of tracked changes, pictures and reading aids', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>`;
    const ruby =
      '<text:ruby><text:ruby-base>人身</text:ruby-base><text:ruby-text>じんしん</text:ruby-text></text:ruby>';
    const image = '<draw:frame><draw:image/><draw:image/><svg:desc>A picture</svg:desc></draw:frame>';
    const chart = '<draw:frame><draw:object><text:p>no</text:p></draw:object><draw:image/></draw:frame>';
    const source = await read({ body: changes + p(`${ruby}取引${image}${chart}`) });
    expect(source.text).toBe('人身取引');
    expect(source.warnings).toEqual([
      { key: 'images-left-out', params: { count: 1 } },
      { key: 'objects-left-out', params: { count: 1 } },
      { key: 'insertions-accepted', params: { count: 1 } },
      { key: 'deletions-left-out', params: { count: 1 } },
      { key: 'ruby-left-out', params: { count: 1 } },
    ]);
  });

  it('has its comments with the passages they are about', async () => {
    const note = (name: string, text: string) =>
      `<office:annotation ${name && `office:name="${name}"`}><dc:creator>Aya</dc:creator><dc:date>2021-05-04T10:00:00</dc:date>${p(text)}${p('Really.')}</office:annotation>`;
    const body =
      p(`The ${note('c1', 'Which?')}state`) +
      p(`protects<office:annotation-end office:name="c1"/> them${note('', 'Whom?')}.`);
    const { text, comments } = await read({ body });
    expect(text).toBe('The state\n\nprotects them.');
    expect(comments).toEqual([
      { start: 4, end: 19, author: 'Aya', date: '2021-05-04', text: 'Which?\nReally.' },
      { start: 24, end: 24, author: 'Aya', date: '2021-05-04', text: 'Whom?\nReally.' },
    ]);
  });

  it('has a text box after the paragraph it is anchored in', async () => {
    const body = p(`One ${box(p('inside') + p('too'))}two`) + box(p('of the page'));
    expect(outline(await read({ body }))).toEqual([
      'paragraph 0: One two',
      'paragraph 0: inside',
      'paragraph 0: too',
      'paragraph 0: of the page',
    ]);
  });

  it('marks what it hides, by style, field, paragraph or section', async () => {
    const hidden = (family: string, name: string) =>
      `<style:style style:name="${name}" style:family="${family}"><style:text-properties text:display="none"/></style:style>`;
    const body = [
      p('Open <text:span text:style-name="T1">hidden</text:span>end', 'Standard'),
      p('all hidden', 'P1'),
      p('shown<text:hidden-text text:string-value="by a field" text:is-hidden="true"/>'),
      p('<text:hidden-paragraph text:is-hidden="true"/>by a condition'),
      `<text:section text:display="none">${p('in a section')}</text:section>`,
    ].join('');
    const source = await read({ styles: hidden('text', 'T1') + hidden('paragraph', 'P1'), body });
    expect(outline(source)).toEqual([
      'paragraph 0: Open end',
      'hidden 0: hidden',
      'hidden 0: all hidden',
      'paragraph 0: shown',
      'hidden 0: by a field',
      'hidden 0: by a condition',
      'hidden 0: in a section',
    ]);
    expect(source.warnings).toEqual([{ key: 'hidden-text', params: { count: 5 } }]);
  });

  it('has running heads of the pages it uses once, around its text', async () => {
    const page = (name: string, top: string) =>
      `<style:master-page style:name="${name}"><style:header>${p(top)}</style:header><style:header-left>${p(top)}</style:header-left><style:footer>${p('<text:page-number>3</text:page-number>')}${p('Ministry')}</style:footer></style:master-page>`;
    const masters = page('Standard', 'White Paper') + page('Unused', 'Draft');
    expect(outline(await read({ masters, body: p('Text') }))).toEqual([
      'furniture 0: White Paper',
      'paragraph 0: Text',
      'furniture 0: Ministry',
    ]);
  });

  it('has the properties its author gave it', async () => {
    const meta = `<dc:title>Act &amp; Plan</dc:title><meta:initial-creator>Ministry</meta:initial-creator><dc:creator>Aya</dc:creator><meta:creation-date>2009-12-22T00:00:00</meta:creation-date><meta:keyword>a</meta:keyword><meta:keyword>b</meta:keyword><meta:user-defined meta:name="Issue">12</meta:user-defined><meta:editing-cycles>3</meta:editing-cycles>`;
    expect(await read({ meta, body: p('The state protects the victims of it.') })).toMatchObject({
      title: 'Act & Plan',
      author: 'Ministry',
      date: '2009-12-22',
      fields: [
        { name: 'keywords', value: 'a; b' },
        { name: 'Issue', value: '12' },
      ],
      warnings: [],
    });
  });

  it('is read from a single file as well', async () => {
    const body = `\n    <text:h text:outline-level="1">Act</text:h>\n    <text:p>The\n      state</text:p>`;
    const source = await parse('a.fodt', makeFlatOdt({ body, meta: '<dc:title>Plan</dc:title>' }));
    expect(outline(source)).toEqual(['heading 1: Act', 'paragraph 0: The state']);
    expect(source).toMatchObject({ format: 'odt', title: 'Plan', warnings: [] });
  });

  it('may use any prefixes', async () => {
    const flat = makeFlatOdt({ body: p('words') })
      .replaceAll('text:', 't:')
      .replace('t:1.0', 'text:1.0')
      .replace('opendocument.t:', 'opendocument.text:');
    const renamed = flat.replaceAll('xmlns:text=', 'xmlns:t=').replaceAll('<office:text>', '<office:text>');
    expect((await parse('a.fodt', renamed)).text).toBe('words');
  });

  it('that is not to be read fails with its reason', async () => {
    const encrypted = { 'META-INF/manifest.xml': utf8('<m><encryption-data/></m>') };
    expect(await failureOf('a.odt', makeOdt({ body: p('x'), more: encrypted }))).toBe('password');
    const sheet = { mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet') };
    expect(await failureOf('a.ods', makeOdt({ body: p('x'), more: sheet }))).toBe('unsupported');
    expect(await failureOf('a.odt', makeOdt({ body: '<text:p>' }))).toBe('damaged');
    expect(await failureOf('a.odt', makeOdt({ body: p(' ') }))).toBe('no-text');
  });
});
