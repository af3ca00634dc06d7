import type { CodePattern, CodeSymbol } from '../../../domain/model/codebook';

/** The signs of a code. */
export interface Sign {
  /** #RRGGBB */
  readonly color: string;
  readonly symbol: CodeSymbol;
  readonly pattern: CodePattern;
}

/** How a coded segment shows itself: by its leading code, the others beside it. */
export interface SegmentLook {
  readonly lead: Sign;
  /** Name of the leading code. */
  readonly label: string;
  readonly others: readonly Sign[];
  /** Set for segments of another coder, which are drawn hollow. */
  readonly initials: string | null;
  /** The full name that belongs to the initials. */
  readonly coder: string | null;
  readonly unsure: boolean;
}
