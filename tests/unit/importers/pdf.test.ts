import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import { noResources } from '../../../src-renderer/importers/pdf/resources';
import { makeEncryptedPdf } from '../../fixtures/import/encrypted-pdf';
import { column, makePdf, type PdfLine } from '../../fixtures/import/pdf';
import { failureOf, outline, parse, texts, warningKeys } from './parse';

const read = async (...pages: PdfLine[][]) => outline(await parse('a.pdf', makePdf({ pages })));
const prose =
  'The government increased its efforts to protect the victims of trafficking and to punish those who exploit them at the border.';

describe('the lines of a PDF', () => {
  it('are joined to paragraphs, parted by gaps', async () => {
    const first = column(prose, { y: 760, width: 220 });
    const second = column(prose, { y: 660, width: 220 });
    expect(await read([...first, ...second])).toEqual([`paragraph 0: ${prose}`, `paragraph 0: ${prose}`]);
  });

  it('are parted where a line ends before its column does', async () => {
    const lines = [
      ...column(`${prose} Short end.`, { width: 270 }),
      ...column(prose, { width: 270, y: 713.8 }),
    ];
    expect(await read(lines)).toEqual([`paragraph 0: ${prose} Short end.`, `paragraph 0: ${prose}`]);
  });

  it('are parted by an indent', async () => {
    // All lines are full, so that only the indent shows where the second paragraph begins.
    const text = 'Governments protect the victims of trafficking';
    const lines = [0, 1, 2, 3].map((i): PdfLine => ({ text, x: 60, y: 760 - 15 * i }));
    expect(await read(lines)).toHaveLength(1);
    expect(await read(lines.map((line, i) => (i === 2 ? { ...line, x: 75 } : line)))).toHaveLength(2);
  });

  it('meet without a space in Japanese and Chinese, with one in Korean', async () => {
    const japanese = '人身取引は重大な人権侵害であり政府は被害者の保護を進めている';
    expect(await read(column(japanese, { width: 140, font: 'cjk' }))).toEqual([`paragraph 0: ${japanese}`]);
    const korean = ['정부는 피해자를', '보호하여야 한다'].map((text, i): PdfLine => ({
      text,
      x: 60,
      y: 700 - 15 * i,
      font: 'cjk',
    }));
    expect(await read(korean)).toEqual(['paragraph 0: 정부는 피해자를 보호하여야 한다']);
  });

  it('make divided words whole', async () => {
    const at = (text: string, i: number): PdfLine => ({ text, x: 60, y: 760 - 15 * i });
    const lines = ['The convention against traf-', 'ficking and the FAA-', 'approved form con-', 'tract'];
    // The third is short, but what divides a word ends no paragraph.
    expect(await read(lines.map(at))).toEqual([
      'paragraph 0: The convention against trafficking and the FAA-approved form contract',
    ]);
  });

  it('go on in the next column and on the next page', async () => {
    const lines = column(prose, { width: 160 });
    const at = (some: PdfLine[], x: number) =>
      some.map((line, i): PdfLine => ({ ...line, x, y: 760 - 15 * i }));
    const [left, right, next] = [
      at(lines.slice(0, 2), 60),
      at(lines.slice(2, 4), 320),
      at(lines.slice(4), 60),
    ];
    const source = await parse('a.pdf', makePdf({ pages: [[...left, ...right], next] }));
    expect(texts(source)).toEqual([prose]);
    expect(source.blocks[0]?.page).toBe(1);
  });
});

describe('a hyphen at the end of a line', () => {
  const at = (text: string, i: number): PdfLine => ({ text, x: 60, y: 760 - 15 * i });
  const lines = (...some: string[]) => read(some.map(at));

  it('goes where it divides a word', async () => {
    expect(await lines('The trafficking of persons and the traf-', 'ficking of organs')).toEqual([
      'paragraph 0: The trafficking of persons and the trafficking of organs',
    ]);
  });

  it('stays where the document has the word with it, or both halves as words', async () => {
    expect(await lines('An anti-trafficking law is a law that is anti-', 'trafficking by name')).toEqual([
      'paragraph 0: An anti-trafficking law is a law that is anti-trafficking by name',
    ]);
    expect(
      await lines('The victim was led by a survivor; it is survivor-', 'led and the victims agree'),
    ).toEqual(['paragraph 0: The victim was led by a survivor; it is survivor-led and the victims agree']);
  });
});

describe('blocks of a PDF', () => {
  const body = column(prose, { y: 700 });

  it('are headings where their type is larger, by size', async () => {
    const large: PdfLine = { text: 'Action Plan', x: 60, y: 790, size: 24 };
    const medium: PdfLine = { text: 'Prevention', x: 60, y: 740, size: 16 };
    const source = await parse('file.pdf', makePdf({ pages: [[large, medium, ...body]] }));
    expect(outline(source)).toEqual([
      'heading 1: Action Plan',
      'heading 2: Prevention',
      `paragraph 0: ${prose}`,
    ]);
    expect(source.title).toBe('Action Plan');
  });

  it('are rows where lines have gaps like a table', async () => {
    const row = (cells: string[], y: number) =>
      cells.map((text, i): PdfLine => ({ text, x: 60 + 150 * i, y }));
    expect(
      await read([
        ...row(['Country', 'Tier'], 700),
        ...row(['Japan', '2'], 685),
        ...row(['Korea', '1'], 670),
      ]),
    ).toEqual(['table-row 0: Country\tTier', 'table-row 0: Japan\t2', 'table-row 0: Korea\t1']);
  });

  it('are notes where small type ends a page, although it was drawn first', async () => {
    const note: PdfLine = { text: '1 See the report of 2020.', x: 60, y: 80, size: 8 };
    expect(await read([note, ...body])).toEqual([
      `paragraph 0: ${prose}`,
      'note 0: 1 See the report of 2020.',
    ]);
  });

  it('are items where they begin with a list sign, whatever font it is from', async () => {
    const item = (text: string, y: number): PdfLine => ({ text, x: 60, y, font: 'cjk' });
    expect(await read([item('•police', 700), item('\uF0B7border', 685)])).toEqual([
      'list-item 1: •police',
      'list-item 1: •border',
    ]);
  });

  it('know their page', async () => {
    const source = await parse(
      'a.pdf',
      makePdf({ pages: [[{ text: 'One page.', x: 60, y: 700 }], [{ text: 'Two pages.', x: 60, y: 700 }]] }),
    );
    expect(source.blocks.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('what was put on the pages beside their text', () => {
  const topics = ['Prevention', 'Protection', 'Prosecution', 'Partnership'];
  const pageOf = (topic: string, i: number): PdfLine[] => [
    { text: 'Federal Gazette, volume 85', x: 200, y: 810, size: 9 },
    ...column(`${topic}: ${prose.toLowerCase()}`, { y: 700, width: 350 }),
    { text: `${topic} ends.`, x: 60, y: 640 },
    { text: String(47698 + i), x: 290, y: 30, size: 9 },
    { text: 'printed on recycled paper', x: 20, y: 300, size: 6, turned: true },
  ];

  it('stands apart where it stood: heads, numbers, notes in the margin', async () => {
    const source = await parse('a.pdf', makePdf({ pages: topics.map(pageOf) }));
    expect(outline(source)).toEqual(
      topics.flatMap((topic, i) => [
        'furniture 0: Federal Gazette, volume 85',
        `paragraph 0: ${topic}: ${prose.toLowerCase()}`,
        `paragraph 0: ${topic} ends.`,
        `furniture 0: ${47698 + i}`,
        'furniture 0: printed on recycled paper',
      ]),
    );
    expect(source.warnings).toEqual([{ key: 'running-heads-set-apart', params: { count: 12 } }]);
  });

  it('does not cut a sentence that goes on over the page', async () => {
    const [first, second] = [
      column(prose, { width: 200 }).slice(0, 3),
      column(prose, { width: 200 }).slice(3),
    ];
    const pages = [first, second, column('The end.')].map((lines, i): PdfLine[] => [
      ...lines,
      { text: `- ${i + 1} -`, x: 290, y: 30, size: 9 },
    ]);
    expect(await read(...pages)).toEqual([
      `paragraph 0: ${prose}`,
      'furniture 0: - 1 -',
      'furniture 0: - 2 -',
      'paragraph 0: The end.',
      'furniture 0: - 3 -',
    ]);
  });

  it('is told by the pages of a chapter, and by Roman and East Asian numbers', async () => {
    const number = ['i', 'ii', 'iii', '四', '五', '六', '7', '8', '9', '10'];
    const pages = number.map((text, i): PdfLine[] => [
      ...(i < 3 ? [{ text: 'Part one', x: 200, y: 810, size: 9 } as const] : []),
      ...column(`Page of ${String.fromCharCode(65 + i).repeat(3)}.`),
      ...column(`The next of ${String.fromCharCode(65 + i).repeat(3)}.`, { y: 500 }),
      { text, x: 290, y: 30, size: 9, font: 'cjk' },
    ]);
    const source = await parse('a.pdf', makePdf({ pages }));
    const furniture = outline(source).filter((block) => block.startsWith('furniture'));
    expect(furniture.map((block) => block.slice('furniture 0: '.length))).toEqual(
      number.flatMap((text, i) => (i < 3 ? ['Part one', text] : [text])),
    );
  });

  it('is a column of line numbers as well', async () => {
    const lines = column(prose, { x: 100, width: 120 });
    const numbers = lines.map((line, i): PdfLine => ({ ...line, text: String(i + 1), x: 60 }));
    expect(await read([...numbers, ...lines])).toEqual([
      `furniture 0: ${numbers.map(({ text }) => text).join(' ')}`,
      `paragraph 0: ${prose}`,
    ]);
  });

  it('stays text where it stands on two pages only, or at another place on each', async () => {
    const two = [1, 2].map((page): PdfLine[] => [{ text: `Page ${page}`, x: 60, y: 700 }]);
    expect(await read(...two)).toEqual(['paragraph 0: Page 1', 'paragraph 0: Page 2']);
    const heading = [700, 640, 580, 520].map((y): PdfLine[] => [{ text: 'Findings', x: 60, y }]);
    expect(await read(...heading)).toEqual(Array(4).fill('paragraph 0: Findings'));
  });
});

describe('the order of a PDF', () => {
  const long = ['The government', 'Parliament', 'The court', 'The police', 'The ministry', 'The embassy']
    .map((who) => prose.replace('The government', who))
    .join(' ');

  it('is down each column, although the page draws them side by side', async () => {
    const lines = column(long, { width: 150, y: 700 });
    const half = Math.ceil(lines.length / 3);
    const columns = [0, 1, 2].map((i) =>
      lines
        .slice(i * half, (i + 1) * half)
        .map((line, n): PdfLine => ({ ...line, x: 60 + 165 * i, y: 700 - 15 * n })),
    );
    const sideBySide = Array.from({ length: half }, (_, n) =>
      columns.flatMap((some) => some[n] ?? []),
    ).flat();
    const heading: PdfLine = {
      text: 'A heading that runs across all of the columns',
      x: 60,
      y: 760,
      size: 20,
    };
    expect(await read([heading, ...sideBySide])).toEqual([
      `heading 1: ${heading.text}`,
      `paragraph 0: ${long}`,
    ]);
  });

  it('is that of the text on a page that is turned', async () => {
    const lines = column(prose, { width: 200 }).map((line): PdfLine => ({
      ...line,
      x: 842 - line.y,
      y: line.x,
      turned: true,
    }));
    expect(await read(lines)).toEqual([`paragraph 0: ${prose}`]);
  });
});

describe('characters of a PDF', () => {
  const show = (text: string, font: PdfLine['font'] = 'cjk') =>
    makePdf({ pages: [[{ text, x: 60, y: 700, font }]] });

  it('are whole characters, not the radicals that fonts give for them', async () => {
    expect((await parse('a.pdf', show('⼈⾝取引⺠主⾧⻑⻘年'))).text).toBe('人身取引民主長長青年');
  });

  it('are the letters that make up a ligature', async () => {
    expect((await parse('a.pdf', show('traﬃcking oﬀences, ﬁrst, ﬁve, ﻣﺮﺣﺒﺎ'))).text).toMatch(
      /^trafficking offences, first, five, /,
    );
  });

  it('are found through a map that the file only names', async () => {
    expect((await parse('a.pdf', show('人身取引', 'named'))).text).toBe('人身取引');
  });

  it('are missing with a reason where that map is not at hand', async () => {
    const both = makePdf({
      pages: [
        [
          { text: 'Words', x: 60, y: 760 },
          { text: '人身取引', x: 60, y: 700, font: 'named' },
        ],
      ],
    });
    const source = await parse('a.pdf', both, noResources);
    expect(source.text).toContain('Words');
    expect(warningKeys(source)).toContain('missing-character-map');
  });

  it('are counted where no one can know what they are', async () => {
    const source = await parse('a.pdf', show('abc\uE123\uE124'));
    expect(source.warnings).toContainEqual({ key: 'unmapped-characters', params: { count: 2 } });
  });

  it('are read downwards and to the left in vertical writing', async () => {
    const lines = ['人身取引は重大な', '人権侵害である'].map((text, i): PdfLine => ({
      text,
      x: 500 - 18 * i,
      y: 780,
      font: 'vertical',
    }));
    expect((await parse('a.pdf', makePdf({ pages: [lines] }))).text).toBe('人身取引は重大な人権侵害である');
  });

  it('drawn twice to look heavy are read once', async () => {
    const line: PdfLine = { text: '行动计划', x: 60, y: 700, font: 'cjk' };
    expect((await parse('a.pdf', makePdf({ pages: [[line, { ...line, x: 60.3 }]] }))).text).toBe('行动计划');
    const next: PdfLine = { text: '人身取引', x: 60, y: 685, font: 'cjk' };
    const twice = [line, next].flatMap((some) => [some, { ...some, x: some.x + 0.3 }]);
    expect((await parse('a.pdf', makePdf({ pages: [[line, next, ...twice]] }))).text).toBe(
      '行动计划人身取引',
    );
  });
});

describe('a PDF', () => {
  it('has the properties it was given', async () => {
    const info = {
      Title: 'Microsoft Word - 行動計画',
      Author: '内閣府',
      CreationDate: "D:20091222103000+09'00'",
    };
    const source = await parse('a.pdf', makePdf({ pages: [column(prose)], info }));
    expect(source).toMatchObject({
      title: '行動計画',
      author: '内閣府',
      date: '2009-12-22',
      language: 'en',
      encoding: '',
    });
  });

  it('whose pages are partly pictures says which', async () => {
    const source = await parse(
      'a.pdf',
      makePdf({ pages: [[], column(prose), [], [], []], pictures: [1, 3, 4] }),
    );
    expect(source.warnings).toEqual([{ key: 'pages-without-text', params: { count: 3, pages: '1, 3–4' } }]);
  });

  it('whose pages are pictures under a common head and foot says so too', async () => {
    const stamp: PdfLine = { text: 'Downloaded from the archive', x: 60, y: 20, size: 8 };
    const bytes = makePdf({ pages: [[stamp], [stamp], [stamp]], pictures: [1, 2, 3] });
    const result = await parseDocument({ name: 'a.pdf', bytes });
    expect(result).toMatchObject({ ok: true, value: { pagesWithoutText: [1, 2, 3] } });
  });

  it('gives the remarks written on it, with the words or the line they are about', async () => {
    const page = column('The victims were returned to the border.', { y: 700 });
    const common = { page: 1, author: 'Reviewer', date: "D:20200102030405Z'" } as const;
    const source = await parse(
      'a.pdf',
      makePdf({
        pages: [[{ text: 'Report', x: 60, y: 760 }, ...page]],
        remarks: [
          { ...common, kind: 'Highlight', text: 'By whom?', box: [86, 697, 116, 710] },
          { ...common, kind: 'Text', text: 'Which report?', box: [300, 755, 320, 775] },
          { ...common, kind: 'Text', text: ' ', box: [300, 755, 320, 775] },
        ],
      }),
    );
    expect(
      source.comments.map(({ start, end, ...rest }) => ({
        ...rest,
        on: source.text.slice(start, end),
        start,
      })),
    ).toEqual([
      {
        author: 'Reviewer',
        date: '2020-01-02',
        text: 'By whom?',
        on: 'victims',
        start: 'Report\n\nThe '.length,
      },
      { author: 'Reviewer', date: '2020-01-02', text: 'Which report?', on: '', start: 0 },
    ]);
  });

  it('opens with its password only', async () => {
    const bytes = makeEncryptedPdf('The plan is secret.', 'Rückkehr');
    const outcome = async (password?: string) => {
      const result = await parseDocument(
        { name: 'a.pdf', bytes },
        password === undefined ? {} : { password },
      );
      return result.ok ? result.value.sources[0]?.text : result.error.kind;
    };
    expect(await outcome()).toBe('password');
    expect(await outcome('rückkehr')).toBe('wrong-password');
    expect(await outcome('Rückkehr')).toBe('The plan is secret.');
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = makePdf({ pages: [column(prose)] });
    const copy = bytes.slice();
    expect(await failureOf('a.pdf', bytes)).toBe('read');
    expect(bytes).toEqual(copy);
  });
});
