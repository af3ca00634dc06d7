import { describe, expect, it } from 'vitest';
import { applyCode, type CodeApplication } from '../../../../src-renderer/domain/coding/apply-code';
import { segmentOn } from '../../../../src-renderer/domain/coding/passage';
import { done, drafted, only, refusal, segment, source, stamp, TEXT, world } from '../build';

const apply = (start: number, end: number, more: Partial<CodeApplication> = {}): CodeApplication => ({
  passage: { sourceId: 's', start, end },
  text: TEXT,
  codeIds: ['crime'],
  coderId: 'ann',
  ...more,
});

describe('coding a passage', () => {
  it('makes a segment with its anchor', () => {
    const made = only(done(world(), applyCode(world(), apply(0, 17), stamp())).segments);
    expect(made).toEqual({
      id: 'n1',
      sourceId: 's',
      start: 0,
      end: 17,
      quote: 'Human trafficking',
      prefix: '',
      suffix: TEXT.slice(17, 49),
      characters: 17,
      coderId: 'ann',
      tags: ['crime'],
      certainty: 'certain',
      stance: 'asserts',
      memoId: null,
      createdAt: '2026-02-02T00:00:00.000Z',
      modifiedAt: '2026-02-02T00:00:00.000Z',
    });
  });

  it('widens the passage to whole graphemes and counts code points', () => {
    const flag = TEXT.indexOf('🇯🇵');
    const made = only(done(world(), applyCode(world(), apply(flag + 2, flag + 3), stamp())).segments);
    expect(made).toMatchObject({ start: flag, end: flag + 4, quote: '🇯🇵', characters: 2 });
  });

  it('adds codes to the segment of the same coder on exactly this passage', () => {
    let state = done(world(), applyCode(world(), apply(0, 17), stamp()));
    state = done(state, applyCode(state, apply(0, 17, { codeIds: ['police', 'crime', 'police'] }), stamp()));
    expect(only(state.segments).tags).toEqual(['crime', 'police']);
    state = done(state, applyCode(state, apply(0, 17, { certainty: 'unsure', stance: 'reports' }), stamp()));
    expect(only(state.segments)).toMatchObject({ certainty: 'unsure', stance: 'reports' });
  });

  it('does nothing when all is there already', () => {
    const state = done(world(), applyCode(world(), apply(0, 17), stamp()));
    expect(drafted(applyCode(state, apply(0, 17), stamp())).changes).toEqual([]);
  });

  it('makes segments of their own for other passages and other coders', () => {
    let state = done(world(), applyCode(world(), apply(0, 17), stamp()));
    const ids = stamp();
    ids.newId();
    state = done(state, applyCode(state, apply(0, 16), ids));
    state = done(state, applyCode(state, apply(0, 17, { coderId: 'bob' }), ids));
    expect(state.segments.size).toBe(3);
    expect(segmentOn(state, { sourceId: 's', start: 0, end: 17 }, 'bob')?.coderId).toBe('bob');
    expect(segmentOn(state, { sourceId: 's', start: 0, end: 15 }, 'bob')).toBeUndefined();
  });

  it('codes a whole document', () => {
    const state = done(world(), applyCode(world(), apply(0, TEXT.length), stamp()));
    expect(only(state.segments).quote).toBe(TEXT);
  });

  it('names the code in the language of the person', () => {
    const label = (codeIds: string[], language?: 'ja') =>
      drafted(applyCode(world(), apply(0, 5, { codeIds }), { ...stamp(), language })).label;
    expect(label(['crime'])).toEqual({ key: 'apply-code', params: { code: 'Organized crime' } });
    expect(label(['crime'], 'ja').params).toEqual({ code: '組織犯罪' });
    expect(label(['crime', 'police'])).toEqual({ key: 'apply-code-many', params: { count: 2 } });
  });

  it.each([
    ['range-empty', apply(3, 3)],
    ['range-outside', apply(-1, 3)],
    ['range-outside', apply(0, TEXT.length + 1)],
    ['range-outside', apply(5, 3)],
    ['range-outside', apply(0.5, 3)],
    ['range-outside', apply(Number.NaN, 3)],
    ['range-blank', apply(TEXT.indexOf('\n'), TEXT.indexOf('\n') + 2)],
    ['source-missing', apply(0, 3, { passage: { sourceId: 'x', start: 0, end: 3 } })],
    ['coder-missing', apply(0, 3, { coderId: 'x' })],
    ['no-codes', apply(0, 3, { codeIds: [] })],
    ['code-missing', apply(0, 3, { codeIds: ['crime', 'x'] })],
    ['code-not-codable', apply(0, 3, { codeIds: ['M'] })],
  ])('refuses: %s', (kind, input) => {
    expect(refusal(applyCode(world(), input, stamp()))).toBe(kind);
  });

  it('throws when handed the text of another source', () => {
    expect(() => applyCode(world(), apply(0, 3, { text: 'other' }), stamp())).toThrow('its own source');
  });

  it('survives lone surrogates, NUL and right-to-left marks', () => {
    const text = 'a\ud83d \u0000\u200fb';
    const state = world({ sources: [source('s', text)] });
    const made = done(state, applyCode(state, apply(0, text.length, { text }), stamp()));
    expect(only(made.segments)).toMatchObject({ quote: text, characters: text.length });
  });

  it('does not look through the other segments of a large project', () => {
    const text = 'word '.repeat(50_000);
    const segments = Array.from({ length: 20_000 }, (_, i) =>
      segment(`g${i}`, i % 2 ? 's' : `t${i % 100}`, text, [i, i + 7], ['crime']),
    );
    const sources = [source('s', text), ...Array.from({ length: 50 }, (_, i) => source(`t${2 * i}`, text))];
    const state = world({ sources, segments });
    const input = apply(30_001, 30_050, { text });
    const times = Array.from({ length: 200 }, (_, i) => {
      const started = performance.now();
      applyCode(state, { ...input, passage: { sourceId: 's', start: 10_000 + i, end: 10_050 + i } }, stamp());
      return performance.now() - started;
    });
    expect(times.sort((a, b) => a - b)[100]).toBeLessThan(0.5);
  });
});
