import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { securityHeaders, securityHeadersFor } from '../security/headers';
import { mimeType } from './mime';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Answers for a folder of built pages, the same way under app:// and on the local server.
 * In: the folder, the method, and the path of the request, still percent-encoded, without query.
 * Out: the file, or a refusal; never a listing, never a file outside the folder.
 */
export async function answerFrom(folder: string, method: string, path: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD')
    return refusal(405, 'Only GET and HEAD are answered.', { Allow: 'GET, HEAD' });
  const file = fileInside(folder, path === '/' ? '/index.html' : path);
  const content = file && (await contentOf(file));
  if (!content) return refusal(404, 'There is no such page.');
  const headers = {
    ...securityHeadersFor(path),
    'Content-Type': mimeType(file),
    'Content-Length': String(content.byteLength),
    // The names of built assets carry a hash of their content; every other file may change in place.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
  return { status: 200, headers, body: method === 'HEAD' ? new Uint8Array() : content };
}

/** Out: an answer that says in a sentence why there is no page. */
export function refusal(
  status: number,
  sentence: string,
  extra: Readonly<Record<string, string>> = {},
): Answer {
  const headers = {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  return { status, headers: { ...headers, ...extra }, body: new TextEncoder().encode(`${sentence}\n`) };
}

/**
 * In: a folder and the encoded path of a request. Out: the absolute path of the file it names;
 * undefined when it leaves the folder, is the folder itself, or is no path at all.
 */
export function fileInside(folder: string, path: string): string | undefined {
  const decoded = decode(path);
  // A backslash separates and a colon names a drive or a stream on Windows; NUL ends a path in C.
  if (decoded === undefined || !decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return undefined;
  const file = resolve(folder, `.${decoded}`);
  const inside = relative(folder, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined;
  return file;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const absent = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return undefined;
    throw error;
  }
}
