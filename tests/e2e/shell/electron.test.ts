import process from 'node:process';
import { resolve } from 'node:path';
import { _electron } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { findElectron } from '../../../build/lib/electron.mjs';
import { temporaryFolder } from './bundle';

const electron = findElectron();
const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const isRoot = process.getuid?.() === 0;

// Electron's sandbox refuses to run as root, and its window needs a screen.
test.runIf(electron && hasScreen && !isRoot)(
  'the true Electron shows the renderer, shut off from all else',
  async () => {
    const userData = await temporaryFolder();
    const program = await _electron.launch({
      executablePath: electron ?? '',
      args: [resolve('.'), `--user-data-dir=${userData}`],
    });
    onTestFinished(() => program.close());
    const page = await program.firstWindow();
    await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);

    expect(page.url()).toBe('app://parallax/index.html');
    expect(
      await page.evaluate(() => [typeof window.parallax?.openFiles, 'require' in window, isSecureContext]),
    ).toEqual(['function', false, true]);
    const escape = () =>
      fetch('https://example.org/', { mode: 'no-cors' }).then(
        () => 'ran',
        () => 'stopped',
      );
    expect(await page.evaluate(escape)).toBe('stopped');
    expect(await page.evaluate(async () => (await fetch('/..%2fmain/index.js')).status)).toBe(404);
  },
);
