import { describe, expect, it } from 'vitest';
import { outline, parse } from './parse';

const read = async (markup: string) => outline(await parse('a.md', markup));

describe('Markdown', () => {
  it('becomes blocks without markup', async () => {
    const markup = `# Act on *Trafficking*

The **state** protects [victims](https://example.org "x") and \`them\`.
A second line &amp; more.

Setext
------

> Quoted words.

\`\`\`js
if (x) {
    y()
}
\`\`\`
`;
    expect(await read(markup)).toEqual([
      'heading 1: Act on Trafficking',
      'paragraph 0: The state protects victims and them.\nA second line & more.',
      'heading 2: Setext',
      'quote 0: Quoted words.',
      'preformatted 0: if (x) {\n    y()\n}',
    ]);
  });

  it('keeps the depth of lists and the rows of tables', async () => {
    const markup = `- one
  - two
    1. three
- four

| Country | Tier |
|---|---|
| Japan | 2 |
| Korea | *1* |
`;
    expect(await read(markup)).toEqual([
      'list-item 1: one',
      'list-item 2: two',
      'list-item 3: three',
      'list-item 1: four',
      'table-row 0: Country\tTier',
      'table-row 0: Japan\t2',
      'table-row 0: Korea\t1',
    ]);
  });

  it('keeps footnotes as notes and leaves pictures and comments out', async () => {
    const markup = 'Claim.[^1] ![alt](x.png)\n\n<!-- INFO END -->\n\n[^1]: Source.\n';
    expect(await read(markup)).toEqual(['paragraph 0: Claim.[1] ', 'note 0: Source.']);
  });

  it('treats HTML in it like HTML', async () => {
    const markup =
      '<script>alert(1)</script>\n\n<div>Shown <b>words</b><template>no</template></div>\n\nline<br>break <i onclick="x()">in</i>';
    expect(await read(markup)).toEqual(['paragraph 0: Shown words', 'paragraph 0: line\nbreak in']);
  });

  it('keeps the head of the file and reads what it says', async () => {
    const source = await parse(
      'a.md',
      '---\ntitle: "Act of 2021"\nauthor: Ministry\ndate: 2021-04-20\nurl: https://example.org/a\n---\n\nText of the act.\n',
    );
    expect(source).toMatchObject({
      title: 'Act of 2021',
      author: 'Ministry',
      date: '2021-04-20',
      url: 'https://example.org/a',
    });
    expect(outline(source)).toEqual([
      'preformatted 0: title: "Act of 2021"\nauthor: Ministry\ndate: 2021-04-20\nurl: https://example.org/a',
      'paragraph 0: Text of the act.',
    ]);
  });

  it('does not take a rule for such a head', async () => {
    expect(await read('---\n\nWords\n\n---\n')).toEqual(['paragraph 0: Words']);
  });

  it('is titled by the heading it begins with', async () => {
    expect((await parse('file.md', 'Date\n\n## The Act\n\nText')).title).toBe('The Act');
    expect((await parse('file.md', `${'Text '.repeat(200)}\n\n## Annex`)).title).toBe('file');
  });
});
