import { describe, expect, it } from 'vitest';
import { footnoteReference, heading, listItem, makeDocx, paragraph, table } from '../../fixtures/import/docx';
import { utf8 } from '../../fixtures/import/encodings';
import { outline, parse } from './parse';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const read = (body: string, more: Record<string, Uint8Array> = {}) =>
  parse('a.docx', makeDocx({ body, more }));

describe('a Word document', () => {
  it('becomes headings, paragraphs, lists, table rows and notes', async () => {
    const body = [
      heading(1, 'Act on Trafficking'),
      paragraph('The state protects victims. 人身取引'),
      listItem(0, 'police'),
      listItem(1, 'border police'),
      table([
        ['Country', 'Tier'],
        ['Japan', '2'],
      ]),
      footnoteReference(1),
    ].join('');
    expect(outline(await parse('a.docx', makeDocx({ body, footnotes: ['Of 2021.'] })))).toEqual([
      'heading 1: Act on Trafficking',
      'paragraph 0: The state protects victims. 人身取引',
      'list-item 1: police',
      'list-item 2: border police',
      'table-row 0: Country\tTier',
      'table-row 0: Japan\t2',
      'paragraph 0: See[1]',
      'note 0: [1] Of 2021.',
    ]);
  });

  it('has the properties its author gave it', async () => {
    const properties = { title: 'Act &amp; Plan', creator: 'Ministry', created: '2009-12-22T00:00:00Z' };
    const source = await parse(
      'a.docx',
      makeDocx({ body: paragraph('The state protects the victims of it.'), properties }),
    );
    expect(source).toMatchObject({
      title: 'Act & Plan',
      author: 'Ministry',
      date: '2009-12-22',
      language: 'en',
      encoding: '',
      warnings: [],
    });
  });

  it('tells of what it does not take in as it stands', async () => {
    const insertion = '<w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>';
    const deletion = '<w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>';
    const moved =
      '<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom><w:moveToRangeStart/><w:moveTo><w:r><w:t> there</w:t></w:r></w:moveTo><w:moveTo><w:r><w:t>!</w:t></w:r></w:moveTo><w:moveToRangeEnd/>';
    const picture =
      '<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict><w:object><v:imagedata/></w:object></w:r>';
    const source = await read(`<w:p>${deletion}${insertion}${moved}${picture}</w:p>`);
    expect(source.text).toBe('new there!');
    expect(source.warnings).toEqual([
      { key: 'images-left-out', params: { count: 1 } },
      { key: 'objects-left-out', params: { count: 1 } },
      { key: 'insertions-accepted', params: { count: 1 } },
      { key: 'deletions-left-out', params: { count: 1 } },
      { key: 'moves-accepted', params: { count: 1 } },
    ]);
  });

  it('goes on where the end of a paragraph is deleted, and after a drop cap', async () => {
    const deletedEnd = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body = [
      paragraph('The state ', deletedEnd),
      paragraph('protects.'),
      paragraph('T', '<w:framePr w:dropCap="drop"/>'),
      paragraph('he end.'),
      table([['a', 'b']]).replace(
        '<w:tr>',
        `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${'<w:tc><w:p/></w:tc>'}</w:tr><w:tr>`,
      ),
    ].join('');
    expect(outline(await read(body))).toEqual([
      'paragraph 0: The state protects.',
      'paragraph 0: The end.',
      'table-row 0: a\tb',
    ]);
  });

  it('has its comments with the passages they are about', async () => {
    const start = '<w:commentRangeStart w:id="0"/>';
    const end = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
    const body = `<w:p>${run('The ')}${start}${run('state')}</w:p><w:p>${run('protects')}${end}${run(' them')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    const { text, comments } = await parse(
      'a.docx',
      makeDocx({ body, comments: ['Which?', 'Whom?', 'All of it'] }),
    );
    expect(comments.map(({ start: from, end: to, text: said }) => [text.slice(from, to), said])).toEqual([
      ['', 'All of it'],
      ['state\n\nprotects', 'Which?'],
      ['', 'Whom?'],
    ]);
    expect(comments[2]).toMatchObject({ start: text.length, author: 'A' });
  });

  it('has a text box once, after the paragraph it is anchored in', async () => {
    const content = `<w:txbxContent>${paragraph('inside')}${paragraph('too')}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice>${content}</mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(outline(await read(`<w:p>${run('One ')}${box}${run('two')}</w:p>`))).toEqual([
      'paragraph 0: One two',
      'paragraph 0: inside',
      'paragraph 0: too',
    ]);
  });

  it('marks what it hides, by itself or by style', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const body = [
      `<w:p>${run('Open ')}${run('hidden', '<w:vanish/>')}${run('end')}${run(' by style', '<w:rStyle w:val="C"/>')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>${run('all')}${run('shown', '<w:vanish w:val="0"/>')}</w:p>`,
    ].join('');
    const source = await read(body, { 'word/styles.xml': utf8(styles) });
    expect(outline(source)).toEqual([
      'paragraph 0: Open end',
      'hidden 0: hidden',
      'hidden 0:  by style',
      'paragraph 0: shown',
      'hidden 0: all',
    ]);
    expect(source.warnings).toEqual([{ key: 'hidden-text', params: { count: 3 } }]);
  });

  it('shows the results of fields, not their instructions, and the words of reading aids', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const ask = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = char('begin') + ask('PAGE') + char('separate') + run('7') + char('end');
    const field =
      char('begin') + ask('IF ') + inner + ask(' = 1') + char('separate') + run('result') + char('end');
    const equation = char('begin') + ask('EQ \\* jc2 \\o\\ad(\\s\\up 9(じん),人)') + char('end');
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('しん')}</w:rt><w:rubyBase>${run('身')}</w:rubyBase></w:ruby></w:r>`;
    const simple = `<w:fldSimple w:instr="DATE">${run('2021')}</w:fldSimple>`;
    const source = await read(
      `<w:p>${field}${equation}${ruby}${simple}${char('begin')}${run(' goes on')}</w:p>`,
    );
    expect(source.text).toBe('result人身2021 goes on');
    expect(source.warnings).toEqual([{ key: 'ruby-left-out', params: { count: 2 } }]);
  });

  it('keeps the columns of a table with spans, and reads one that holds a table cell after cell', async () => {
    const cell = (content: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const spans = `<w:tbl><w:tr>${cell(paragraph('both'), '<w:gridSpan w:val="2"/>')}${cell(paragraph('C'))}</w:tr><w:tr>${cell(paragraph('a') + paragraph('A'))}${cell('<w:p/>', '<w:vMerge/>')}${cell('<w:p/>')}</w:tr></w:tbl>`;
    const nested = `<w:tbl><w:tr>${cell(paragraph('before') + table([['x', 'y']]) + paragraph('after'))}${cell(paragraph('beside'))}</w:tr></w:tbl>`;
    expect(outline(await read(spans + paragraph('-') + nested))).toEqual([
      'table-row 0: both\t\tC',
      'table-row 0: a A\t\t',
      'paragraph 0: -',
      'paragraph 0: before',
      'table-row 0: x\ty',
      'paragraph 0: after',
      'paragraph 0: beside',
    ]);
  });

  it('has running heads before the section that begins with them, each once, and feet after it', async () => {
    const relationships = ['h1', 'h2', 'h3', 'f1'].map(
      (id) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="${id}.xml"/>`,
    );
    const head = (text: string) => utf8(`<w:hdr ${W}>${paragraph(text)}</w:hdr>`);
    const more = {
      'word/_rels/document.xml.rels': utf8(`<Relationships>${relationships.join('')}</Relationships>`),
      'word/h1.xml': head('White Paper'),
      'word/h2.xml': head('White Paper'),
      'word/h3.xml': head('Annex'),
      'word/f1.xml': head('Page 3 of 9'),
    };
    const section = (...ids: string[]) =>
      `<w:sectPr>${ids.map((id) => `<w:${id.startsWith('h') ? 'header' : 'footer'}Reference r:id="${id}" w:type="default"/>`).join('')}<w:headerReference r:id="h3" w:type="first"/></w:sectPr>`;
    const second = `${section('h2', 'h3').replace('w:type="first"', 'w:type="even"')}`;
    const body = paragraph('One') + paragraph('Two', section('h1', 'f1')) + paragraph('Three') + second;
    expect(outline(await read(body, more))).toEqual([
      'furniture 0: White Paper',
      'paragraph 0: One',
      'paragraph 0: Two',
      'furniture 0: Page 3 of 9',
      'furniture 0: Annex',
      'paragraph 0: Three',
    ]);
  });

  it('has hyphens, tabs, line ends and symbols', async () => {
    const body = `<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Nowhere" w:char="F041"/></w:r></w:p>`;
    const source = await read(body);
    expect(source.text).toBe('a\u2011b\u00ADc\td\ne•\uF041');
    expect(source.warnings).toEqual([{ key: 'unknown-symbols', params: { count: 1 } }]);
  });

  it('may use any prefix', async () => {
    const document = `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:t>words</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`;
    expect((await read('', { 'word/document.xml': utf8(document) })).text).toBe('words');
  });

  it('escapes nothing twice and runs nothing', async () => {
    const source = await parse(
      'a.docx',
      makeDocx({ body: paragraph('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;') }),
    );
    expect(source.text).toBe('<script>alert(1)</script> &amp;');
  });

  it('expands no entities of its own making', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const document = `${bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('x &b; y')}</w:body></w:document>`;
    const archive = makeDocx({ body: '', more: { 'word/document.xml': new TextEncoder().encode(document) } });
    const text = await parse('a.docx', archive).then((source) => source.text, String);
    expect(text).not.toContain('aaaaaaaaaa');
  });
});
