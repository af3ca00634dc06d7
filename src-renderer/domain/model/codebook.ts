import type { CodeId, FamilyId, SegmentId } from './ids';
import type { LabelLanguage, Labels } from './language';

/** Fill patterns and symbols stand beside the colour, so that no figure depends on colour alone. */
export const codePatterns = [
  'solid',
  'diagonal-up',
  'diagonal-down',
  'dots',
  'horizontal',
  'vertical',
] as const;
export type CodePattern = (typeof codePatterns)[number];
export const codeSymbols = [
  'square',
  'circle',
  'triangle',
  'diamond',
  'cross',
  'star',
  'hexagon',
  'none',
] as const;
export type CodeSymbol = (typeof codeSymbols)[number];

/** A family: one dimension of the codebook (mode, actor, level, …). Its root code has the family's key. */
export interface CodeFamily {
  readonly id: FamilyId;
  /** Machine name such as 'mode', 'actor', 'level'; free families have a name of the researcher's own. */
  readonly key: string;
  readonly labels: Labels;
  /** Core families are shown first. */
  readonly core: boolean;
  /** Whether this project uses the family. */
  readonly enabled: boolean;
  readonly order: number;
}

/** A code. A folder (`codable: false`) groups codes and is never applied. */
export interface Code {
  readonly id: CodeId;
  readonly familyId: FamilyId;
  readonly parentId: CodeId | null;
  /** Short name such as M1; '' for codes of the researcher's own. Unique where present. */
  readonly key: string;
  readonly labels: Labels;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  /** The response that the framing calls for, such as stricter border control; '' where none is implied. */
  readonly response: string;
  /** Coded segments chosen as examples. */
  readonly examples: readonly SegmentId[];
  /** Hints for retrieval, never automatic codes. */
  readonly indicators: { readonly [language in LabelLanguage]?: readonly string[] };
  /** #RRGGBB, upper case. */
  readonly color: string;
  readonly symbol: CodeSymbol;
  readonly pattern: CodePattern;
  /** A single key that applies the code ('1'…'9', 'a'…), or ''. */
  readonly shortcut: string;
  readonly codable: boolean;
  /** Position among its siblings. */
  readonly order: number;
}
