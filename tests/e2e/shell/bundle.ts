import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, onTestFinished } from 'vitest';
import { launchProgram, type LaunchOptions, type RunningProgram } from '../../electron-double/launch';
import { closeChromium } from '../../electron-double/page/profile';

afterAll(closeChromium);

/** A fresh folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** The built main process and preload with a hostile page in the renderer's place. */
async function hostileBundle(): Promise<string> {
  const bundle = await temporaryFolder();
  await writeFile(join(bundle, 'package.json'), '{"type": "module"}');
  await cp(resolve('out/main'), join(bundle, 'main'), { recursive: true });
  await cp(resolve('out/preload'), join(bundle, 'preload'), { recursive: true });
  await cp(resolve('tests/e2e/shell/page'), join(bundle, 'renderer'), { recursive: true });
  await writeFile(join(bundle, 'secret.txt'), 'outside the renderer');
  return bundle;
}

/** Starts the program around the hostile page; it is ended when the test is over. */
export async function launchHostile(options: Partial<LaunchOptions> = {}): Promise<RunningProgram> {
  const userData = options.userData ?? (await temporaryFolder());
  const program = await launchProgram({ bundle: await hostileBundle(), ...options, userData });
  onTestFinished(() => program.double.dispose());
  return program;
}

/** Has the page's own script try something. Out: what came of it. */
export async function attempt(page: Page, name: string, argument?: string): Promise<string> {
  await page.evaluate((message) => window.postMessage(message), { attempt: name, argument });
  const attribute = `data-${name}`;
  await page.waitForFunction((key) => document.documentElement.hasAttribute(key), attribute);
  return page.evaluate((key) => document.documentElement.getAttribute(key) ?? '', attribute);
}
