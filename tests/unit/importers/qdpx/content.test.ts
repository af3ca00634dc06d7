import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guidOf, projectFile } from '../../../fixtures/refi/dialects';
import { counts, readOk, segmentsOf } from './read-with';

const text = 'One two three.\nFour five six.';
const wrap = (name: string, inner: string) => (inner === '' ? '' : `<${name}>${inner}</${name}>`);
const ref = (name: string, guid: string) => `<${name} targetGUID="${guid}"/>`;

interface Parts {
  readonly users?: string;
  readonly codes?: string;
  readonly variables?: string;
  readonly cases?: string;
  readonly sources?: string;
  readonly notes?: string;
  readonly rest?: string;
  readonly origin?: string;
  readonly members?: Record<string, string | Uint8Array>;
}

const user = `<User guid="${guidOf(1)}" name="Ana Kim"/>`;
const code = (n: number, name: string, inner = '', codable = true) =>
  `<Code guid="${guidOf(2, n)}" name="${name}" isCodable="${codable}">${inner}</Code>`;
const coding = (n: number, codeGuid: string, by = guidOf(1), inner = '') =>
  `<Coding guid="${guidOf(6, n)}" creatingUser="${by}">${ref('CodeRef', codeGuid)}${inner}</Coding>`;
const selection = (n: number, start: number, end: number, inner: string, name = '') =>
  `<PlainTextSelection guid="${guidOf(5, n)}" name="${name}" startPosition="${start}" endPosition="${end}">${inner}</PlainTextSelection>`;
const source = (n: number, inner: string, name = 'Law') =>
  `<TextSource guid="${guidOf(3, n)}" name="${name}" creationDateTime="2020-01-01T00:00:00Z" plainTextPath="internal://t.txt">${inner}</TextSource>`;

const file = ({ users = user, codes = code(0, 'c'), variables = '', cases = '', ...parts }: Parts) =>
  projectFile(
    `<Project name="p" origin="${parts.origin ?? 'x'}">${wrap('Users', users)}<CodeBook><Codes>${codes}</Codes></CodeBook>` +
      wrap('Variables', variables) +
      wrap('Cases', cases) +
      wrap('Sources', parts.sources ?? '') +
      wrap('Notes', parts.notes ?? '') +
      `${parts.rest ?? ''}</Project>`,
    { 'sources/t.txt': text, ...parts.members },
  );

describe('segments', () => {
  test('are one for each passage and coder, whatever number of selections there is', async () => {
    const users = `${user}<User guid="${guidOf(1, 2)}" name="Ben"/>`;
    const sources = source(
      0,
      selection(0, 0, 3, coding(0, guidOf(2, 0)) + coding(1, guidOf(2, 1), guidOf(1, 2))) +
        selection(1, 0, 3, coding(2, guidOf(2, 1))),
    );
    const read = await readOk(file({ users, codes: code(0, 'c') + code(1, 'd'), sources }));
    expect(segmentsOf(read)).toEqual([
      { quote: 'One', codes: ['c', 'd'], coder: 'Ana Kim' },
      { quote: 'One', codes: ['d'], coder: 'Ben' },
    ]);
    expect(counts(read.report.repairs)).toMatchObject({ 'repair.segments-joined': 1 });
  });

  test('are made of selections without a code, with what was said about them', async () => {
    const sources = source(
      0,
      selection(0, 0, 3, '<Description>Remember this</Description>') + selection(1, 4, 7, '', 'My remark'),
    );
    const { content } = await readOk(file({ sources }));
    const [first, second] = [...content.state.segments.values()];
    expect(content.state.codes.get(first?.tags[0] ?? '')?.labels.en).toBe('Annotation (no code)');
    expect(content.state.memos.get(first?.memoId ?? '')).toMatchObject({ plainText: 'Remember this' });
    expect(content.state.memos.get(second?.memoId ?? '')).toMatchObject({ plainText: 'My remark' });
  });

  test('are made of codings of a whole source', async () => {
    const read = await readOk(file({ sources: source(0, coding(0, guidOf(2, 0))) }));
    expect(segmentsOf(read)).toEqual([{ quote: text, codes: ['c'], coder: 'Ana Kim' }]);
  });

  test('are widened where a position cuts a character in two', async () => {
    const members = { 'sources/t.txt': 'cafe\u0301 x' };
    const read = await readOk(
      file({ sources: source(0, selection(0, 0, 4, coding(0, guidOf(2, 0)), 'cafe')), members }),
    );
    expect(segmentsOf(read)[0]?.quote).toBe('cafe\u0301');
    expect(counts(read.report.repairs)).toMatchObject({ 'repair.segments-widened': 1 });
  });
});

describe('codes', () => {
  test('stand in a family for each folder at the top, the rest in one', async () => {
    const codes =
      code(0, 'Nodes', code(1, 'a', code(2, 'other')) + code(3, 'b', code(4, 'other')), false) +
      code(5, 'free') +
      `<Code guid="${guidOf(2, 6)}" name="tinted" isCodable="1" color="rgba(1,2,3,0.5)"/>`;
    const { content, report } = await readOk(file({ codes }));
    const familyOf = (n: number) =>
      content.state.families.get(content.state.codes.get(guidOf(2, n))?.familyId ?? '')?.labels.en;
    expect([0, 1, 2, 4, 5, 6].map(familyOf)).toEqual([
      ...Array.from({ length: 4 }, () => 'Nodes'),
      'Imported codebook',
      'Imported codebook',
    ]);
    expect(content.state.codes.get(guidOf(2, 4))).toMatchObject({ parentId: guidOf(2, 3), codable: true });
    expect(content.state.codes.get(guidOf(2, 0))).toMatchObject({ parentId: null, codable: false });
    expect(content.state.codes.get(guidOf(2, 6))?.color).toBe('#010203');
    expect(counts(report.repairs)).toEqual({ 'repair.colors': 1 });
  });

  test('that are cases, or folders, can be coded to as the program did', async () => {
    const codes = code(0, 'folder', code(1, 'c'), false);
    const cases = `<Case guid="${guidOf(7)}" name="Anna">${ref('SourceRef', guidOf(3))}</Case>`;
    const sources = source(0, selection(0, 0, 3, coding(0, guidOf(2, 0)) + coding(1, guidOf(7))));
    const read = await readOk(file({ codes, cases, sources }));
    expect(segmentsOf(read)[0]?.codes).toEqual(['folder', 'Anna']);
    expect(read.content.state.codes.get(guidOf(2, 0))?.codable).toBe(true);
    const [row] = read.content.state.sources.values();
    const [variable] = read.content.state.variables.values();
    expect(variable?.name).toBe('Case');
    expect(row?.variables).toEqual({ [variable?.id ?? '']: 'Anna' });
  });
});

describe('memos', () => {
  test('are made of notes wherever they are bound, by reference or by link', async () => {
    const note = (n: number, name: string) =>
      `<Note guid="${guidOf(8, n)}" name="${name}" creatingUser="${guidOf(1)}"><PlainTextContent>Words ${n}</PlainTextContent></Note>`;
    const read = await readOk(
      file({
        codes: code(0, 'c', ref('NoteRef', guidOf(8, 0))),
        sources: source(
          0,
          selection(0, 0, 3, coding(0, guidOf(2, 0), guidOf(1), ref('NoteRef', guidOf(8, 1)))) +
            ref('NoteRef', guidOf(8, 2)),
        ),
        notes: [0, 1, 2, 3, 4].map((n) => note(n, `Note ${n}`)).join(''),
        rest: `<Links><Link guid="${guidOf(9)}" originGUID="${guidOf(8, 3)}" targetGUID="${guidOf(5)}"/></Links>`,
      }),
    );
    const { memos, segments, carried } = read.content.state;
    const said = [...memos.values()].map(({ target, plainText }) => [target?.table ?? 'project', plainText]);
    expect(said.sort()).toEqual([
      ['codes', 'Words 0'],
      ['project', 'Words 4'],
      ['segments', 'Words 1\n\nNote 3\nWords 3'],
      ['sources', 'Words 2'],
    ]);
    expect(memos.has([...segments.values()][0]?.memoId ?? '')).toBe(true);
    expect(carried.size).toBe(0);
  });
});

describe('cases and variables', () => {
  const variables = `<Variable guid="${guidOf(4, 0)}" name="Gender" typeOfVariable="Text"/><Variable guid="${guidOf(4, 1)}" name="Year signed" typeOfVariable="Integer"/><Variable guid="${guidOf(4, 2)}" name="Date" typeOfVariable="DateTime"/><Variable guid="${guidOf(4, 3)}" name="Seen" typeOfVariable="Boolean"/>`;
  const value = (n: number, type: string, held: string) =>
    `<VariableValue>${ref('VariableRef', guidOf(4, n))}<${type}Value>${held}</${type}Value></VariableValue>`;

  test('of a country become its facts, and its sources are of the country', async () => {
    const cases = `<Case guid="${guidOf(7)}" name="Japan"><Description>Late.</Description>${value(1, 'Integer', '2002')}${ref('SourceRef', guidOf(3))}</Case>`;
    const { content } = await readOk(file({ variables, cases, sources: source(0, '') }));
    expect([...content.state.cases.values()]).toMatchObject([
      {
        id: guidOf(7),
        country: 'JP',
        name: 'Japan',
        note: 'Late.',
        facts: [{ label: 'Year signed', value: '2002' }],
      },
    ]);
    expect(content.state.sources.get(guidOf(3))?.country).toBe('JP');
    expect([...content.state.variables.values()].map(({ name }) => name)).toEqual(['Gender', 'Seen']);
  });

  test('stand at sources, whether the file has them there or in a case without a name', async () => {
    const cases = `<Case guid="${guidOf(7)}">${value(0, 'Text', 'female')}${ref('SourceRef', guidOf(3))}</Case>`;
    const sources = source(0, value(3, 'Boolean', '1') + value(2, 'DateTime', '2009-12-22T00:00:00'));
    const { content, report } = await readOk(file({ variables, cases, sources }));
    const row = content.state.sources.get(guidOf(3));
    expect(row?.variables).toEqual({ [guidOf(4, 0)]: 'female', [guidOf(4, 3)]: true });
    expect(row?.date).toBe('2009-12-22');
    expect(report.losses).toEqual([]);
  });
});

describe('what is not shown', () => {
  test('is kept, listed and comes with its files', async () => {
    const sources =
      `<PictureSource guid="${guidOf(3, 1)}" name="Poster" path="internal://p.png"><PictureSelection guid="${guidOf(5, 9)}" firstX="0" firstY="0" secondX="1" secondY="1">${coding(9, guidOf(2))}</PictureSelection></PictureSource>` +
      `<AudioSource guid="${guidOf(3, 2)}" name="Talk" path="relative:///talk.mp3"><Transcript guid="${guidOf(3, 3)}" plainTextPath="internal://t.txt"/></AudioSource>`;
    const rest =
      `<Sets><Set guid="${guidOf(9, 1)}" name="gender: male">${ref('MemberSource', guidOf(3, 1))}</Set></Sets>` +
      `<Graphs><Graph guid="${guidOf(9, 2)}" name="Map"/></Graphs>`;
    const { content, report } = await readOk(
      file({ sources, rest, members: { 'sources/p.png': strToU8('png') } }),
    );
    expect(
      [...content.state.carried.values()].map(({ kind, name, codings, fileName }) => [
        kind,
        name,
        codings,
        fileName,
      ]),
    ).toEqual([
      ['picture', 'Poster', 1, 'Poster.png'],
      ['audio', 'Talk', 0, ''],
      ['set', 'gender: male', 0, ''],
      ['graph', 'Map', 0, ''],
    ]);
    expect(content.files.get(guidOf(3, 1))?.bytes).toEqual(strToU8('png'));
    expect(content.files.get(guidOf(3, 3))).toMatchObject({ name: 't.txt', bytes: strToU8(text) });
    expect(content.state.carried.get(guidOf(3, 2))?.element.children[0]?.attributes).toMatchObject({
      plainTextPath: 'internal://t.txt',
    });
    expect(counts(report.losses)).toEqual({ 'loss.files-missing': 1 });
  });

  test('of a PDF are its areas; its text and file are shown', async () => {
    const sources =
      `<PDFSource guid="${guidOf(3, 1)}" name="Law" path="internal://l.pdf">` +
      `<PDFSelection guid="${guidOf(5, 0)}" page="0" firstX="1" firstY="2" secondX="3" secondY="4">${coding(0, guidOf(2))}</PDFSelection>` +
      `<Representation guid="${guidOf(3, 1)}" plainTextPath="internal://t.txt">${selection(0, 0, 3, coding(1, guidOf(2)), 'One')}</Representation></PDFSource>`;
    const read = await readOk(file({ sources, members: { 'sources/l.pdf': strToU8('%PDF') } }));
    const { state, files } = read.content;
    expect(segmentsOf(read)).toMatchObject([{ quote: 'One' }]);
    expect(state.sources.get(guidOf(3, 1))).toMatchObject({
      format: 'pdf',
      fileName: 'Law.pdf',
      length: text.length,
    });
    expect(files.get(guidOf(3, 1))?.bytes).toEqual(strToU8('%PDF'));
    expect([...state.carried.values()]).toMatchObject([
      { kind: 'pdf-area', sourceId: guidOf(3, 1), codings: 0 },
    ]);
  });

  test('a PDF without a text in the project is read by whoever can', async () => {
    const sources = `<PDFSource guid="${guidOf(3, 1)}" name="Law.pdf" path="internal://l.pdf">${coding(0, guidOf(2))}</PDFSource>`;
    const bytes = file({ sources, members: { 'sources/l.pdf': strToU8('%PDF') } });
    const pdfText = () =>
      Promise.resolve({
        text: 'Read.',
        blocks: [{ start: 0, end: 5, kind: 'paragraph', level: 0 } as const],
      });
    expect(segmentsOf(await readOk(bytes, { pdfText }))).toMatchObject([{ quote: 'Read.' }]);
    expect(counts((await readOk(bytes)).report.losses)).toMatchObject({ 'loss.texts-missing': 1 });
  });
});

test('texts in another encoding than the standard has are read', async () => {
  const latin = Uint8Array.from(
    'Caf\xe9 und M\xfcller, gr\xfc\xdfe an alle. Das ist der Text.\r\nZweite',
    (c) => c.charCodeAt(0),
  );
  const sources = source(0, selection(0, 0, 4, coding(0, guidOf(2)), 'Café'));
  const read = await readOk(file({ sources, members: { 'sources/t.txt': latin } }));
  expect(segmentsOf(read)).toMatchObject([{ quote: 'Café' }]);
  expect([...read.content.texts.values()][0]?.text).toContain('Text.\nZweite');
});

test('progress is told for each file', async () => {
  const seen: number[] = [];
  const sources = source(0, '') + source(1, '', 'Plan');
  await readOk(file({ sources }), { onProgress: (done, total) => seen.push(done / total) });
  expect(seen).toEqual([0.5, 1]);
});
