import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordInContext } from '../../../src-renderer/domain/retrieval/keyword';
import { findAnchor, makeAnchor } from '../../../src-renderer/domain/text/anchors';
import { blockAt, blocksIn } from '../../../src-renderer/domain/text/blocks';
import { moveBoundary, rangeAround, textUnits } from '../../../src-renderer/domain/text/boundaries';
import { fold, foldWithPositions, unfold } from '../../../src-renderer/domain/text/fold';
import { graphemeAt, isGraphemeBoundary, snapToGraphemes } from '../../../src-renderer/domain/text/graphemes';
import { covering, intervalIndex, overlapping } from '../../../src-renderer/domain/text/interval-index';
import {
  countCodePoints,
  positionTable,
  toCodePoints,
  toUtf16,
} from '../../../src-renderer/domain/text/positions';
import { sentencesOf } from '../../../src-renderer/domain/text/sentences';
import { blocksOf, ranges, texts } from './arbitraries';

/** Any UTF-16 at all. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
const languages = fc.constantFrom('en', 'ja', 'ko', 'zh-Hans', 'zh-Hant', '');

describe('positions', () => {
  it('survive the way to code points and back', () => {
    fc.assert(
      fc.property(fc.oneof(texts(), units), (text) => {
        const table = positionTable(text);
        const points = [...text];
        expect(countCodePoints(text)).toBe(points.length);
        expect(table.characters).toBe(points.length);
        const starts = points.reduce<number[]>((all, point) => [...all, all.at(-1)! + point.length], [0]);
        expect(starts.map((position) => toCodePoints(table, position))).toEqual([...starts.keys()]);
        expect([...starts.keys()].map((count) => toUtf16(table, count))).toEqual(starts);
        const inside = starts.filter((_, i) => points[i]?.length === 2);
        expect(inside.map((position) => toCodePoints(table, position + 1))).toEqual(
          inside.map((position) => toCodePoints(table, position)),
        );
      }),
    );
  });
});

describe('graphemes', () => {
  it('are those of the segmenter that sees the whole text', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(texts(), (text) => {
        for (const { index, segment } of segmenter.segment(text)) {
          const cluster = { start: index, end: index + segment.length };
          for (let i = cluster.start; i < cluster.end; i++) {
            expect(graphemeAt(text, i)).toEqual(cluster);
            expect(isGraphemeBoundary(text, i)).toBe(i === index);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('widen ranges once and for all', () => {
    fc.assert(
      fc.property(ranges, ({ text, start, end }) => {
        const snapped = snapToGraphemes(text, { start, end });
        expect(snapped.start).toBeLessThanOrEqual(start);
        if (start < end) expect(snapped.end).toBeGreaterThanOrEqual(end);
        else expect(snapped.end).toBe(snapped.start);
        expect(snapToGraphemes(text, snapped)).toEqual(snapped);
        expect(isGraphemeBoundary(text, snapped.start) && isGraphemeBoundary(text, snapped.end)).toBe(true);
      }),
    );
  });
});

describe('boundaries', () => {
  it('lead through a text in whole graphemes and come to its end', () => {
    fc.assert(
      fc.property(texts(), languages, fc.constantFrom(...textUnits), (text, language, unit) => {
        const blocks = blocksOf(text);
        for (const direction of ['forward', 'backward'] as const) {
          let position = direction === 'forward' ? 0 : text.length;
          for (;;) {
            const next = moveBoundary(text, blocks, position, unit, direction, language);
            if (next === position) break;
            expect(next > position).toBe(direction === 'forward');
            // In a gap between blocks there may be stray line feeds, which are clusters of their own.
            expect(blocks.length === 0 || blockAt(blocks, next) >= 0).toBe(true);
            position = next;
          }
          const end = direction === 'forward' ? blocks.at(-1)?.end : blocks[0]?.start;
          if (end !== undefined)
            expect(direction === 'forward' ? position >= end : position <= end).toBe(true);
        }
      }),
    );
  });

  it('find a unit around each position that stays within its block', () => {
    fc.assert(
      fc.property(ranges, languages, fc.constantFrom(...textUnits), ({ text, start }, language, unit) => {
        const blocks = blocksOf(text);
        const range = rangeAround(text, blocks, start, unit, language);
        if (!range) return;
        expect(range.start).toBeLessThan(range.end);
        const { from, to } = blocksIn(blocks, range.start, range.end);
        expect(to - from).toBe(1);
        expect(range.start >= blocks[from]!.start && range.end <= blocks[from]!.end).toBe(true);
      }),
    );
  });

  it('cover a text with sentences', () => {
    fc.assert(
      fc.property(texts(), languages, (text, language) => {
        const parts = sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part !== '')).toBe(true);
      }),
    );
  });
});

describe('blocks', () => {
  it('are found as by looking at each', () => {
    fc.assert(
      fc.property(ranges, ({ text, start, end }) => {
        const blocks = blocksOf(text);
        const touched = blocks.filter((block) => block.end > start && block.start < end);
        const { from, to } = blocksIn(blocks, start, end);
        if (start < end) expect(blocks.slice(from, to)).toEqual(touched);
        expect(blockAt(blocks, start)).toBe(blocks.findIndex((b) => b.start <= start && start <= b.end));
      }),
    );
  });
});

describe('the interval index', () => {
  const intervals = fc.array(
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
      .map(([start, width]) => ({ start, end: start + width })),
    { maxLength: 40 },
  );

  it('answers as by looking at each interval', () => {
    fc.assert(
      fc.property(intervals, fc.nat(100), fc.nat(40), (unsorted, start, width) => {
        const items = unsorted.sort((a, b) => a.start - b.start || a.end - b.end);
        const index = intervalIndex(items);
        const end = start + width;
        expect(overlapping(index, start, end)).toEqual(
          width === 0 ? [] : items.filter((item) => item.start < end && item.end > start),
        );
        expect(covering(index, start)).toEqual(
          items.filter((item) => item.start <= start && start < item.end),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('anchors', () => {
  it('are found where they were made', () => {
    fc.assert(
      fc.property(ranges, ({ text, start, end }) => {
        fc.pre(start < end);
        expect(findAnchor(text, makeAnchor(text, { start, end }), start)).toEqual({
          ok: true,
          value: { start, end },
        });
      }),
    );
  });

  it('only ever lead to their own words', () => {
    fc.assert(
      fc.property(ranges, texts(), ({ text, start, end }, other) => {
        fc.pre(start < end);
        const anchor = makeAnchor(text, { start, end });
        const found = findAnchor(other, anchor, start);
        if (found.ok) expect(other.slice(found.value.start, found.value.end)).toBe(anchor.quote);
        else expect(found.error === 'ambiguous').toBe(other.includes(anchor.quote));
      }),
    );
  });
});

describe('comparison form', () => {
  it('leads back to stretches that fold to what was found', () => {
    fc.assert(
      fc.property(texts(15), (text) => {
        const folded = foldWithPositions(text);
        const whole = folded.text.length;
        if (whole > 0) expect(unfold(folded, 0, whole)).toEqual({ start: 0, end: text.length });
        for (let i = 0; i < whole; i++) {
          const range = unfold(folded, i, i + 1);
          expect(range.start).toBeLessThan(range.end);
          expect(fold(text.slice(range.start, range.end))).toContain(folded.text[i]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every keyword that stands in a text of whole clusters', () => {
    fc.assert(
      fc.property(
        texts(10),
        texts(10),
        fc.constantFrom('人身取引', 'npa', '한국', '株'),
        (before, after, word) => {
          const text = `${before} ${word} ${after}`;
          const lines = keywordInContext(text, word.toUpperCase());
          expect(lines.some(({ start }) => start === before.length + 1)).toBe(true);
          for (const { start, end, keyword } of lines) {
            expect(text.slice(start, end)).toBe(keyword);
            expect(fold(keyword)).toContain(fold(word));
          }
        },
      ),
    );
  });
});
