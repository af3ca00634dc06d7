import type { LabelLanguage } from './language';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]?: Name };

/** Identifiers are GUIDs (8-4-4-4-12 lower-case hex) so that exchange formats can carry them unchanged. */
export type SourceId = Brand<'source'>;
export type CodeId = Brand<'code'>;
export type SegmentId = Brand<'segment'>;
export type CoderId = Brand<'coder'>;
export type MemoId = Brand<'memo'>;
export type CaseId = Brand<'case'>;
export type VariableId = Brand<'variable'>;
export type ChangeSetId = Brand<'change-set'>;
export type FamilyId = Brand<'family'>;

/** Supplies what a pure function may not take from the world: fresh ids, the present moment, a language. */
export interface Stamp {
  /** A fresh GUID at each call. */
  readonly newId: () => string;
  /** The present moment, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** The language in which labels name codes ("Undo: code ‘組織犯罪’"); English when absent. */
  readonly language?: LabelLanguage;
}
