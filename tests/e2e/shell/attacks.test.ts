import { expect, test, vi } from 'vitest';
import { channels } from '../../../src-main/contract/channels';
import { MAX_FILE_BYTES } from '../../../src-main/contract/limits';
import type { SenderFrame } from '../../electron-double/program/ipc';
import { INVOKE } from '../../electron-double/page/preload-script';
import { attempt, launchHostile } from './bundle';

/** A busy machine takes its time. */
const patience = { timeout: 20_000 };
const foreign = 'https://evil.example/steal';
type Invoke = (channel: string, payload: unknown[]) => Promise<{ value?: unknown; error?: string }>;

test('the policy stops what page scripts must not do', async () => {
  const { page } = await launchHostile();
  expect(await page.getAttribute('html', 'data-inline')).toBeNull();
  expect(await attempt(page, 'eval')).toBe('EvalError');
  expect(await attempt(page, 'function')).toBe('EvalError');
  expect(await attempt(page, 'timer')).not.toBe('ran');
  expect(await attempt(page, 'style')).toBe('ignored');
  expect(await attempt(page, 'bridge')).toBe('TypeError');
});

test('a page reaches no address but its own', async () => {
  const { double, page } = await launchHostile();
  expect(await attempt(page, 'fetch', foreign)).toBe('TypeError');
  expect(await attempt(page, 'image', 'https://evil.example/pixel.png')).toBe('ignored');
  expect(await attempt(page, 'socket', 'wss://evil.example/')).not.toBe('ran');
  expect(double.traffic.leaked).toEqual([]);
});

test('without the policy the shell itself still cancels every request that leaves', async () => {
  const { double, page } = await launchHostile({ bypassCSP: true });
  expect(await attempt(page, 'fetch', foreign)).toBe('TypeError');
  expect(await attempt(page, 'image', 'http://127.0.0.1:9/pixel.png')).toBe('ignored');
  expect(await attempt(page, 'socket', 'ws://evil.example/')).not.toBe('ran');
  expect(double.traffic.cancelled).toEqual([foreign, 'http://127.0.0.1:9/pixel.png', 'ws://evil.example/']);
  expect(double.traffic.leaked).toEqual([]);

  const { defaultSession } = double.session;
  const outside = ['file:///etc/passwd', 'app://parallax.evil.example/', 'app://evil/', 'data:text/html,x'];
  for (const url of [...outside, 'blob:https://evil.example/1', 'devtools://devtools/x', 'no url']) {
    expect(await defaultSession.cancels(url), url).toBe(true);
  }
  expect(await defaultSession.cancels('app://parallax/assets/a.js')).toBe(false);
  expect(await defaultSession.cancels('blob:app://parallax/8f7a')).toBe(false);
  expect(defaultSession.spellCheckerLanguages).toEqual([]);
});

test('a page goes nowhere, opens no window and holds no foreign frame', async () => {
  const { double, page } = await launchHostile({ bypassCSP: true });
  const start = page.url();
  for (const url of [foreign, 'https://parallax.app.test.evil.example/', 'http://parallax.app.test/']) {
    await attempt(page, 'go', url);
    await vi.waitFor(() => expect(double.refused.navigations).toContain(url), patience);
    expect(page.url()).toBe(start);
  }
  await attempt(page, 'frame', foreign);
  await vi.waitFor(() => expect(double.refused.navigations.at(-1)).toBe(foreign), patience);

  await attempt(page, 'open', foreign);
  await vi.waitFor(() => expect(double.refused.windows).toHaveLength(1), patience);
  await vi.waitFor(() => expect(page.context().pages()).toEqual([page]), patience);
  expect(double.traffic.leaked).toEqual([]);
});

test('no permission is given but writing text to the clipboard and lasting storage', async () => {
  const { double } = await launchHostile();
  const { defaultSession } = double.session;
  const denied = { check: false, request: false, device: false };
  const given = { check: true, request: true, device: false };
  for (const permission of [
    'geolocation',
    'media',
    'notifications',
    'clipboard-read',
    'usb',
    'openExternal',
  ]) {
    expect(await defaultSession.permits(permission, 'app://parallax/'), permission).toEqual(denied);
  }
  for (const permission of ['clipboard-sanitized-write', 'persistent-storage']) {
    expect(await defaultSession.permits(permission, 'app://parallax/')).toEqual(given);
    expect(await defaultSession.permits(permission, foreign)).toEqual(denied);
  }
});

test('a frame that is not the top frame of our own page calls nothing', async () => {
  const { double, page, window } = await launchHostile();
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  expect(await frame!.evaluate(() => 'parallax' in window)).toBe(false);

  const refusal = /refused: not the sender/;
  for (const channel of Object.values(channels)) {
    const reply = await frame!.evaluate(
      ([name, to]) => (window as unknown as Record<string, Invoke>)[name]!(to, [{}]),
      [INVOKE, channel] as const,
    );
    expect(reply.error).toMatch(refusal);
    for (const sender of foreignFrames) {
      const answer = await double.ipcMain.invoke(window.webContents, sender, channel, [{}]);
      expect(answer.error).toMatch(refusal);
    }
    const ours = { url: 'app://parallax/', origin: 'app://parallax', parent: null };
    expect((await double.ipcMain.invoke({}, ours, channel, [{}])).error).toMatch(refusal);
  }
  expect(double.dialog.shown).toEqual([]);
});

const foreignFrames: readonly (SenderFrame | null)[] = [
  null,
  { url: foreign, origin: 'https://evil.example', parent: null },
  { url: 'app://parallax/', origin: 'null', parent: null },
  { url: 'app://parallax.evil/', origin: 'app://parallax.evil', parent: null },
  { url: 'https://parallax/', origin: 'https://parallax', parent: null },
];

test('a payload of the wrong shape reaches no handler on any channel', async () => {
  const { double, page, window: shell } = await launchHostile();
  const guid = '00000000-0000-4000-8000-000000000001';
  const bytes = new Uint8Array(1);
  const item = { id: 'a', label: 'a', keys: '', enabled: true };
  const huge = new Uint8Array(MAX_FILE_BYTES + 1);
  const wrong: Readonly<Record<keyof typeof channels, readonly unknown[]>> = {
    openFiles: [{}, { extensions: 'txt' }, { extensions: ['../x'] }, { extensions: ['txt'], path: '/etc' }],
    openFolder: [{ path: '/etc' }, '/etc'],
    readFile: [
      {},
      { id: '/etc/passwd' },
      { id: 7 },
      { id: `${guid}/..` },
      { id: guid, range: { start: -1, end: 4 } },
      { id: guid, range: { start: 4, end: 2 } },
      { id: guid, range: { start: 0, end: 2 ** 40 } },
    ],
    saveFile: [
      { name: 'a.csv' },
      { name: 'a.csv', bytes: 'text' },
      { name: '', bytes },
      { name: 'a.csv', bytes, path: '/tmp/a' },
      { name: 'a.csv', bytes: huge },
    ],
    writeBackup: [
      { projectId: '../..', name: 'a', bytes },
      { projectId: guid, name: 'a', bytes: huge },
      { projectId: guid, bytes },
    ],
    setMenu: [
      { sections: {} },
      { sections: [{ id: 'a', label: 'a', items: [{ ...item, click: 'x' }] }] },
      { sections: [{ id: 'a', label: 'x'.repeat(10_000), items: [] }] },
      { sections: [{ id: 'a', label: 'a', items: Array(5000).fill(item) }] },
    ],
  };
  expect([...double.ipcMain.channels].sort()).toEqual(Object.values(channels).sort());
  const ours = { url: 'app://parallax/index.html', origin: 'app://parallax', parent: null };
  const template = double.Menu.template;
  for (const [name, payloads] of Object.entries(wrong)) {
    const channel = channels[name as keyof typeof channels];
    for (const [index, payload] of [...payloads, null, undefined, 'x', 3, [], [[]]].entries()) {
      const { error } = await double.ipcMain.invoke(shell.webContents, ours, channel, [payload]);
      expect(error, `${name}, payload ${index}`).toMatch(/refused: not the shape/);
    }
    for (const several of [[], [{ extensions: [] }, {}]]) {
      const { error } = await double.ipcMain.invoke(shell.webContents, ours, channel, several);
      expect(error).toMatch(/refused: not the shape/);
    }
  }
  await expect(page.evaluate(() => window.parallax!.openFiles({ extensions: ['/'] }))).rejects.toThrow(
    /refused/,
  );
  expect(double.Menu.template).toBe(template);
  expect(double.dialog.shown).toEqual([]);
});

test('app:// gives the files of the renderer and nothing else', async () => {
  const { page } = await launchHostile();
  const status = (path: string) =>
    page.evaluate(async (url) => {
      const response = await fetch(url);
      return [response.status, (await response.text()).includes('outside')] as const;
    }, path);
  expect(await status('/page.js')).toEqual([200, false]);
  const escapes = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ];
  const odd = ['/%00', '/page.js%00.html', '/%', '/C:%5csecret.txt', '/%2fetc%2fpasswd', '/assets'];
  for (const path of [...escapes, ...odd]) expect(await status(path), path).toEqual([404, false]);
  const post = await page.evaluate(async () => (await fetch('/page.js', { method: 'POST' })).status);
  expect(post).toBe(405);
});
