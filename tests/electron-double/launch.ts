import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { ElectronDouble, type DoubleOptions } from './double';
import { startMain } from './loader/native.mjs';
import type { WindowDouble } from './page/window';

export interface LaunchOptions extends DoubleOptions {
  /** The folder with main/, preload/ and renderer/; what the build made unless said otherwise. */
  readonly bundle?: string;
}

export interface RunningProgram {
  readonly double: ElectronDouble;
  readonly window: WindowDouble;
  readonly page: Page;
  /** Closes the window as a person would, and waits until the program has ended. Out: its exit code. */
  readonly quit: () => Promise<number>;
}

const runs = ((globalThis as Record<symbol, unknown>)[Symbol.for('parallax.electron-double')] ??=
  new Map()) as Map<string, ElectronDouble>;

/** Starts the built program; returns when its main module has run, with or without a window. */
export async function startProgram({
  bundle = resolve('out'),
  ...options
}: LaunchOptions): Promise<ElectronDouble> {
  const main = join(bundle, 'main/index.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: npm run build makes it`);
  const double = new ElectronDouble(options);
  const run = String(runs.size + 1);
  runs.set(run, double);
  await startMain(main, run);
  return double;
}

/** Starts the built program and waits until its window shows the first page. */
export async function launchProgram(options: LaunchOptions): Promise<RunningProgram> {
  const double = await startProgram(options);
  const window = await firstWindow(double);
  const page = await window.webContents.page;
  return {
    double,
    window,
    page,
    quit: async () => {
      await window.close();
      return double.app.ended;
    },
  };
}

async function firstWindow(double: ElectronDouble): Promise<WindowDouble> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const [window] = double.windows;
    if (window?.visible) return window;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The program showed no window; dialogs: ${JSON.stringify(double.dialog.shown)}`);
}
