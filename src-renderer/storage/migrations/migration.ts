import type { Transaction } from 'dexie';

/**
 * One step of the format of a project's database. Steps are append-only: once released, a file here
 * is never edited, because there are projects on disk that were written by it.
 */
export interface Migration {
  /** Four digits that count from 0001, a hyphen, and words: the name of its file. */
  readonly name: string;
  /** Tables as Dexie declares them: those added or changed, and null for those dropped. */
  readonly tables: { readonly [table: string]: string | null };
  /** Rewrites the rows of the step before, in the transaction that changes the tables. */
  readonly rewrite?: (transaction: Transaction) => Promise<void>;
}
