import type { ImportChoices, ImportFailure } from '../../domain/model/import';
import type { SourceId } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { ProposedSource } from '../../domain/sources/incoming/proposal';
import type { JoinedRecords } from '../../domain/sources/incoming/propose-files';
import type { ParsedFile, ParseProgress } from '../ports/parser';
import type { CommitFailure } from '../ports/storage';
import type { InputFile } from '../ports/platform';

/** Where one file of an import stands. */
export type ImportItem = {
  /** Within its import. */
  readonly id: number;
  readonly file: InputFile;
  readonly choices: ImportChoices;
} & (
  | { readonly state: 'waiting' | 'cancelled' }
  /** Pages that are recognised one by one tell how far they are. */
  | { readonly state: 'reading'; readonly progress?: ParseProgress }
  | { readonly state: 'read'; readonly read: ParsedFile }
  /** In the project, durably. */
  | { readonly state: 'done'; readonly sourceIds: readonly SourceId[]; readonly warnings: readonly Message[] }
  /** Nothing of it was taken in: it was left out, or an archive whose files stand by themselves. */
  | { readonly state: 'left-out'; readonly sameAs: string | null; readonly warnings: readonly Message[] }
  | { readonly state: 'failed'; readonly failure: ImportFailure }
);

/** The whole import: which part of the work is being done, each file, and what would come of them. */
export interface ImportProgress {
  readonly phase: 'reading' | 'preview' | 'keeping' | 'done' | 'cancelled';
  readonly items: readonly ImportItem[];
  readonly sources: readonly ProposedSource[];
  readonly records: JoinedRecords;
  /** Whether the person has changed something of the preview, which would be lost with it. */
  readonly isEdited: boolean;
  /** Whether there is a change that can be taken back. */
  readonly canUndo: boolean;
  /** Why what was to be kept could not be: the preview stands as it was. */
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
