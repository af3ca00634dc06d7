import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders, securityHeadersFor } from '../../../src-main/security/headers';
import { answerFrom, fileInside } from '../../../src-main/static/site';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-site-'));
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'site/assets/a b.js'), 'export {};');
  await writeFile(join(folder, 'site/..hidden'), 'dots');
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (path: string, method = 'GET') => answerFrom(join(folder, 'site'), method, path);

test('a page comes with its type and every security header', async () => {
  const { status, headers, body } = await ask('/');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8' });
  expect(headers['Cache-Control']).toBe('no-store');
  expect(new TextDecoder().decode(body)).toBe('<!doctype html>');
});

test('an asset may be kept by the browser, since its name changes with its content', async () => {
  const { headers } = await ask('/assets/a%20b.js');
  expect(headers['Content-Type']).toBe('text/javascript; charset=utf-8');
  expect(headers['Cache-Control']).toContain('immutable');
});

test('HEAD has the headers without the body; other methods are refused', async () => {
  const head = await ask('/index.html', 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
  expect(head.headers['Content-Length']).toBe('15');
  const post = await ask('/index.html', 'POST');
  expect(post.status).toBe(405);
  expect(post.headers).toMatchObject({ ...securityHeaders, Allow: 'GET, HEAD' });
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '\\..\\secret.txt',
  '/%00',
  '/index.html%00.js',
  '/C:/Windows/win.ini',
  '/index.html::$DATA',
  '/%',
  '/%ff',
  '',
  'index.html',
  '/assets',
  '/assets/',
  '/absent.js',
  '/index.html/more',
  `/${'a'.repeat(5000)}`,
])('%s gives nothing', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('a path stays inside the folder whatever it is made of', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    'a',
    '%',
    '\0',
    ':',
    '~',
    'secret.txt',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const file = fileInside('/srv/site', `/${parts.join('')}`);
      expect(file === undefined || file.startsWith('/srv/site/')).toBe(true);
    }),
  );
});

test('the policy allows nothing that is not named, and no inline code', () => {
  const policy = securityHeaders['Content-Security-Policy'];
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
});

test('one worker alone may compile WebAssembly, and still evaluate nothing', () => {
  const policyOf = (path: string) => securityHeadersFor(path)['Content-Security-Policy'] ?? '';
  expect(policyOf('/recogniser/worker.min.js')).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policyOf('/recogniser/worker.min.js')).not.toMatch(/'unsafe|data:|https?:|\*/);
  for (const path of [
    '/',
    '/index.html',
    '/assets/import.worker.js',
    '/recogniser/',
    '/x/recogniser/worker.min.js',
  ])
    expect(securityHeadersFor(path)).toEqual(securityHeaders);
});

test('a link in the folder is followed, as the file system does', async () => {
  await symlink(join(folder, 'site/index.html'), join(folder, 'site/link.html'));
  expect((await ask('/link.html')).status).toBe(200);
});
