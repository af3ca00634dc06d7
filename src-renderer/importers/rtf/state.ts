/** Where text goes that is read. */
export type Destination =
  | { readonly kind: 'text' }
  | { readonly kind: 'skipped' }
  /** Holds drawings: their text has destinations of its own. */
  | { readonly kind: 'drawing' }
  | { readonly kind: 'fonts' }
  | { readonly kind: 'styles' }
  | { readonly kind: 'info' }
  | { readonly kind: 'value'; readonly parts: string[] };

export interface ParagraphState {
  readonly inTable: boolean;
  /** Tables that the paragraph is in; 0 where it does not say. */
  readonly depth: number;
  readonly style: number;
  /** Level of a heading from 1, 0 for other text. */
  readonly heading: number;
  /** Depth in lists from 1, 0 for other text. */
  readonly list: number;
}

export type Revision = 'none' | 'inserted' | 'deleted' | 'moved away' | 'moved here';

/** A field that is being read. */
export interface Field {
  readonly instruction: string[];
  /** Where its result goes. */
  readonly destination: Destination;
  hasResult: boolean;
}

/** What a group takes over from the group around it. */
export interface State {
  destination: Destination;
  /** Where text goes when the Unicode form of it comes, beside another that is skipped. */
  unicodeDestination: Destination | undefined;
  font: number;
  hidden: boolean;
  revision: Revision;
  /** How many characters follow a Unicode character for readers that know none. */
  fallback: number;
  paragraph: ParagraphState;
  field: Field | undefined;
  /** Whether an embedded object is being read, of which a picture shows no more. */
  inObject: boolean;
  /** Whether the group is one that readers who do not know it are to skip. */
  optional: boolean;
}

export const SKIPPED: Destination = { kind: 'skipped' };
export const TEXT: Destination = { kind: 'text' };

export const usualParagraph: ParagraphState = { inTable: false, depth: 0, style: 0, heading: 0, list: 0 };

export const firstState = (): State => ({
  destination: SKIPPED,
  unicodeDestination: undefined,
  font: 0,
  hidden: false,
  revision: 'none',
  fallback: 1,
  paragraph: usualParagraph,
  field: undefined,
  inObject: false,
  optional: false,
});
