import type { Line } from './lines';

/** A page's lines in drawing order. */
export type PageLines = readonly Line[];

// So many lines at either end of a page can belong to its head or foot.
const EDGE_LINES = 3;
const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.4;

/**
 * Finds running heads, page numbers and margin notes: lines at the top or the bottom of the page, or
 * turned against its text, that come back on page after page with at most their numbers changed.
 */
export function pageFurniture(pages: readonly PageLines[]): ReadonlySet<Line> {
  const byText = new Map<string, { lines: Line[]; pages: Set<number> }>();
  for (const [number, lines] of pages.entries()) {
    for (const line of edgeLines(lines)) {
      const key = line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ');
      const found = byText.get(key) ?? { lines: [], pages: new Set() };
      found.lines.push(line);
      found.pages.add(number);
      byText.set(key, found);
    }
  }
  const enough = Math.max(FEWEST_PAGES, SHARE_OF_PAGES * pages.length);
  return new Set(
    [...byText.values()].filter((found) => found.pages.size >= enough).flatMap((found) => found.lines),
  );
}

function edgeLines(lines: PageLines): Line[] {
  const angle = mainAngle(lines);
  const upright = lines.filter((line) => line.angle === angle).sort((a, b) => a.at - b.at);
  const turned = lines.filter((line) => line.angle !== angle);
  return [...new Set([...upright.slice(0, EDGE_LINES), ...upright.slice(-EDGE_LINES), ...turned])];
}

/** The angle at which most of a page's text is set. */
export function mainAngle(lines: PageLines): number {
  const length = new Map<number, number>();
  for (const { angle, text } of lines) length.set(angle, (length.get(angle) ?? 0) + text.length);
  return [...length].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
