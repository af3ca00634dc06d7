import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../../src-main/contract/limits';
import { writeAtomically, writesUnderWay } from '../../../src-main/files/atomic';
import { Backups } from '../../../src-main/files/backups';
import { readFailure, writeFailure } from '../../../src-main/files/failures';
import { ChosenFiles } from '../../../src-main/files/handles';

const bytes = (text: string) => new TextEncoder().encode(text);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

test('many writes to one file at once leave one of them, whole', async () => {
  const target = join(folder, 'a.txt');
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
  const writes = texts.map((text) => writeAtomically(target, bytes(text)));
  expect(writesUnderWay()).toBeInstanceOf(Promise);
  await Promise.all(writes);
  expect(texts).toContain(await readFile(target, 'utf8'));
  expect(await readdir(folder)).toEqual(['a.txt']);
  expect(writesUnderWay()).toBeUndefined();
});

test('a write that fails leaves the old file and nothing else', async () => {
  await mkdir(join(folder, 'taken'));
  await expect(writeAtomically(join(folder, 'taken'), bytes('x'))).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
  );
  expect(await readdir(folder)).toEqual(['taken']);
});

test('backups of a clock set back are still the newest', async () => {
  const project = join(folder, 'p');
  let now = Date.UTC(2030, 0, 1);
  for (let count = 0; count < 10; count += 1) {
    await new Backups(folder, () => now).write('p', 'a.qdpx', bytes(`early ${count}`));
  }
  now = Date.UTC(2020, 0, 1);
  await new Backups(folder, () => now).write('p', 'a.qdpx', bytes('late'));
  const names = (await readdir(project)).sort();
  expect(names).toHaveLength(10);
  expect(await readFile(join(project, names.at(-1)!), 'utf8')).toBe('late');
  expect(await readFile(join(project, names[0]!), 'utf8')).toBe('early 1');
});

test('backups leave alone what they did not write', async () => {
  await mkdir(join(folder, 'p'));
  await writeFile(join(folder, 'p/notes.txt'), 'mine');
  const backups = new Backups(folder);
  for (let count = 0; count < 12; count += 1) await backups.write('p', 'a.qdpx', bytes('x'));
  expect(await readdir(join(folder, 'p'))).toContain('notes.txt');
});

test('a chosen file of more than the limit is refused unread', async () => {
  const path = join(folder, 'huge.txt');
  await writeFile(path, '');
  await truncate(path, MAX_FILE_BYTES + 1);
  const files = new ChosenFiles();
  const [handle] = await files.add([path]);
  expect(await files.read(handle!.id)).toEqual({ ok: false, error: { kind: 'too-large', detail: 'EFBIG' } });
});

test('a part of a file is read alone, of a file of any size, and ends where the file ends', async () => {
  const path = join(folder, 'huge.qdpx');
  await writeFile(path, 'abcdef');
  await truncate(path, MAX_FILE_BYTES + 1);
  const files = new ChosenFiles();
  const [handle] = await files.add([path]);
  const read = async (start: number, end: number) => {
    const reply = await files.read(handle!.id, { start, end });
    return reply.ok ? [...reply.value] : reply.error;
  };
  expect(await read(2, 5)).toEqual([...bytes('cde')]);
  expect(await read(MAX_FILE_BYTES, MAX_FILE_BYTES + 5)).toEqual([0]);
  expect(await read(MAX_FILE_BYTES + 9, MAX_FILE_BYTES + 12)).toEqual([]);
});

test('the bytes of a small file travel alone, without the memory around them', async () => {
  const path = join(folder, 'small.txt');
  await writeFile(path, 'abc');
  const files = new ChosenFiles();
  const [handle] = await files.add([path]);
  const reply = await files.read(handle!.id);
  expect(reply.ok && reply.value.buffer.byteLength).toBe(3);
});

test('the system’s errors become reasons; an error of ours stays one', () => {
  const system = (code: string) => Object.assign(new Error(`${code}: /home/someone/a`), { code });
  expect(writeFailure(system('ENOSPC'))).toEqual({ kind: 'full', detail: 'ENOSPC' });
  expect(writeFailure(system('EROFS'))).toEqual({ kind: 'denied', detail: 'EROFS' });
  expect(writeFailure(system('EIO'))).toEqual({ kind: 'failed', detail: 'EIO' });
  expect(readFailure(system('ENOENT'))).toEqual({ kind: 'gone', detail: 'ENOENT' });
  expect(readFailure(system('EACCES'))).toEqual({ kind: 'denied', detail: 'EACCES' });
  expect(() => writeFailure(new TypeError('a defect'))).toThrow('a defect');
});
