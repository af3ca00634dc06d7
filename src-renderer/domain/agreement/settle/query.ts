import type { DisagreementKind } from '../../model/collaboration';
import type { CodeId, CoderId, FamilyId, SourceId } from '../../model/ids';

export const standings = ['open', 'settled', 'changed-since'] as const;
/**
 * What has become of a difference: nobody decided yet; decided; decided, but what had been considered has
 * changed since or there is more of it.
 */
export type Standing = (typeof standings)[number];

export const differenceOrders = ['characters', 'place'] as const;
/** The most characters at stake first, or as sources and texts go. */
export type DifferenceOrder = (typeof differenceOrders)[number];

/** Which differences are wanted. What is absent restricts nothing. */
export interface DifferenceQuery {
  /** The two coders; the first two persons when absent. */
  readonly coders?: readonly [CoderId, CoderId];
  /** Compares the codes of this family alone. */
  readonly familyId?: FamilyId;
  readonly kind?: DisagreementKind | 'agreed';
  /** A code that one of the two gave, or one below it. */
  readonly codeId?: CodeId;
  readonly sourceId?: SourceId;
  /** '' stands for sources without a country. */
  readonly country?: string;
  readonly standing?: Standing;
  /** A cell of the confusion matrix: what the first gave where the second gave the other; null for no code. */
  readonly cell?: readonly [CodeId | null, CodeId | null];
  /** 'characters' when absent. */
  readonly order?: DifferenceOrder;
  /** Id of the difference that is looked at. */
  readonly current?: string;
}
