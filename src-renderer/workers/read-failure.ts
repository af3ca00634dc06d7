import type { ImportFailure } from '../domain/model/import';

const kinds: { readonly [errorName: string]: ImportFailure['kind'] } = {
  NotFoundError: 'missing',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  QuotaExceededError: 'too-large',
};

/** In: what reading the bytes of a file rejected with. Out: why that file does not go in. */
export function readFailure(error: unknown): ImportFailure {
  const name = error instanceof Error ? error.name : '';
  return { kind: kinds[name] ?? 'unreadable', detail: String(error) };
}
