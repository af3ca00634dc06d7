import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BrowserPlatform } from '../../../src-renderer/platform/browser';

const platform = new BrowserPlatform();
const csv = {
  name: 'profile.csv',
  type: 'text/csv;charset=utf-8',
  bytes: new Uint8Array([0xef, 0xbb, 0xbf]),
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Stands in for the person at the file dialog. */
function atDialog(act: (input: HTMLInputElement) => void): HTMLInputElement[] {
  const shown: HTMLInputElement[] = [];
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    shown.push(this);
    queueMicrotask(() => act(this));
  });
  return shown;
}

describe('choosing files', () => {
  test('gives what was chosen, and reads it when asked', async () => {
    const shown = atDialog((input) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['人身取引'], 'plan.txt'));
      transfer.items.add(new File([], 'empty.pdf'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    });
    const files = await platform.openFiles(['txt', 'pdf']);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ type: 'file', multiple: true, accept: '.txt,.pdf' });
    expect(files.map(({ name, path, size }) => ({ name, path, size }))).toEqual([
      { name: 'plan.txt', path: 'plan.txt', size: 12 },
      { name: 'empty.pdf', path: 'empty.pdf', size: 0 },
    ]);
    expect(new TextDecoder().decode(await files[0]!.bytes())).toBe('人身取引');
    expect(await files[1]!.bytes()).toEqual(new Uint8Array());
  });

  test('gives the files of a folder by their paths, without hidden ones', async () => {
    const inside = ['plans/JP/b.txt', 'plans/.DS_Store', 'plans/.old/c.txt', 'plans/JP/a.txt'].map((path) => {
      const file = new File([path], path.slice(path.lastIndexOf('/') + 1));
      return Object.defineProperty(file, 'webkitRelativePath', { value: path });
    });
    const shown = atDialog((input) => {
      Object.defineProperty(input, 'files', { value: inside });
      input.dispatchEvent(new Event('change'));
    });
    const chosen = await platform.openFolder();
    expect(shown[0]).toMatchObject({ type: 'file', webkitdirectory: true });
    const files = chosen.ok ? chosen.value : [];
    expect(files.map(({ name, path }) => ({ name, path }))).toEqual([
      { name: 'a.txt', path: 'plans/JP/a.txt' },
      { name: 'b.txt', path: 'plans/JP/b.txt' },
    ]);
    expect(new TextDecoder().decode(await files[0]!.bytes())).toBe('plans/JP/a.txt');
  });

  test('gives nothing when cancelled', async () => {
    atDialog((input) => input.dispatchEvent(new Event('cancel')));
    expect(await platform.openFiles(['txt'])).toEqual([]);
    expect(await platform.openFolder()).toEqual({ ok: true, value: [] });
  });
});

describe('saving where the browser asks for the place', () => {
  const target = { write: vi.fn(), close: vi.fn(), abort: vi.fn(() => Promise.resolve()) };
  const picker = vi.fn();
  beforeEach(() => {
    vi.resetAllMocks();
    target.abort.mockResolvedValue(undefined);
    picker.mockResolvedValue({ createWritable: () => Promise.resolve(target) });
    vi.stubGlobal('showSaveFilePicker', picker);
  });

  test('writes the bytes to it', async () => {
    expect(await platform.saveFile(csv)).toEqual({ ok: true, value: 'saved' });
    expect(picker).toHaveBeenCalledWith({
      suggestedName: 'profile.csv',
      types: [{ accept: { 'text/csv': ['.csv'] } }],
    });
    expect(target.write).toHaveBeenCalledWith(csv.bytes);
    expect(target.close).toHaveBeenCalledOnce();
  });

  test('suggests no type for a name without one', async () => {
    await platform.saveFile({ ...csv, name: 'profile' });
    expect(picker).toHaveBeenCalledWith({ suggestedName: 'profile' });
  });

  test('knows that the person cancelled', async () => {
    picker.mockRejectedValue(new DOMException('', 'AbortError'));
    expect(await platform.saveFile(csv)).toEqual({ ok: true, value: 'cancelled' });
    expect(target.write).not.toHaveBeenCalled();
  });

  test.each([
    ['NotAllowedError', 'denied'],
    ['NoModificationAllowedError', 'denied'],
    ['QuotaExceededError', 'full'],
    ['InvalidStateError', 'failed'],
    // The browser itself refused to finish, for instance because it holds the file to be unsafe.
    ['AbortError', 'failed'],
  ])('says what went wrong and leaves no half file: %s', async (name, kind) => {
    target.write.mockRejectedValue(new DOMException('why', name));
    target.abort.mockRejectedValue(new TypeError('already gone'));
    expect(await platform.saveFile(csv)).toEqual({ ok: false, error: { kind, detail: `${name}: why` } });
    expect(target.abort).toHaveBeenCalledOnce();
    expect(target.close).not.toHaveBeenCalled();
  });

  test('does not hide a mistake of ours', async () => {
    picker.mockRejectedValue(new TypeError('no such option'));
    await expect(platform.saveFile(csv)).rejects.toThrow('no such option');
  });

  test('downloads when it may not ask any more', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    picker.mockRejectedValue(new DOMException('', 'SecurityError'));
    expect(await platform.saveFile(csv)).toEqual({ ok: true, value: 'saved' });
    expect(click).toHaveBeenCalledOnce();
  });
});

test('saving elsewhere is a download whose address is given back', async () => {
  vi.stubGlobal('showSaveFilePicker', undefined);
  vi.useFakeTimers();
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const links: HTMLAnchorElement[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this);
  });
  expect(await platform.saveFile(csv)).toEqual({ ok: true, value: 'saved' });
  const [link] = links;
  expect(link!.download).toBe('profile.csv');
  expect(link!.href).toMatch(/^blob:/);
  const downloaded = await fetch(link!.href);
  expect(new Uint8Array(await downloaded.arrayBuffer())).toEqual(csv.bytes);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith(link!.href);
});

test('a page has a title, but no menu and no folder for backups', async () => {
  const title = document.title;
  platform.setTitle('Northeast Asia');
  expect(document.title).toBe('Northeast Asia');
  platform.setTitle(title);
  expect(() => {
    platform.setMenu();
    platform.onMenuCommand()();
  }).not.toThrow();
  expect(await platform.backup()).toEqual({ ok: true, value: 'unsupported' });
});
