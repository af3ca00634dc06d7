import type { Block } from '../../../../domain/model/source';

/** How a text is set: ideographs want a shorter line of larger cells, hangul stands between the two. */
export type Setting = 'latin' | 'ideographs' | 'hangul';

/**
 * In: a language (BCP 47, '' when unknown) and the text. Out: its setting; where the language says
 * nothing, what the text begins with decides.
 */
export function settingOf(language: string, text: string): Setting {
  const primary = language.split('-')[0]?.toLowerCase();
  if (primary === 'ja' || primary === 'zh' || primary === 'yue') return 'ideographs';
  if (primary === 'ko') return 'hangul';
  if (primary) return 'latin';
  const sample = text.slice(0, 2000);
  const hangul = sample.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const ideographs = sample.match(/[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}]/gu)?.length ?? 0;
  if (hangul + ideographs < sample.length / 4) return 'latin';
  return hangul > ideographs ? 'hangul' : 'ideographs';
}

/** What document.module.css sets, in CSS pixels: only to guess heights of what is not laid out yet. */
const metrics: Record<Setting, { advance: number; measure: number; line: number }> = {
  latin: { advance: 8, measure: 594, line: 31 },
  ideographs: { advance: 17, measure: 663, line: 33 },
  hangul: { advance: 14, measure: 612, line: 33 },
};
const padding: Record<Block['kind'], number> = {
  heading: 34,
  paragraph: 16,
  'list-item': 8,
  'table-row': 14,
  quote: 16,
  preformatted: 16,
  note: 10,
  furniture: 10,
  hidden: 16,
};

/** Characters in a full line. */
export const lineLength = (setting: Setting): number =>
  Math.round(metrics[setting].measure / metrics[setting].advance);

/** A guess at the height of a piece in CSS pixels, for what is not laid out yet. */
export function guessHeight(length: number, kind: Block['kind'], setting: Setting): number {
  const lines = Math.max(1, Math.ceil(length / lineLength(setting)));
  return lines * metrics[setting].line + padding[kind];
}

/** A line this much shorter than the longest was ended on purpose. */
const RAGGED = 0.55;
const SHORTEST_WRAPPED: Record<Setting, number> = { latin: 40, ideographs: 20, hangul: 20 };

/**
 * Whether the line ends of a block mean something (verse, addresses, code), as against text that some
 * program wrapped at a fixed width and that the reader may flow anew.
 */
export function keepsLines(text: string, block: Block, setting: Setting): boolean {
  if (block.kind === 'preformatted') return true;
  // A hundred lines tell.
  const lines = text
    .slice(block.start, Math.min(block.end, block.start + 10_000))
    .split('\n')
    .slice(0, -1);
  const lengths = lines.map((line) => line.length);
  const longest = Math.max(0, ...lengths);
  if (lines.length === 0) return false;
  return longest < SHORTEST_WRAPPED[setting] || lengths.some((length) => length < longest * RAGGED);
}
