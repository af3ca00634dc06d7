import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readQdpx } from '../../../../src-renderer/importers/qdpx/read';
import { dialectFile, dialects, guidOf, projectFile } from '../../../fixtures/refi/dialects';
import { counts, readFailure, readOk, segmentsOf, stamp } from './read-with';

const U = 'AAAAAAAA-0000-4000-8000-000000000001';
const text = 'One two three.';
const project = (inner: string, attributes = '') => `<Project name="p" ${attributes}>${inner}</Project>`;
const source = (inner: string) =>
  `<Sources><TextSource guid="${guidOf(3)}" name="Law" plainTextPath="internal://t.txt">${inner}</TextSource></Sources>`;
const selection = (
  start: string | number,
  end: string | number,
  code = guidOf(2),
  name = '',
  by = guidOf(1),
) =>
  `<PlainTextSelection guid="${guidOf(5, Number(start) || 99)}" name="${name}" startPosition="${start}" endPosition="${end}">` +
  `<Coding guid="${guidOf(6, Number(start) || 99)}" creatingUser="${by}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
const users = `<Users><User guid="${guidOf(1)}" name="Ana"/></Users>`;
const codes = `<CodeBook><Codes><Code guid="${guidOf(2)}" name="c" isCodable="true"/></Codes></CodeBook>`;
const file = (inner: string) =>
  projectFile(project(users + codes + source(inner)), { 'sources/t.txt': text });

describe('a file that is no project', () => {
  const good = dialectFile(dialects['standard']!, [{ name: 'a', text, marked: [] }], ['c']);

  test.each([
    ['nothing', new Uint8Array(), 'not-a-zip'],
    ['a PDF renamed', strToU8('%PDF-1.7\n'), 'not-a-zip'],
    ['XML alone', strToU8('<Project/>'), 'not-a-zip'],
    ['a truncated archive', good.subarray(0, good.length - 40), 'truncated'],
    ['a Word document renamed', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'no-project'],
    ['several projects', zipSync({ 'a.qde': strToU8('<a/>'), 'b.qde': strToU8('<b/>') }), 'several-projects'],
    ['a codebook', projectFile('<CodeBook><Codes/></CodeBook>'), 'codebook-only'],
    ['other XML', projectFile('<html/>'), 'not-a-project'],
    ['XML that breaks off', projectFile('<Project name="x"><Users>'), 'malformed'],
    ['entities', projectFile('<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;"/>'), 'entities'],
    ['a member outside', projectFile(project(''), { '../../evil.txt': 'x' }), 'unsafe-name'],
    [
      'a member twice',
      projectFile(project(''), { 'sources/A.txt': 'x', 'Sources/a.TXT': 'y' }),
      'duplicate-name',
    ],
  ])('is refused: %s', async (_, bytes, kind) => {
    expect(await readFailure(bytes)).toMatchObject({ kind });
  });

  test('is refused with line and column of what is wrong in the XML', async () => {
    expect(await readFailure(projectFile('<Project>\n<a></b></Project>'))).toMatchObject({
      line: 2,
      column: 8,
    });
  });

  test('is refused as a bomb', async () => {
    const bytes = projectFile(project(''), { 'sources/x.txt': new Uint8Array(70 * 1024 * 1024) });
    expect(await readFailure(bytes)).toMatchObject({ kind: 'bomb', detail: 'sources/x.txt' });
  });

  test('is given up when it is cancelled, and when the disk fails', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await readFailure(good, { signal: stop.signal })).toMatchObject({ kind: 'cancelled' });
    const broken = { name: 'x', size: 100, read: () => Promise.reject(new Error('I/O error')) };
    expect(await readQdpx(broken, { stamp })).toMatchObject({
      error: { kind: 'unreadable', detail: 'I/O error' },
    });
  });
});

describe('faults inside a project', () => {
  test('positions outside the text are listed with their place, the rest is read', async () => {
    const read = await readOk(
      file(selection(0, 3) + selection(4, 900, guidOf(2), 'far away') + selection('x', 3) + selection(-5, 3)),
    );
    expect(segmentsOf(read)).toEqual([{ quote: 'One', codes: ['c'], coder: 'Ana' }]);
    expect(read.report.losses).toEqual([
      {
        key: 'loss.positions-outside',
        params: { count: 3, source: 'Law', detail: '', passages: 'far away [4, 900] · [?, 3] · [-5, 3]' },
      },
    ]);
  });

  test('reversed positions are put right, empty and blank passages listed', async () => {
    const read = await readOk(file(selection(7, 4) + selection(5, 5) + selection(3, 4)));
    expect(segmentsOf(read).map(({ quote }) => quote)).toEqual(['two']);
    expect(counts(read.report.repairs)).toMatchObject({ 'repair.positions-reversed': 1 });
    expect(counts(read.report.losses)).toEqual({ 'loss.selections-empty': 1, 'loss.selections-blank': 1 });
  });

  test('codings of a code that is not there are listed with code and passage, which stays', async () => {
    const read = await readOk(file(selection(0, 3, U, 'One') + selection(4, 7, U, '')));
    expect(segmentsOf(read)).toMatchObject([
      { quote: 'One', codes: ['Annotation (no code)'] },
      { quote: 'two', codes: ['Annotation (no code)'] },
    ]);
    expect(read.report.losses).toEqual([
      {
        key: 'loss.code-unknown',
        params: { count: 2, source: 'Law', detail: U.toLowerCase(), passages: 'One · two' },
      },
    ]);
  });

  test('files of the archive that the project does not speak of are listed', async () => {
    const all = unzipSync(file(selection(0, 3, guidOf(2), 'One')));
    const read = await readOk(
      zipSync({
        ...all,
        'sources/notes.docx': strToU8('x'),
        'other.qde': strToU8('y'),
        'sources/.root': strToU8(''),
      }),
    );
    expect(read.report.losses).toEqual([
      { key: 'loss.members-unused', params: { count: 2, names: 'other.qde · sources/notes.docx' } },
    ]);
  });

  test('a user who is not there keeps the codings under a name of its own', async () => {
    const read = await readOk(file(selection(0, 3, guidOf(2), 'One', U)));
    expect(segmentsOf(read)).toEqual([{ quote: 'One', codes: ['c'], coder: 'Unknown coder' }]);
    expect([...read.content.state.coders.keys()]).toEqual([guidOf(1), U.toLowerCase()]);
    expect(counts(read.report.repairs)).toMatchObject({ 'repair.coder-unknown': 1 });
  });

  test('GUIDs that repeat or are missing are made, the same each time', async () => {
    const twice =
      selection(0, 3) +
      selection(4, 7)
        .replace(guidOf(5, 4), guidOf(5, 99))
        .replace(/ guid="[^"]*"/, '');
    const bytes = file(twice + selection(0, 3).replace('endPosition="3"', 'endPosition="7"'));
    const [first, second] = [await readOk(bytes), await readOk(bytes)];
    expect(segmentsOf(first).map(({ quote }) => quote)).toEqual(['One', 'One two', 'two']);
    expect([...first.content.state.segments.keys()]).toEqual([...second.content.state.segments.keys()]);
    expect(counts(first.report.repairs)).toMatchObject({
      'repair.guids-missing': 1,
      'repair.guids-repeated': 2,
    });
  });

  test('a text that is not in the archive is listed', async () => {
    const read = await readOk(projectFile(project(users + codes + source(selection(0, 3)))));
    expect(counts(read.report.losses)).toEqual({ 'loss.texts-missing': 1 });
    expect(read.content.state.sources.size).toBe(0);
  });

  test('ten thousand codes in seven levels are read', async () => {
    const deep = (level: number, n: number): string =>
      `<Code guid="${guidOf(level + 10, n)}" name="other" isCodable="1">${level < 7 ? deep(level + 1, n) : ''}</Code>`;
    const many = Array.from({ length: 1429 }, (_, n) => deep(1, n)).join('');
    const read = await readOk(projectFile(project(`<CodeBook><Codes>${many}</Codes></CodeBook>`)));
    expect(read.content.state.codes.size).toBe(10_003);
    expect(read.report).toEqual({ losses: [], repairs: [], onlyParallax: [] });
  });
});
