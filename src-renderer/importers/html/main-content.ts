import type { PlacedBlock } from './blocks';

/** A part of the page must hold at least this share of its text, menus aside, to stand for the page. */
const MOST = 0.5;

export interface MainContent {
  readonly blocks: readonly PlacedBlock[];
  /** UTF-16 units of text around the document that were left out. */
  readonly leftOut: number;
}

/**
 * Leaves out what stands around the document: all beside `main` or `article` where the page marks the document
 * so and most of its text is in there, else what it marks as navigation. Where that would be most of the page,
 * everything stays: losing text is worse than keeping a menu.
 */
export function mainContent(blocks: readonly PlacedBlock[]): MainContent {
  const text = blocks.filter(({ place }) => place !== 'navigation');
  const main = text.filter(({ place }) => place === 'main');
  const marked = text.filter(({ place }) => place === 'main' || place === 'article');
  const least = MOST * lengthOf(text);
  const chosen =
    [main, marked].find((some) => some.length > 0 && lengthOf(some) >= least) ??
    (lengthOf(text) >= MOST * lengthOf(blocks) ? text : blocks);
  return { blocks: chosen, leftOut: lengthOf(blocks) - lengthOf(chosen) };
}

const lengthOf = (blocks: readonly PlacedBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);
