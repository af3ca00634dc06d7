import { spawn } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { securityHeaders } from '../../../src-main/security/headers';
import { temporaryFolder } from './bundle';

/** Runs build/start.mjs until it ends, or until it has said what it is waited for. */
function start(args: readonly string[], { folder = resolve('.'), env = {}, until = /(?!)/ } = {}) {
  const child = spawn(process.execPath, [join(folder, 'build/start.mjs'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const said = new Promise<void>((done) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (until.test(output)) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  return {
    child,
    ended,
    ready: Promise.race([said, ended]),
    get output() {
      return output;
    },
  };
}

const address = /^Parallax is at http:\/\/127\.0\.0\.1:(\d+)\/$/m;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await occupied();
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function occupied(): Promise<Server> {
  const server = createServer();
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** Sends a request exactly as written, which fetch would not. */
function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .once('error', reject)
      .end();
  });
}

test('the browser mode serves the built renderer to this machine alone, and Ctrl-C ends it', async () => {
  const port = await freePort();
  const run = start(['--browser', '--no-open', '--port', String(port)], { until: address });
  await run.ready;
  expect(run.output).toContain(`Parallax is at http://127.0.0.1:${port}/\n`);

  const page = await ask(port, '/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('<title>Parallax</title>');
  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(page.headers[name.toLowerCase()]).toBe(value);
  }
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cache-control']).toBe('no-store');
  const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? '';
  expect(await ask(port, script)).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });

  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fmain/index.js',
    '/..%5cmain',
    '/assets/',
    '//',
  ]) {
    expect((await ask(port, path)).status, path).toBe(404);
  }
  expect((await ask(port, `http://127.0.0.1:${port}/index.html`)).status).toBe(404);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1.evil.example:${port}`,
  ]) {
    expect((await ask(port, '/', { Host: host })).status, host).toBe(421);
  }
  expect((await ask(port, '/', { Host: `localhost:${port}` })).status).toBe(200);
  expect((await ask(port, '/', {}, 'POST')).status).toBe(405);
  expect(await ask(port, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect(await garbage(port)).toMatch(/^HTTP\/1\.1 400/);

  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
});

function garbage(port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('NOT HTTP\r\n\r\n'));
    socket.once('data', (chunk) => done(chunk.toString()));
  });
}

test.each([
  ['--port', '0'],
  ['--port', '70000'],
  ['--port', '80 80'],
  ['--port'],
  ['--colour'],
  ['file.txt'],
])('bad usage %s %s is told in one line', async (...args) => {
  const run = start(args.filter((arg) => arg !== undefined));
  expect(await run.ended).toBe(2);
  expect(run.output).toMatch(/^[^\n]+Usage: npm start -- [^\n]+\n$/);
});

test('a taken port that was asked for is told in one line', async () => {
  const server = await occupied();
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const run = start(['--browser', '--no-open', '--port', String(port)]);
  expect(await run.ended).toBe(1);
  expect(run.output).toBe(`Port ${port} is taken; --port names another.\n`);
});

test('where the usual port is taken the next one is used, and it is said', async () => {
  const first = start(['--browser', '--no-open'], { until: address });
  await first.ready;
  const second = start(['--browser', '--no-open'], { until: address });
  await second.ready;
  const port = (output: string) => Number(address.exec(output)?.[1]);
  expect(port(second.output)).toBeGreaterThan(port(first.output));
  expect(second.output).toMatch(/^Port \d+ is taken\./m);
});

/** The scripts and what they read, without anything installed or built. */
async function freshFolder(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of [
    'build',
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
    'src-main',
    'resources',
  ]) {
    await cp(resolve(name), join(folder, name), { recursive: true });
  }
  await mkdir(join(folder, 'src-renderer'));
  return folder;
}

test('a failed installation is told in a line, without a stack', async () => {
  const folder = await freshFolder();
  const absent = { version: '1.0.0', resolved: 'https://registry.npmjs.org/absent/-/absent-1.0.0.tgz' };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { absent: '1.0.0' } }),
  );
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      lockfileVersion: 3,
      packages: { '': { dependencies: { absent: '1.0.0' } }, 'node_modules/absent': absent },
    }),
  );
  const env = { npm_config_offline: 'true', npm_config_cache: join(folder, '.npm') };
  const run = start(['--browser', '--no-open'], { folder, env });
  expect(await run.ended).toBe(1);
  expect(run.output).toMatch(/^npm ci failed: .*absent.*$/m);
  expect(run.output).not.toMatch(/^\s+at /m);
});

test('a failed build shows what the tool says, without a stack', async () => {
  const folder = await freshFolder();
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await cp(resolve('src-renderer'), join(folder, 'src-renderer'), { recursive: true });
  await writeFile(join(folder, 'src-renderer/main.tsx'), "import { nothing } from './absent';\nnothing();\n");
  const run = start(['--browser', '--no-open'], { folder });
  expect(await run.ended).toBe(1);
  expect(run.output).toContain('./absent');
  expect(run.output).toContain('The build failed; the message above says where.');
  expect(run.output).not.toMatch(/^\s+at /m);
});

test('without Electron it says so in one line and serves the browser instead', async () => {
  const folder = await temporaryFolder();
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  };
  const run = start(['--port', String(await freePort())], { env, until: /own|screen|yours/ });
  await run.ready;
  expect(run.output).toMatch(/^Electron is not here and could not be fetched[^\n]*$/m);
  expect(run.output).toMatch(address);
  expect(run.output).not.toMatch(/^\s+at /m);
});
