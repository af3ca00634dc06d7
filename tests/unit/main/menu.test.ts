import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { acceleratorOf } from '../../../src-main/app/accelerator';
import { menuTemplate } from '../../../src-main/app/menu';

const item = (id: string, keys = '') => ({ id, label: id, keys, enabled: true });
const itemsOf = (menu: MenuItemConstructorOptions | undefined) =>
  (menu?.submenu ?? []) as MenuItemConstructorOptions[];
const nobody = () => undefined;

test.each([
  ['Mod+Z', 'CommandOrControl+Z'],
  ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Mod+,', 'CommandOrControl+,'],
  ['1', '1'],
  ['F2', 'F2'],
  ['Escape', 'Escape'],
  ['', undefined],
  ['Mod+ÿ', undefined],
  ['Hyper+A', undefined],
  ['Mod+F30', undefined],
  ['Mod+Dead', undefined],
])('%s is %s for Electron', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});

test('without commands there is a menu that can edit and quit', () => {
  const [edit] = menuTemplate([], 'linux', nobody);
  expect(itemsOf(edit).map(({ role, type }) => role ?? type)).toEqual([
    'cut',
    'copy',
    'paste',
    'selectAll',
    'separator',
    'quit',
  ]);
});

test('on a Mac the menus of the program and the window stand around ours', () => {
  const menu = menuTemplate([{ id: 'file', label: 'File', items: [item('a')] }], 'darwin', nobody);
  expect(menu.map(({ role, label }) => role ?? label)).toEqual(['appMenu', 'File', 'Edit', 'windowMenu']);
});

test('a Mac shows no key without ⌘, which it would take from text fields', () => {
  const sections = [{ id: 'code', label: 'Code', items: [item('code.one', '1'), item('code.all', 'Mod+1')] }];
  const accelerators = (platform: NodeJS.Platform) =>
    menuTemplate(sections, platform, nobody)
      .flatMap(itemsOf)
      .filter(({ id }) => id?.startsWith('code.'))
      .map(({ accelerator }) => accelerator);
  expect(accelerators('darwin')).toEqual([undefined, 'CommandOrControl+1']);
  expect(accelerators('win32')).toEqual(['1', 'CommandOrControl+1']);
});

test('labels of ours take the place of the standard ones, and an ampersand stands for itself', () => {
  const items = [
    { ...item('role:cut'), label: '切り取り' },
    { ...item('undo'), label: 'Undo: R & D' },
  ];
  const [edit] = menuTemplate([{ id: 'edit', label: '編集', items }], 'linux', nobody);
  const labels = itemsOf(edit).map(({ label }) => label);
  expect(labels).toEqual([
    '切り取り',
    'Undo: R && D',
    undefined,
    'Copy',
    'Paste',
    'Select all',
    undefined,
    'Quit',
  ]);
});

test('an empty section is left out', () => {
  expect(menuTemplate([{ id: 'go', label: 'Go', items: [] }], 'linux', nobody)).toHaveLength(1);
});
