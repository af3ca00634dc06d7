import type { ChangeSetId, CoderId } from './ids';
import type { Message } from './message';
import type { TableName, TableRows } from './project';

/** One row before and after; null before = added, null after = removed. */
export type Change = {
  readonly [T in TableName]: {
    readonly table: T;
    readonly id: string;
    readonly before: TableRows[T] | null;
    readonly after: TableRows[T] | null;
  };
}[TableName];

/** What a use case wants to do: the name and the rows. */
export interface ChangeDraft {
  /** Named under `change.<key>` in the strings: "Undo: code ‘Organized crime’". */
  readonly label: Message;
  readonly changes: readonly Change[];
}

/**
 * A committed gesture. The log of change sets is append-only and is the audit trail: an undo is a
 * change set of its own (`kind: 'undo'`) that points to what it undid.
 */
export interface ChangeSet extends ChangeDraft {
  readonly id: ChangeSetId;
  /** 'origin' is the making of the project: the first entry, which cannot be undone. */
  readonly kind: 'origin' | 'do' | 'undo' | 'redo';
  /** The 'do' change set that an undo or redo is about; null otherwise. */
  readonly target: ChangeSetId | null;
  readonly coderId: CoderId;
  readonly at: string;
}

/** A change set without its rows: enough for the undo menu and the history list. */
export type ChangeSetHeader = Omit<ChangeSet, 'changes'> & { readonly size: number };
