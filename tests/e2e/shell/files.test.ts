import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { launchHostile, temporaryFolder } from './bundle';

const projectId = '00000000-0000-4000-8000-00000000000a';
const backup = (page: Page, name: string, fill: number) =>
  page.evaluate(
    ([id, file, byte]) =>
      window.parallax!.writeBackup({ projectId: id, name: file, bytes: new Uint8Array(3).fill(byte) }),
    [projectId, name, fill] as const,
  );

test('files chosen in the dialog arrive in the page as bytes, and their paths do not', async () => {
  const { double, page } = await launchHostile();
  const folder = await temporaryFolder();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
  await writeFile(join(folder, '行動計画.pdf'), bytes);
  double.dialog.script('showOpenDialog', {
    canceled: false,
    filePaths: [join(folder, '行動計画.pdf'), join(folder, 'gone.txt')],
  });

  const result = await page.evaluate(async () => {
    const handles = await window.parallax!.openFiles({ extensions: ['pdf', 'txt'] });
    const replies = await Promise.all(handles.map(({ id }) => window.parallax!.readFile({ id })));
    const shown = replies.map((reply) => (reply.ok ? Array.from(reply.value) : reply.error));
    return { handles, shown };
  });

  expect(result.handles.map(({ name, size }) => ({ name, size }))).toEqual([
    { name: '行動計画.pdf', size: 70_000 },
    { name: 'gone.txt', size: 0 },
  ]);
  expect(result.shown).toEqual([Array.from(bytes), { kind: 'gone', detail: 'ENOENT' }]);
  expect(JSON.stringify(result)).not.toContain(folder);
  expect(double.dialog.shown).toMatchObject([
    { options: { filters: [{ extensions: ['pdf', 'txt'] }, { extensions: ['*'] }] } },
  ]);
});

test('the files of a chosen folder arrive with their paths in it, and where it lies does not', async () => {
  const { double, page } = await launchHostile();
  expect(await page.evaluate(() => window.parallax!.openFolder({}))).toEqual({ ok: true, value: [] });

  const folder = await temporaryFolder();
  await mkdir(join(folder, '計画/JP'), { recursive: true });
  await writeFile(join(folder, '計画/JP/a.txt'), 'a plan');
  await writeFile(join(folder, '計画/.DS_Store'), 'hidden');
  await writeFile(join(folder, 'beside.txt'), 'not chosen');
  double.dialog.script('showOpenDialog', { canceled: false, filePaths: [join(folder, '計画')] });
  const result = await page.evaluate(async () => {
    const reply = await window.parallax!.openFolder({});
    const [handle] = reply.ok ? reply.value : [];
    const read = await window.parallax!.readFile({ id: handle!.id });
    return { reply, text: read.ok ? new TextDecoder().decode(read.value) : '' };
  });
  expect(result.reply).toMatchObject({
    ok: true,
    value: [{ name: 'a.txt', path: '計画/JP/a.txt', size: 6 }],
  });
  expect(result.text).toBe('a plan');
  expect(JSON.stringify(result)).not.toContain(folder);
  expect(double.dialog.shown.at(-1)).toMatchObject({ options: { properties: ['openDirectory'] } });
});

test('a cancelled dialog gives no files, and an id is worth nothing once the page loads anew', async () => {
  const { double, page } = await launchHostile();
  expect(await page.evaluate(() => window.parallax!.openFiles({ extensions: [] }))).toEqual([]);

  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), 'a');
  double.dialog.script('showOpenDialog', { canceled: false, filePaths: [join(folder, 'a.txt')] });
  const [handle] = await page.evaluate(() => window.parallax!.openFiles({ extensions: ['txt'] }));
  const read = (id: string) => page.evaluate((value) => window.parallax!.readFile({ id: value }), id);
  expect(await read(handle!.id)).toMatchObject({ ok: true });
  await page.reload();
  expect(await read(handle!.id)).toMatchObject({ ok: false, error: { kind: 'gone' } });
});

test('a saved file is whole on disk, keeps its mode, follows a link, and leaves nothing else behind', async () => {
  const { double, page } = await launchHostile();
  const folder = await temporaryFolder();
  const target = join(folder, 'profile.csv');
  await writeFile(target, 'old');
  await chmod(target, 0o640);
  await symlink(target, join(folder, 'link.csv'));
  double.dialog.script('showSaveDialog', { canceled: false, filePath: join(folder, 'link.csv') });

  const reply = await page.evaluate(() =>
    window.parallax!.saveFile({ name: '../US/Japan: a?.csv', bytes: new TextEncoder().encode('new') }),
  );

  expect(reply).toEqual({ ok: true, value: 'saved' });
  expect(await readFile(target, 'utf8')).toBe('new');
  expect((await stat(target)).mode & 0o777).toBe(0o640);
  expect((await readdir(folder)).sort()).toEqual(['link.csv', 'profile.csv']);
  expect(double.dialog.shown).toMatchObject([
    { options: { defaultPath: '-US-Japan- a-.csv', filters: [{ extensions: ['csv'] }] } },
  ]);
});

test('a save that is cancelled or cannot be written says so', async () => {
  const { double, page } = await launchHostile();
  const save = () =>
    page.evaluate(() => window.parallax!.saveFile({ name: 'a.csv', bytes: new Uint8Array([1]) }));
  expect(await save()).toEqual({ ok: true, value: 'cancelled' });

  const folder = await temporaryFolder();
  await mkdir(join(folder, 'taken.csv'));
  double.dialog.script('showSaveDialog', { canceled: false, filePath: join(folder, 'taken.csv') });
  expect(await save()).toMatchObject({ ok: false, error: { kind: 'failed' } });
  expect(await readdir(folder)).toEqual(['taken.csv']);

  double.dialog.script('showSaveDialog', { canceled: false, filePath: join(folder, 'no', 'such.csv') });
  expect(await save()).toEqual({ ok: false, error: { kind: 'failed', detail: 'ENOENT' } });
});

test('backups roll: the newest ten of a project stay', async () => {
  const userData = await temporaryFolder();
  const { page } = await launchHostile({ userData });
  for (let count = 1; count <= 12; count += 1) {
    expect(await backup(page, 'Sample.qdpx', count)).toEqual({ ok: true, value: 'saved' });
  }
  const folder = join(userData, 'backups', projectId);
  const names = (await readdir(folder)).sort();
  expect(names).toHaveLength(10);
  const first = await Promise.all(names.map(async (name) => (await readFile(join(folder, name)))[0]));
  expect(first).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(names.every((name) => name.endsWith(' Sample.qdpx'))).toBe(true);
});
