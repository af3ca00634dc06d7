import type { ReadFailure, WriteFailure } from '../contract/bridge';

const writeKinds: Readonly<Record<string, WriteFailure['kind']>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

const readKinds: Readonly<Record<string, ReadFailure['kind']>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'denied',
};

/** In: what a write rejected with. Out: what the renderer may know of it. Rethrows what the system did not say. */
export function writeFailure(error: unknown): WriteFailure {
  const detail = systemCode(error);
  return { kind: writeKinds[detail] ?? 'failed', detail };
}

/** In: what a read rejected with. Out: what the renderer may know of it. Rethrows what the system did not say. */
export function readFailure(error: unknown): ReadFailure {
  const detail = systemCode(error);
  return { kind: readKinds[detail] ?? 'failed', detail };
}

function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
