import type { CoderId } from './ids';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** An analysis under a name: what was asked, and what came of it then. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Which analysis it is of; what that understands by `settings` and `figures` is its own affair. */
  readonly analysis: string;
  readonly settings: JsonValue;
  /** The figures when it was saved, so that it can be told what has moved since. */
  readonly figures: JsonValue;
  readonly coderId: CoderId;
  readonly createdAt: string;
  readonly modifiedAt: string;
}
