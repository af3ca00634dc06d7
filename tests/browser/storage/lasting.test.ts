import { afterEach, expect, test, vi } from 'vitest';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import { openNew } from './examples';

const storage = new IndexedDbStorage();
const persist = vi.spyOn(navigator.storage, 'persist');
const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

/** Other tests have projects in the same browser: for the storage there are only these. */
const pretendStored = (...names: string[]) =>
  vi.spyOn(indexedDB, 'databases').mockResolvedValueOnce(names.map((name) => ({ name, version: 10 })));

afterEach(() => vi.clearAllMocks());

test.each([true, false])(
  'the first project asks the browser to keep it; the answer is %s',
  async (answer) => {
    persist.mockResolvedValueOnce(answer);
    pretendStored('parallax-registry');
    const { repository } = await openNew(storage);
    expect(persist).toHaveBeenCalledOnce();
    expect(warn).not.toHaveBeenCalled();
    repository.close();
  },
);

test('a project is made without waiting for the answer', async () => {
  persist.mockReturnValueOnce(new Promise(() => undefined));
  pretendStored();
  const { repository } = await openNew(storage);
  expect(persist).toHaveBeenCalledOnce();
  repository.close();
});

test('a question that cannot be asked is no failure', async () => {
  persist.mockRejectedValueOnce(new TypeError('not here'));
  pretendStored();
  const { repository } = await openNew(storage);
  expect((await repository.load()).state.project.size).toBe(1);
  expect(warn).toHaveBeenCalledOnce();
  repository.close();
});

test('later projects do not ask again', async () => {
  pretendStored('parallax-registry', 'parallax-project-other');
  const { repository } = await openNew(storage);
  expect(persist).not.toHaveBeenCalled();
  repository.close();
});
