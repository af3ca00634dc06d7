import { expect, test } from 'vitest';
import type { Block } from '../../../src-renderer/domain/model/source';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import { added, changeSet, exampleContent, exampleSource, newId, openNew } from './examples';

const storage = new IndexedDbStorage();
const utf8 = (text: string) => new TextEncoder().encode(text);

async function stored(projectId: string, table: string, key: string): Promise<{ bytes: unknown }> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`parallax-project-${projectId}`);
    request.onsuccess = () => resolve(request.result);
  });
  const request = database.transaction(table).objectStore(table).get(key);
  await new Promise((resolve) => (request.onsuccess = resolve));
  database.close();
  return request.result as { bytes: unknown };
}

const text = 'Trafficking\n人身取引 👩‍👩‍👧\n인신매매';
const originals: Record<string, { text?: string; bytes: Uint8Array; kept: string }> = {
  'UTF-8 as in the text': { bytes: utf8(text), kept: 'as-text' },
  empty: { text: '', bytes: new Uint8Array(), kept: 'as-text' },
  'with a byte order mark': { bytes: utf8(`\uFEFF${text}`), kept: 'as-text-marked' },
  'with CR LF': { bytes: utf8(text.replaceAll('\n', '\r\n')), kept: 'as-text-crlf' },
  'with a byte order mark and CR LF': {
    bytes: utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
    kept: 'as-text-marked-crlf',
  },
  'with two byte order marks': { bytes: utf8(`\uFEFF\uFEFF${text}`), kept: 'beside-text' },
  'with CR LF here and LF there': { bytes: utf8(text.replace('\n', '\r\n')), kept: 'beside-text' },
  'of nothing but line ends': { text: '\n\n', bytes: utf8('\r\n\r\n'), kept: 'as-text-crlf' },
  'of nothing but a byte order mark': { text: '', bytes: utf8('\uFEFF'), kept: 'as-text-marked' },
  'with CR': { bytes: utf8(text.replaceAll('\n', '\r')), kept: 'beside-text' },
  'with one more line feed': { bytes: utf8(`${text}\n`), kept: 'beside-text' },
  'a text that begins with a byte order mark': { text: '\uFEFFa', bytes: utf8('\uFEFFa'), kept: 'as-text' },
  'a marked text that begins with a byte order mark': {
    text: '\uFEFFa',
    bytes: utf8('\uFEFF\uFEFFa'),
    kept: 'as-text-marked',
  },
  Shift_JIS: { text: '日本', bytes: Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), kept: 'beside-text' },
  'bytes that are not UTF-8, read as a replacement': {
    text: '\uFFFD',
    bytes: Uint8Array.of(0xff, 0xfe, 0xfd),
    kept: 'beside-text',
  },
  'a lone surrogate': { text: 'a\uD800b', bytes: utf8('a\uFFFDb'), kept: 'beside-text' },
  'NUL bytes': { text: 'a\0b', bytes: utf8('a\0b'), kept: 'as-text' },
  'a window onto a larger buffer': { bytes: utf8(`xx${text}\r`).subarray(2), kept: 'beside-text' },
};

test.each(Object.entries(originals))('the original comes back byte for byte: %s', async (_name, original) => {
  const source = exampleSource();
  const content = exampleContent(source.id, original.text ?? text, original.bytes);
  const { info, repository } = await openNew(storage, [added('sources', source)], [content]);
  expect(await repository.readFile(source.id)).toEqual(content.file);
  expect(await repository.readText(source.id)).toEqual(content.text);
  expect((await stored(info.id, 'files', source.id)).bytes).toBe(original.kept);
  repository.close();
});

test('a large original is kept apart from the text', async () => {
  const source = exampleSource();
  const bytes = new Uint8Array(1_100_000).map((_, index) => index * 7);
  const content = exampleContent(source.id, text, bytes);
  const { info, repository } = await openNew(storage, [added('sources', source)], [content]);
  const read = (await repository.readFile(source.id))!.bytes;
  // Compared by hand: an equality that can explain itself takes minutes for a million numbers.
  expect(read.length === bytes.length && read.every((byte, index) => byte === bytes[index])).toBe(true);
  expect((await stored(info.id, 'files', source.id)).bytes).toBeInstanceOf(Blob);
  repository.close();
});

test('blocks of every kind come back as they were', async () => {
  const kinds = ['heading', 'paragraph', 'list-item', 'table-row', 'quote', 'preformatted', 'note'] as const;
  const blocks: Block[] = kinds.flatMap((kind, index): Block[] => [
    { start: index * 20, end: index * 20 + 9, kind, level: index },
    { start: index * 20 + 10, end: index * 20 + 19, kind, level: 0, page: index + 1 },
  ]);
  blocks.push({ start: 4_000_000_000, end: 4_100_000_000, kind: 'note', level: 250, page: 70_000 });
  const sourceId = newId();
  const content = { text: { sourceId, text: 'x', blocks }, file: { sourceId, name: 'x', bytes: utf8('x') } };
  const { repository } = await openNew(storage);
  await repository.commit(changeSet([added('sources', exampleSource(sourceId))]), [content]);
  expect(await repository.readText(sourceId)).toStrictEqual(content.text);
  repository.close();
});

test('articles of one file share it, and each gets it back under its own name', async () => {
  const [first, second] = [exampleSource(), exampleSource()];
  const bytes = utf8('Two articles in one file.\r');
  const contents = [first, second].map(({ id }) => exampleContent(id, `Article ${id}`, bytes));
  const { info, repository } = await openNew(
    storage,
    [first, second].map((source) => added('sources', source)),
    contents,
  );
  for (const { file, text: body } of contents) {
    expect(await repository.readFile(file.sourceId)).toEqual(file);
    expect(await repository.readText(file.sourceId)).toEqual(body);
  }
  expect((await stored(info.id, 'files', second.id)).bytes).toEqual({ of: first.id });
  repository.close();
});
