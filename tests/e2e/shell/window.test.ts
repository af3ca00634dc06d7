import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { launchProgram, startProgram } from '../../electron-double/launch';
import { launchHostile, temporaryFolder } from './bundle';

const sections = [
  {
    id: 'file',
    label: 'Tom & Jerry',
    items: [{ id: 'source.import', label: 'Import…', keys: 'Mod+I', enabled: true }],
  },
  {
    id: 'edit',
    label: 'Edit',
    items: [
      { id: 'edit.undo', label: 'Undo: code ‘Organized crime’', keys: 'Mod+Z', enabled: true },
      { id: 'role:copy', label: 'コピー', keys: '', enabled: true },
    ],
  },
];

test('the window opens sandboxed and shows the built renderer', async () => {
  const program = await launchProgram({ userData: await temporaryFolder() });
  onTestFinished(() => program.double.dispose());
  await program.page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);

  expect(await program.page.title()).toContain('Parallax');
  expect(program.double.app.sandboxed).toBe(true);
  expect(program.window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  });
  expect(program.double.traffic).toEqual({ cancelled: [], leaked: [] });
});

test('the menu is the one the page sent, and a chosen command arrives in it', async () => {
  const { double, page } = await launchHostile();
  expect(double.Menu.template.length).toBeGreaterThan(0);
  await page.evaluate(async (menu) => {
    const heard: string[] = [];
    const stop = window.parallax!.onMenuCommand((id) => heard.push(id));
    Object.assign(window, { heard, stop });
    await window.parallax!.setMenu({ sections: menu });
  }, sections);

  expect(double.Menu.template.map((menu) => menu.label)).toEqual(['Tom && Jerry', 'Edit']);
  expect(double.Menu.item('edit.undo')).toMatchObject({
    label: 'Undo: code ‘Organized crime’',
    accelerator: 'CommandOrControl+Z',
    registerAccelerator: false,
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  double.Menu.choose('edit.undo');
  await vi.waitFor(async () => expect(await heard()).toEqual(['edit.undo']), { timeout: 20_000 });

  await page.evaluate(() => (window as unknown as { stop: () => void }).stop());
  double.Menu.choose('source.import');
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await heard()).toEqual(['edit.undo']);
});

test('the window comes back where it was closed, with what its pages stored', async () => {
  const userData = await temporaryFolder();
  const first = await launchHostile({ userData });
  first.window.setBounds({ x: 240, y: 130, width: 1100, height: 700 });
  first.window.maximize();
  await first.page.evaluate(() => localStorage.setItem('kept', 'yes'));
  expect(await first.quit()).toBe(0);

  const second = await launchHostile({ userData });
  expect(second.window.options).toMatchObject({ x: 240, y: 130, width: 1100, height: 700 });
  expect(second.window.isMaximized()).toBe(true);
  expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  await second.quit();

  const elsewhere = [{ x: 0, y: 0, width: 1000, height: 650 }];
  const third = await launchHostile({ userData, workAreas: elsewhere });
  expect(third.window.options).toMatchObject({ x: 0, y: 0, width: 1000, height: 650 });
});

test('a damaged place file is the same as a first start', async () => {
  const userData = await temporaryFolder();
  await writeFile(join(userData, 'window.json'), '{"bounds": {"x": "left"');
  const { window, quit } = await launchHostile({ userData });
  expect(window.options.x).toBeUndefined();
  await quit();
  expect(JSON.parse(await readFile(join(userData, 'window.json'), 'utf8'))).toMatchObject({
    maximized: false,
  });
});

test('a second start opens no window, and brings the first one to the front', async () => {
  const second = await startProgram({ userData: await temporaryFolder(), firstInstance: false });
  expect(await second.app.ended).toBe(0);
  expect(second.windows).toEqual([]);

  const first = await launchHostile();
  first.window.minimized = true;
  first.double.app.emit('second-instance');
  expect(first.window.calls).toEqual(['restore', 'focus']);
});

test('a crash of the page is said, and the page is loaded again on request', async () => {
  const { double, page, window } = await launchHostile();
  await page.evaluate(() => document.body.setAttribute('data-old', ''));
  double.dialog.script('showMessageBox', { response: 0 });
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  await page.waitForFunction(() => !document.body.hasAttribute('data-old'));
  expect(double.dialog.shown).toMatchObject([{ name: 'showMessageBox' }]);

  window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
  expect(await double.app.ended).toBe(0);
});
