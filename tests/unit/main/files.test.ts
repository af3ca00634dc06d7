import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { MAX_FILE_BYTES, MAX_FOLDER_DEPTH, MAX_FOLDER_FILES } from '../../../src-main/contract/limits';
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

test('the files of a folder are handed out by their paths in it, and what cannot be read among them', async () => {
  const chosen = join(folder, 'plans');
  await mkdir(join(chosen, 'JP/2009'), { recursive: true });
  await mkdir(join(chosen, '.git'));
  for (const name of ['JP/2009/a.txt', 'b.txt', '.DS_Store', '.git/config'])
    await writeFile(join(chosen, name), name);
  await symlink(chosen, join(chosen, 'around'));
  await symlink(join(chosen, 'b.txt'), join(chosen, 'c.txt'));
  await symlink(join(chosen, 'gone'), join(chosen, 'd.txt'));
  const files = new ChosenFiles();
  const reply = await files.addFolder(chosen);
  const handles = reply.ok ? reply.value : [];
  expect(handles.map(({ path, name, size }) => [path, name, size])).toEqual([
    ['plans/JP/2009/a.txt', 'a.txt', 13],
    ['plans/around', 'around', expect.any(Number)],
    ['plans/b.txt', 'b.txt', 5],
    ['plans/c.txt', 'c.txt', 5],
    ['plans/d.txt', 'd.txt', 0],
  ]);
  const read = await Promise.all(handles.map(({ id }) => files.read(id)));
  expect(read.map((each) => (each.ok ? new TextDecoder().decode(each.value) : each.error.detail))).toEqual([
    'JP/2009/a.txt',
    'EISDIR',
    'b.txt',
    'b.txt',
    'ENOENT',
  ]);
});

test('a folder that cannot be opened stands among the files and says why', async () => {
  const reply = await new ChosenFiles().addFolder(join(folder, 'gone'));
  expect(reply).toMatchObject({ ok: true, value: [{ path: 'gone', size: 0 }] });
});

test('a folder of too many files, or too deep a one, is refused', async () => {
  const deep = join(folder, ...Array.from({ length: MAX_FOLDER_DEPTH + 1 }, () => 'd'));
  await mkdir(deep, { recursive: true });
  expect(await new ChosenFiles().addFolder(folder)).toEqual({ ok: false, error: { kind: 'too-large' } });
  const full = join(folder, 'full');
  await mkdir(full);
  for (let at = 0; at <= MAX_FOLDER_FILES; at += 500)
    await Promise.all(Array.from({ length: 500 }, (_, i) => writeFile(join(full, `${at + i}`), '')));
  expect(await new ChosenFiles().addFolder(full)).toEqual({ ok: false, error: { kind: 'too-large' } });
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
