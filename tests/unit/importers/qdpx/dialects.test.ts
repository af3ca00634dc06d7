import { describe, expect, test } from 'vitest';
import { dialectFile, dialects, guidOf, type DialectText } from '../../../fixtures/refi/dialects';
import { readOk, segmentsOf } from './read-with';

const texts: readonly DialectText[] = [
  {
    name: 'Plan 👩‍👩‍👧 2009.txt',
    text:
      'Trafficking 😀 is a crime.\nOrganized groups profit 𠮷野 from it.\n\n' +
      'Borders: e\u0301tat and café.\nVictims need protection,\nnot prison.\n人身取引は犯罪である。国境を守る。\nLast line',
    marked: [
      { quote: 'Trafficking 😀 is a crime.', codes: ['crime'] },
      { quote: 'Organized groups profit 𠮷野 from it.', codes: ['crime', 'actor'] },
      { quote: 'e\u0301tat', codes: ['actor'] },
      { quote: 'Victims need protection,\nnot prison.', codes: ['rights'] },
      { quote: 'need protection', codes: ['rights', 'actor'] },
      { quote: '国境を守る。', codes: ['border'] },
      { quote: 'Last line', codes: ['border'] },
    ],
  },
  {
    name: 'Press release',
    text: 'One line only.\nAnother one, plain.\nThe end of it',
    marked: [
      { quote: 'Another one', codes: ['rights'] },
      { quote: 'The end of it', codes: ['border'] },
    ],
  },
];

describe.each(Object.entries(dialects))('a project as of %s', (_, dialect) => {
  const file = dialectFile(dialect, texts, ['crime', 'actor', 'rights', 'border']);

  test('comes with every coding on exactly its words', async () => {
    const read = await readOk(file);
    const coder = dialect.users === false ? 'Unknown coder' : 'Ana Kim';
    const byStart = (text: DialectText) =>
      [...text.marked].sort((a, b) => text.text.indexOf(a.quote) - text.text.indexOf(b.quote));
    const expected = texts.flatMap((text) =>
      byStart(text).map(({ quote, codes }) => ({ quote, codes, coder })),
    );
    expect(segmentsOf(read)).toEqual(expected);
    expect(read.report.losses).toEqual([]);
    for (const verdict of read.verdicts)
      expect([verdict.document, verdict.weak]).toEqual([verdict.document, false]);
  });

  test('keeps its texts, its names and its identity', async () => {
    const { content, origin } = await readOk(file);
    expect(origin).toBe(dialect.origin);
    expect([...content.texts.values()].map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
    expect([...content.state.sources.keys()]).toEqual([guidOf(3, 0), guidOf(3, 1)]);
    expect([...content.state.codes.values()].map(({ labels, color }) => [labels.en, color])).toEqual(
      ['crime', 'actor', 'rights', 'border'].map((name) => [name, '#3366CC']),
    );
    const [row] = content.state.sources.values();
    expect(row).toMatchObject({ title: texts[0]?.name, fileName: texts[0]?.name, format: 'txt' });
    expect(content.files.size).toBe(2);
  });
});

describe('positions', () => {
  const nvivo = dialects['NVivo'];
  const file = dialectFile(nvivo!, texts, ['crime', 'actor', 'rights', 'border']);

  test('come with the evidence and with samples of each way to read them', async () => {
    const { verdicts } = await readOk(file);
    expect(verdicts[0]).toMatchObject({ evidence: 'boundaries', weak: false, selections: 9 });
    expect(verdicts[0]?.candidates[0]?.convention).toEqual(nvivo!.convention);
    expect(verdicts[0]?.candidates[0]?.samples).toHaveLength(5);
    const [best, second] =
      verdicts[0]?.candidates.map(({ samples }) => samples.map(({ quote }) => quote)) ?? [];
    expect(second).not.toEqual(best);
  });

  test('are read as a person says', async () => {
    const chosen = { unit: 'code-point', crlf: 1, bom: false, end: 'exclusive' } as const;
    const read = await readOk(file, { overrides: new Map([[guidOf(3, 1), chosen]]) });
    expect(read.verdicts[1]).toMatchObject({ evidence: 'chosen', weak: false, convention: chosen });
    expect(segmentsOf(read).at(-1)?.quote).not.toBe('The end of it');
  });

  test('of a document that says little follow the documents that say much', async () => {
    const little = {
      name: 'Little',
      text: 'abc\ndef\n\n人人人人人人人人',
      marked: [{ quote: '人人', codes: ['crime'] }],
    };
    const read = await readOk(
      dialectFile(nvivo!, [...texts, little], ['crime', 'actor', 'rights', 'border']),
    );
    expect(read.verdicts[2]).toMatchObject({ evidence: 'project', weak: false });
    expect(segmentsOf(read).at(-1)?.quote).toBe('人人');
  });

  test('of which nothing tells how they count are marked for a person to look at', async () => {
    const little = {
      name: 'Little',
      text: '人\n人人人人人人人人',
      marked: [{ quote: '人人', codes: ['crime'] }],
    };
    const read = await readOk(dialectFile({ ...nvivo!, origin: 'Unheard of' }, [little], ['crime']));
    expect(read.verdicts[0]).toMatchObject({ weak: true });
    expect(read.verdicts[0]?.candidates.length).toBeGreaterThan(1);
  });
});
