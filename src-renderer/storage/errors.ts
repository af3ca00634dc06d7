import Dexie from 'dexie';

/**
 * Describes what IndexedDB refused to do.
 * In: what was thrown. Out: a line for the report. Throws the error again when it is not IndexedDB's:
 * that is a broken invariant of ours.
 */
export function describeRefusal(error: unknown): string {
  if (error instanceof Dexie.DexieError || error instanceof DOMException) {
    return `${error.name}: ${error.message}`;
  }
  throw error;
}

/** Whether a write was refused because the disk, or our share of it, is full. */
export function isFull(error: unknown): boolean {
  return causes(error).some((cause) => cause.name === 'QuotaExceededError');
}

/** An error and what lies beneath it: Dexie wraps the reason of an abort, and collects those of a bulk write. */
function causes(error: unknown): readonly { readonly name?: unknown }[] {
  if (typeof error !== 'object' || error === null) return [];
  const { inner, failures } = error as { inner?: unknown; failures?: readonly unknown[] };
  return [error as { name?: unknown }, ...causes(inner), ...(failures ?? []).flatMap(causes)];
}
