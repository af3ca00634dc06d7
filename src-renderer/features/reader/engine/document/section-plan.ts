import type { Block } from '../../../../domain/model/source';
import type { Pieces } from './pieces';
import { guessHeight, type Setting } from './typography';

/**
 * Measured: sections of about one screen, twenty to a chapter, open and scroll fastest. Smaller ones cost
 * elements, larger ones lay out what is not seen.
 */
const SECTION_HEIGHT = 900;
const SECTION_PIECES = 25;
export const SECTIONS_PER_CHAPTER = 20;

/** Which pieces go into which section. */
export interface SectionPlan {
  readonly count: number;
  /** First piece of each section. */
  readonly starts: Uint32Array;
  /** Guessed heights of the sections in CSS pixels. */
  readonly heights: Float64Array;
}

export function planSections(pieces: Pieces, blocks: readonly Block[], setting: Setting): SectionPlan {
  const starts: number[] = [];
  const heights: number[] = [];
  let height = Infinity;
  for (let piece = 0; piece < pieces.count; piece++) {
    if (height >= SECTION_HEIGHT || piece - (starts.at(-1) ?? 0) >= SECTION_PIECES) {
      if (starts.length > 0) heights.push(height);
      starts.push(piece);
      height = 0;
    }
    const length = (pieces.ends[piece] ?? 0) - (pieces.starts[piece] ?? 0);
    height += guessHeight(length, blocks[pieces.blocks[piece] ?? 0]?.kind ?? 'paragraph', setting);
  }
  if (starts.length > 0) heights.push(height);
  return { count: starts.length, starts: Uint32Array.from(starts), heights: Float64Array.from(heights) };
}

/** In: a plan and a piece. Out: the section that holds it. */
export function sectionOf({ starts, count }: SectionPlan, piece: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= piece) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export const chapterOf = (section: number): number => Math.floor(section / SECTIONS_PER_CHAPTER);
