import { execFile } from 'node:child_process';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { fuses } from '../../../build/electron-builder.mjs';
import { temporaryFolder } from './bundle';

const run = promisify(execFile);

/** A folder like an unpacked Electron, whose program is nothing but a fuse wire. */
async function hollowElectron(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'resources'));
  await mkdir(join(folder, 'locales'));
  for (const locale of ['en-US', 'ja', 'fr']) await writeFile(join(folder, `locales/${locale}.pak`), '');
  await writeFile(join(folder, 'LICENSE'), 'Electron');
  await writeFile(join(folder, 'version'), '45.4.1');
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  await writeFile(join(folder, 'electron'), `hollow ${sentinel}\x01\x09101100011`, { mode: 0o755 });
  return folder;
}

interface Listing {
  readonly files?: Readonly<Record<string, Listing>>;
}

/** The paths inside an asar archive: its header is JSON behind four lengths. */
async function contentsOf(archive: string): Promise<readonly string[]> {
  const file = await open(archive);
  const lengths = Buffer.alloc(16);
  await file.read(lengths, 0, 16, 0);
  const header = Buffer.alloc(lengths.readUInt32LE(12));
  await file.read(header, 0, header.length, 16);
  await file.close();
  const paths = (listing: Listing, folder: string): string[] =>
    Object.entries(listing.files ?? {}).flatMap(([name, inner]) =>
      inner.files ? paths(inner, `${folder}${name}/`) : [folder + name],
    );
  return paths(JSON.parse(header.toString()) as Listing, '');
}

test('the package holds what was built and nothing else, with every fuse set', async () => {
  const [dist, output] = [await hollowElectron(), await temporaryFolder()];
  await run(process.execPath, [
    resolve('node_modules/electron-builder/cli.js'),
    ...['--linux', '--dir', '--x64', '--publish', 'never', '--config', 'build/electron-builder.mjs'],
    ...[`-c.electronDist=${dist}`, `-c.directories.output=${output}`],
  ]);
  const unpacked = join(output, 'linux-unpacked');

  const wire = await getCurrentFuseWire(join(unpacked, 'parallax'));
  for (const [index, value] of Object.entries(fuses).filter(([key]) => /^\d+$/.test(key))) {
    const state = value ? FuseState.ENABLE : FuseState.DISABLE;
    expect(wire[Number(index) as FuseV1Options], FuseV1Options[Number(index)]).toBe(state);
  }

  const paths = await contentsOf(join(unpacked, 'resources/app.asar'));
  const expected = ['package.json', 'out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
  expect(paths).toEqual(expect.arrayContaining(expected));
  expect(paths.filter((path) => !/^(out\/(main|preload|renderer)\/|package\.json$)/.test(path))).toEqual([]);
  expect(paths.filter((path) => /serve\.js|\.map$|node_modules/.test(path))).toEqual([]);
  expect(await readFile(join(unpacked, 'resources/LICENSE.txt'), 'utf8')).toContain('MIT License');
  expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'ja.pak']);
});

test('without Electron the packaging says so in one line', async () => {
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: await temporaryFolder(),
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
  };
  const failure = await run(process.execPath, ['build/package.mjs'], { env }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Electron is not here[^\n]+\n$/) });
});
