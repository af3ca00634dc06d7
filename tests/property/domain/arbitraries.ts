import fc from 'fast-check';
import { stateFromRows } from '../../../src-renderer/domain/history/state';
import type { ProjectInfo, ProjectState } from '../../../src-renderer/domain/model/project';
import type { Block } from '../../../src-renderer/domain/model/source';
import { code, coder, family, source } from '../../unit/domain/build';

/** Pieces that break naive text handling, next to plain ones. */
const fragments = [
  'a',
  'word ',
  'The U.S. ',
  '. ',
  '人身',
  '取引。',
  '「',
  '」',
  '한국 ',
  '\u1112\u1161\u11ab',
  'か\u3099',
  'ｶﾞ',
  'Ａ',
  '㈱',
  'ﬁ',
  'e\u0301',
  'a\u0308\u0323',
  'हि',
  'क्षि ',
  'ก็ำ',
  '😀',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🇯🇵',
  '🇰🇷🇨',
  '𠮷',
  '葛\u{e0100}',
  '\ud83d',
  '\ude00',
  '\u200f',
  '\u200d',
  '\ufe0f',
  '\u0000',
  'İ',
  'ς',
  ' ',
  '　',
  '\t',
  '\n',
  '\n\n',
];

/** Canonical text: any mixture of the above. */
export const texts = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...fragments), { maxLength }).map((parts) => parts.join(''));

/** The blocks of a canonical text: what stands between blank lines. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    kind: 'paragraph',
    level: 0,
  }));
}

/** A text and a range `[start, end)` in it, which may cut clusters and pairs. */
export const ranges = texts().chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
);

export interface World {
  readonly state: ProjectState;
  readonly texts: ReadonlyMap<string, string>;
}

const info: ProjectInfo = { id: 'p', name: 'p', createdAt: '', currentCoderId: 'ann' };

/** A project of two sources of arbitrary text, a codebook of two families, and two coders. */
export const worlds: fc.Arbitrary<World> = fc
  .tuple(texts(), texts(), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }))
  .map(([first, second, parents]) => {
    const bodies = new Map([
      ['s1', `x${first}`],
      ['s2', `人${second}`],
    ]);
    const codes = parents.map((pick, i) => {
      // A parent among the earlier codes of the same family, or none.
      const earlier = Array.from({ length: i }, (_, j) => j).filter((j) => j % 2 === i % 2);
      const parent = earlier[pick % (earlier.length + 1)];
      return code(`c${i}`, {
        familyId: i % 2 ? 'actor' : 'mode',
        parentId: parent === undefined ? null : `c${parent}`,
        order: i,
        codable: i !== 0,
        labels: i % 3 ? { en: `code ${i}` } : { en: `code ${i}`, ja: `コード${i}` },
      });
    });
    const state = stateFromRows({
      project: [info],
      sources: [...bodies].map(([id, text]) => source(id, text)),
      families: [family('mode'), family('actor', { order: 1 })],
      codes,
      coders: [coder('ann'), coder('bob')],
    });
    return { state, texts: bodies };
  });
