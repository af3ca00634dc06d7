import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedSource } from '../../../src-renderer/domain/model/import';
import {
  mergeSources,
  moveBoundary,
  splitSource,
} from '../../../src-renderer/domain/sources/incoming/regroup';
import { checkCanonical, cleanText, layOut } from '../../../src-renderer/domain/text/canonical';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('人身取引', 'a b', 'x\ny', '\uFEFF', '  ', '😀'),
);
const body = fc
  .array(
    fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'note' as const),
      level: fc.nat(2),
      text: fc.array(piece, { maxLength: 4 }).map((some) => some.join('')),
    }),
    { maxLength: 6 },
  )
  .map((drafts) => layOut(drafts));

const comment = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(9) });

const source: fc.Arbitrary<ParsedSource> = fc
  .record({
    body,
    title: fc.constantFrom('', 'One', 'Two'),
    date: fc.constantFrom('', '2019', '2019-07-01'),
    comments: fc.array(comment, { maxLength: 3 }),
    ends: fc.nat(2),
  })
  .map(({ body: { text: laidOut, blocks }, title, date, comments, ends }) => {
    const text = laidOut + '\n'.repeat(ends);
    return {
      title,
      format: 'txt',
      encoding: 'utf-8',
      language: 'en',
      hash: '0'.repeat(64),
      text,
      blocks,
      date,
      author: '',
      outlet: 'Guardian',
      url: '',
      identifier: title,
      fields: [{ name: 'SECTION', value: title }],
      comments: comments.map(({ at, length }) => {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + length);
        return { start, end, author: 'A', date: '', text: text.slice(start, end) };
      }),
      warnings: [{ key: 'no-text', params: {} }],
    };
  });

const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, share: number) => Math.floor(share * text.length);
/** Characters without the line feeds and byte order marks of seams. */
const bare = (...texts: string[]) => texts.join('').replace(/[\n\uFEFF]/g, '');
const contents = ({ text, blocks }: ParsedSource) =>
  blocks.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('sources made one', () => {
  it('keep every character and block in order, and the head of the first', () => {
    fc.assert(
      fc.property(source, source, (a, b) => {
        const merged = mergeSources(a, b);
        checkCanonical(merged);
        expect(bare(merged.text)).toBe(bare(a.text, b.text));
        expect(contents(merged)).toEqual([...contents(a), ...contents(b)]);
        expect(merged).toMatchObject({ title: a.title, date: a.date, outlet: a.outlet });
        expect(merged.fields).toEqual(expect.arrayContaining([...a.fields, ...b.fields]));
        if (b.date && b.date !== a.date)
          expect(merged.fields).toContainEqual({ name: 'date', value: b.date });
        expect(merged.warnings).toEqual(a.warnings);
        expect(merged.comments).toHaveLength(a.comments.length + b.comments.length);
      }),
    );
  });

  it('keep comments at their passages', () => {
    fc.assert(
      fc.property(source, source, (a, b) => {
        const { text, comments } = mergeSources(a, b);
        for (const { start, end, text: passage } of comments)
          expect(bare(text.slice(start, end))).toBe(bare(passage));
      }),
    );
  });
});

describe('a source parted', () => {
  it('loses nothing, and is the same when it is made one again', () => {
    fc.assert(
      fc.property(source, position, (whole, share) => {
        const parts = splitSource(whole, at(whole.text, share));
        if (!parts) return;
        for (const part of parts) {
          checkCanonical(part);
          expect(part.blocks.length).toBeGreaterThan(0);
        }
        expect(parts.flatMap(contents)).toEqual(contents(whole));
        expect(bare(parts[0].text, parts[1].text)).toBe(bare(whole.text));
        const again = mergeSources(...parts);
        expect(contents(again)).toEqual(contents(whole));
        expect(again.fields).toEqual(whole.fields);
        expect(again.comments).toHaveLength(whole.comments.length);
      }),
    );
  });

  it('is parted before the block that holds the position, unless that is the first', () => {
    fc.assert(
      fc.property(source, position, (whole, share) => {
        const cutAt = at(whole.text, share);
        const holding = whole.blocks.findIndex(({ end }) => end > cutAt);
        expect(splitSource(whole, cutAt)?.[0].blocks.length ?? 0).toBe(Math.max(0, holding));
      }),
    );
  });

  it('gives the second its heading as title, and nothing that the first says of itself', () => {
    const text = cleanText('End of one.\n\nA  new\theadline\n\nIts text.');
    const [a, b] =
      splitSource(
        {
          ...fc.sample(source, 1)[0]!,
          text,
          blocks: [
            { start: 0, end: 11, kind: 'paragraph', level: 0 },
            { start: 13, end: 28, kind: 'heading', level: 1 },
            { start: 30, end: 39, kind: 'paragraph', level: 0 },
          ],
          comments: [],
        },
        20,
      ) ?? [];
    expect(a?.text).toBe('End of one.');
    expect(b).toMatchObject({ title: 'A new headline', date: '', outlet: '', identifier: '', fields: [] });
  });
});

describe('a boundary that is moved', () => {
  it('leaves both heads as they are and loses nothing', () => {
    fc.assert(
      fc.property(source, source, position, (a, b, share) => {
        const parts = moveBoundary(a, b, at(mergeSources(a, b).text, share));
        if (!parts) return;
        for (const part of parts) checkCanonical(part);
        expect(parts.flatMap(contents)).toEqual([...contents(a), ...contents(b)]);
        expect(parts.map(({ title }) => title)).toEqual([a.title, b.title]);
        expect(parts.map(({ fields }) => fields)).toEqual([a.fields, b.fields]);
      }),
    );
  });
});
