import { describe, expect, it } from 'vitest';
import { footnoteReference, heading, listItem, makeDocx, paragraph, table } from '../../fixtures/import/docx';
import { outline, parse } from './parse';

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
      'note 0: Of 2021.',
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
    const source = await parse(
      'a.docx',
      makeDocx({ body: `<w:p>${deletion}${insertion}</w:p>`, comments: ['Why?', 'Indeed'] }),
    );
    expect(source.text).toBe('new');
    expect(source.warnings).toEqual([
      { key: 'insertions-accepted', params: { count: 1 } },
      { key: 'deletions-left-out', params: { count: 1 } },
      { key: 'comments-left-out', params: { count: 2 } },
    ]);
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
