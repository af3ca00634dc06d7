import { readQdpx, type QdpxOptions, type ReadQdpx } from '../../../../src-renderer/importers/qdpx/read';
import { memoryFile } from '../../../fixtures/refi/memory-file';

let made = 0;
export const stamp = {
  newId: () => `ffffffff-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  now: () => '2026-01-01T00:00:00.000Z',
};

/** Reads a file that must be readable. */
export async function readOk(bytes: Uint8Array, options: Partial<QdpxOptions> = {}): Promise<ReadQdpx> {
  const result = await readQdpx(memoryFile(bytes), { stamp, ...options });
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

/** Reads a file that must not be. Out: why not. */
export async function readFailure(bytes: Uint8Array, options: Partial<QdpxOptions> = {}) {
  const result = await readQdpx(memoryFile(bytes), { stamp, ...options });
  if (result.ok) throw new Error('the file was read');
  return result.error;
}

/** What a report says, by key, each with its count. */
export const counts = (messages: readonly { key: string; params: Record<string, string | number> }[]) =>
  Object.fromEntries(messages.map(({ key, params }) => [key, params['count']]));

/** Segments as words with the names of their codes and coder, in reading order. */
export function segmentsOf({ content: { state } }: ReadQdpx) {
  return [...state.segmentsBySource.values()].flat().map((segment) => ({
    quote: segment.quote,
    codes: segment.tags.map((tag) => state.codes.get(tag)?.labels.en),
    coder: state.coders.get(segment.coderId)?.name,
  }));
}
