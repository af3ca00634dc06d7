import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Block } from '../../../src-renderer/domain/model/source';
import {
  pieceAt,
  PIECE_LIMIT,
  piecesIn,
  splitForDisplay,
} from '../../../src-renderer/features/reader/engine/document/pieces';
import { planSections, sectionOf } from '../../../src-renderer/features/reader/engine/document/section-plan';
import { keepsLines, settingOf } from '../../../src-renderer/features/reader/engine/document/typography';

/** Lays texts out as paragraphs with a blank line between them. */
function layOut(texts: readonly string[]): { text: string; blocks: readonly Block[] } {
  let text = '';
  const blocks = texts.map((content, i): Block => {
    if (i > 0) text += '\n\n';
    const start = text.length;
    text += content;
    return { start, end: text.length, kind: 'paragraph', level: 0 };
  });
  return { text, blocks };
}

const words = fc.array(fc.constantFrom('police ', '警察。', 'e\u0301', '👩‍👩‍👧‍👦', '국경 ', 'law. ', '\n'), {
  minLength: 1,
  maxLength: 900,
});
const documents = fc.array(
  words.map((parts) => parts.join('').repeat(3)),
  { minLength: 1, maxLength: 6 },
);

describe('pieces', () => {
  it('cover every block exactly, in order, none too long, none cutting a grapheme', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const { text, blocks } = layOut(texts);
        const pieces = splitForDisplay(text, blocks);
        const rebuilt = blocks.map(() => '');
        for (let i = 0; i < pieces.count; i++) {
          const [start, end, block] = [pieces.starts[i]!, pieces.ends[i]!, pieces.blocks[i]!];
          expect(end - start).toBeLessThanOrEqual(PIECE_LIMIT);
          rebuilt[block] += text.slice(start, end);
          // A piece that begins with a joiner or a combining mark was cut out of a grapheme.
          expect(text.slice(start, end)).not.toMatch(/^(?:\u0301|\u200d|[\udc00-\udfff])/);
        }
        expect(rebuilt).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });

  it('shows an empty block as one piece', () => {
    expect(splitForDisplay('', [{ start: 0, end: 0, kind: 'paragraph', level: 0 }]).count).toBe(1);
  });

  it('cuts a text without any place to cut at the limit', () => {
    const { text, blocks } = layOut(['人'.repeat(PIECE_LIMIT * 2 + 10)]);
    expect([...splitForDisplay(text, blocks).ends]).toEqual([2000, 4000, 4010]);
  });

  it('finds the piece at a position, and which of two that meet', () => {
    const { text, blocks } = layOut(['one', 'x'.repeat(PIECE_LIMIT + 5)]);
    const pieces = splitForDisplay(text, blocks);
    expect([0, 3, 4, 5, 2004, 2005].map((position) => pieceAt(pieces, position))).toEqual([0, 0, 0, 1, 1, 2]);
    expect(pieceAt(pieces, 2005, true)).toBe(1);
    expect(pieceAt(pieces, 5, true)).toBe(1);
    expect(pieceAt(splitForDisplay('', []), 0)).toBe(-1);
  });

  it('finds the pieces that a range touches', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (texts, a, b) => {
        const { text, blocks } = layOut(texts);
        const [start, end] = [Math.min(a, b) % text.length, Math.max(a, b) % text.length];
        const pieces = splitForDisplay(text, blocks);
        const touched = Array.from({ length: pieces.count }, (_, i) => i).filter(
          (i) => start < end && pieces.starts[i]! < end && pieces.ends[i]! > start,
        );
        const { from, to } = piecesIn(pieces, start, end);
        expect(Array.from({ length: to - from }, (_, i) => from + i)).toEqual(touched);
      }),
      { numRuns: 50 },
    );
  });
});

describe('sections', () => {
  it('hold every piece once and find it again', () => {
    const { text, blocks } = layOut(Array.from({ length: 400 }, (_, i) => 'word '.repeat(1 + (i % 90))));
    const pieces = splitForDisplay(text, blocks);
    const plan = planSections(pieces, blocks, 'latin');
    expect(plan.starts[0]).toBe(0);
    for (let piece = 0; piece < pieces.count; piece++) {
      const section = sectionOf(plan, piece);
      expect(plan.starts[section]).toBeLessThanOrEqual(piece);
      expect(plan.starts[section + 1] ?? pieces.count).toBeGreaterThan(piece);
    }
    expect(Math.min(...plan.heights)).toBeGreaterThan(0);
  });

  it('are none for an empty document', () => {
    expect(planSections(splitForDisplay('', []), [], 'latin').count).toBe(0);
  });
});

describe('typography', () => {
  it('follows the language, and the letters where it is unknown', () => {
    expect([
      settingOf('ja', ''),
      settingOf('zh-Hant', ''),
      settingOf('ko-KR', ''),
      settingOf('th', ''),
    ]).toEqual(['ideographs', 'ideographs', 'hangul', 'latin']);
    expect(settingOf('', '人身取引は犯罪である。')).toBe('ideographs');
    expect(settingOf('', '인신매매는 범죄이다.')).toBe('hangul');
    expect(settingOf('', 'Trafficking is a crime.')).toBe('latin');
  });

  const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({
    start: 0,
    end: text.length,
    kind,
    level: 0,
  });
  const lines = (text: string, kind?: Block['kind']) => keepsLines(text, block(text, kind), 'latin');

  it('flows text that was wrapped at a fixed width anew and keeps lines that were meant', () => {
    const wrapped =
      'The government of Japan adopted a plan in the year 2009 that\nspeaks of victims and of offenders, of borders and of treaties\nand ends.';
    expect(lines(wrapped)).toBe(false);
    expect(lines('Ministry of Justice\n1-1-1 Kasumigaseki\nTokyo')).toBe(true);
    expect(lines('one line')).toBe(false);
    expect(lines('a b', 'preformatted')).toBe(true);
  });
});
