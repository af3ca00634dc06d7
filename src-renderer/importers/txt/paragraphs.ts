import type { Block } from '../../domain/model/source';
import { wrappedStarts, type Line } from './hard-wrap';

// A line longer than this was not broken by hand or by a mail program: it is a paragraph of its own.
const LONGEST_BROKEN_LINE = 120;
const LONGEST_BROKEN_LINE_EAST_ASIAN = 60;

/**
 * Finds the paragraphs of plain text without changing it: blank lines part them; where lines are long,
 * each line is one; where text was broken at a fixed width, the lines of one paragraph stay together.
 * Lines of nothing but spaces belong to the paragraph before them, so that only line feeds stand between
 * blocks.
 */
export function findParagraphs(text: string): Block[] {
  const chunks = chunksOf(text);
  const starts = chunks.flatMap((lines) => startsIn(text, lines, chunks.length > 1));
  // Space before the first paragraph belongs to it, for the same reason.
  if (starts.length > 0) starts[0] = skipLineFeeds(text, 0);
  return starts.map((start, i) => ({
    start,
    end: endBefore(text, starts[i + 1]),
    kind: 'paragraph',
    level: 0,
  }));
}

function startsIn(text: string, lines: readonly Line[], hasBlankLines: boolean): number[] {
  const [first] = lines;
  if (!first || lines.length === 1) return lines.map((line) => line.start);
  const limit = isEastAsian(text, first.start) ? LONGEST_BROKEN_LINE_EAST_ASIAN : LONGEST_BROKEN_LINE;
  if (lines.some(({ start, end }) => end - start > limit)) return lines.map((line) => line.start);
  if (!hasBlankLines) return wrappedStarts(text, lines);
  // Japanese and Chinese typists open a paragraph with an ideographic space.
  return lines.filter((line) => line === first || text[line.start] === '\u3000').map((line) => line.start);
}

/** The runs of lines between blank lines. */
function chunksOf(text: string): Line[][] {
  const chunks: Line[][] = [];
  let chunk: Line[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (!isBlank(text, start, end)) {
      if (chunk.length === 0) chunks.push(chunk);
      chunk.push({ start, end });
    } else if (chunk.length > 0) {
      chunk = [];
    }
    start = end + 1;
  }
  return chunks;
}

function isBlank(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  const first = text.charCodeAt(start);
  if (first > 0x20 && first < 0x80) return false;
  return text.slice(start, end).trim() === '';
}

const isEastAsian = (text: string, at: number): boolean =>
  /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/.test(text.slice(at, at + 60));

function skipLineFeeds(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 10) at++;
  return at;
}

function endBefore(text: string, next: number | undefined): number {
  let end = next ?? text.length;
  while (text.charCodeAt(end - 1) === 10) end--;
  return end;
}
