import type { PlacedBlock } from './blocks';

/** A part of the page must hold at least this share of its text to stand for the page. */
const MOST = 0.5;

export interface MainContent {
  readonly blocks: readonly PlacedBlock[];
  /** UTF-16 units of text around the document that were left out. */
  readonly leftOut: number;
}

/**
 * Leaves out what stands around the document, where the page marks the document with `main` or `article`
 * and most of its text is in there. Otherwise everything stays: losing text is worse than keeping a menu.
 */
export function mainContent(blocks: readonly PlacedBlock[]): MainContent {
  const total = lengthOf(blocks);
  const main = blocks.filter(({ place }) => place === 'main');
  const candidates = [main, blocks.filter(({ place }) => place === 'main' || place === 'article')];
  const chosen = candidates.find((some) => some.length > 0 && lengthOf(some) >= MOST * total) ?? blocks;
  return { blocks: chosen, leftOut: total - lengthOf(chosen) };
}

const lengthOf = (blocks: readonly PlacedBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);
