import { expect, test } from 'vitest';
import { memoryFile, MemoryPlatform } from '../../../src-renderer/platform/memory';

test('plays the person: chooses, drops, saves, cancels, uses the menu', async () => {
  const platform = new MemoryPlatform();
  const file = memoryFile('reports/plan.txt', 'text');
  expect(file).toMatchObject({ name: 'plan.txt', path: 'reports/plan.txt', size: 4 });
  expect(new TextDecoder().decode(await file.bytes())).toBe('text');

  platform.chosen.push([file]);
  platform.dropped.push([file, file]);
  expect(await platform.openFiles()).toEqual([file]);
  expect(await platform.openFiles()).toEqual([]);
  platform.folders.push({ ok: true, value: [file] });
  expect(await platform.openFolder()).toEqual({ ok: true, value: [file] });
  expect(await platform.openFolder()).toEqual({ ok: true, value: [] });
  expect(await platform.droppedFiles()).toHaveLength(2);

  const output = { name: 'a.csv', type: 'text/csv', bytes: new Uint8Array([1]) };
  platform.saveOutcomes.push({ ok: true, value: 'cancelled' });
  expect(await platform.saveFile(output)).toEqual({ ok: true, value: 'cancelled' });
  expect(await platform.saveFile(output)).toEqual({ ok: true, value: 'saved' });
  expect(platform.saved).toEqual([output]);
  await platform.backup('p', output);
  expect(platform.backups).toEqual([{ projectId: 'p', file: output }]);

  const chosen: string[] = [];
  const forget = platform.onMenuCommand((id) => chosen.push(id));
  platform.chooseFromMenu('edit.undo');
  forget();
  platform.chooseFromMenu('edit.redo');
  expect(chosen).toEqual(['edit.undo']);

  platform.setMenu([{ id: 'edit', label: 'Edit', items: [] }]);
  platform.setTitle('Title');
  expect(platform).toMatchObject({ title: 'Title', menu: [{ id: 'edit' }] });
});
