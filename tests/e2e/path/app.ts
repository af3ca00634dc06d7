import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumArguments, findChromium } from '../../../build/chromium.mjs';

/** The built program in a browser, as `npm start -- --browser --no-open` serves it. */
export interface App {
  readonly url: string;
  readonly browser: Browser;
}

let server: ChildProcess | undefined;
let app: App | undefined;

/** Starts the program for the tests of this file and ends it after them. */
export function useApp(): void {
  beforeAll(async () => {
    const port = await freePort();
    const url = await startServer(port);
    app = {
      url,
      browser: await chromium.launch({ executablePath: findChromium(), args: chromiumArguments }),
    };
  });
  afterAll(async () => {
    await app?.browser.close();
    if (!server || server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  });
}

/** What the page said that it should not have, by page. */
const complaints = new WeakMap<Page, string[]>();

/** A window of a person who was never here before; errors in it fail the test that looks at `complaintsOf`. */
export async function newWindow(options: BrowserContextOptions = {}): Promise<Page> {
  if (!app) throw new Error('useApp() starts the program');
  const context = await app.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  // The dialog that asks where to save is the system's; without it a file comes as a download.
  await context.addInitScript(() =>
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }),
  );
  const page = await context.newPage();
  const said: string[] = [];
  complaints.set(page, said);
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  await page.goto(app.url);
  return page;
}

/** The same, closed when the test is over. */
export async function newWindowForTest(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newWindow(options);
  onTestFinished(async () => {
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });
  return page;
}

/** Errors on the console and errors that nobody caught. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

async function startServer(port: number): Promise<string> {
  const args = ['build/start.mjs', '--browser', '--no-open', '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: resolve('.'), stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  let output = '';
  return new Promise((started, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /Parallax is at (http:\S+)/.exec(output)?.[1];
      if (url) started(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${output}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
