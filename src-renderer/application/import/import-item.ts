import type { ImportFailure } from '../../domain/model/import';
import type { SourceId } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { CommitFailure } from '../ports/storage';
import type { InputFile } from '../ports/platform';

/** Where one file of an import stands. */
export type ImportItem = { readonly file: InputFile } & (
  | { readonly state: 'waiting' | 'reading' | 'read' | 'cancelled' }
  /** In the project, durably. */
  | { readonly state: 'done'; readonly sourceIds: readonly SourceId[]; readonly warnings: readonly Message[] }
  /** The same bytes as a source of the project or a file earlier in the list, by title or path. */
  | { readonly state: 'duplicate'; readonly sameAs: string }
  | { readonly state: 'failed'; readonly failure: ImportFailure }
);

/** The whole import: which part of the work is being done, and each file. */
export interface ImportProgress {
  readonly phase: 'reading' | 'keeping' | 'done' | 'cancelled' | 'not-kept';
  readonly items: readonly ImportItem[];
  /** Why nothing was kept, when the phase is 'not-kept'. */
  readonly failure: CommitFailure | null;
}

/** Whether the import is still at work. */
export const isImporting = ({ phase }: ImportProgress): boolean => phase === 'reading' || phase === 'keeping';

/** How far the import is, from 0 to 1. */
export function importedShare({ items, phase }: ImportProgress): number {
  if (phase !== 'reading' || items.length === 0) return phase === 'reading' ? 0 : 1;
  const read = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  return read / items.length;
}
