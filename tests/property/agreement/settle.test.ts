import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesOf } from '../../../src-renderer/domain/agreement/settle/differences';
import { agreeAll, settle } from '../../../src-renderer/domain/agreement/settle/settle';
import { standingOf } from '../../../src-renderer/domain/agreement/settle/standing';
import { applyChanges, invert } from '../../../src-renderer/domain/history/state';
import { settlements } from '../../../src-renderer/domain/model/collaboration';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { stamp } from '../../unit/domain/build';
import { coded, compare, type Coding } from '../../unit/domain/agreement/settle/build';

const coding: fc.Arbitrary<Coding> = fc
  .tuple(
    fc.nat(90),
    fc.integer({ min: 1, max: 10 }),
    fc.uniqueArray(fc.constantFrom('M1', 'M2', 'A1'), { minLength: 1 }),
  )
  .map(([start, length, tags]) => [start, start + length, tags]);
const codings = fc.array(coding, { maxLength: 12 });
const plain = ({ revision: _, ...tables }: ProjectState) => tables;

it('identical codings have no disagreement', () => {
  fc.assert(
    fc.property(codings, (own) => {
      const found = compare(coded(own, own));
      expect(found.every(({ kind, characters }) => kind === 'agreed' && characters === 0)).toBe(true);
      expect(found).toHaveLength(own.length);
    }),
  );
});

it('every segment is in exactly one difference', () => {
  fc.assert(
    fc.property(codings, codings, (ann, bob) => {
      const state = coded(ann, bob);
      const ids = compare(state).flatMap(({ segments }) => segments.flat().map(({ id }) => id));
      expect(ids.sort()).toEqual([...state.segments.keys()].sort());
    }),
  );
});

it('exchanging the coders mirrors every difference', () => {
  fc.assert(
    fc.property(codings, codings, (ann, bob) => {
      const state = coded(ann, bob);
      const mirrored = differencesOf(state, { coders: ['bob', 'ann'] }).map((each) => ({
        ...each,
        coders: ['ann', 'bob'],
        segments: [each.segments[1], each.segments[0]],
        considered: new Set(each.considered),
      }));
      expect(mirrored).toEqual(
        compare(state).map((each) => ({ ...each, considered: new Set(each.considered) })),
      );
    }),
  );
});

it('whatever is decided is settled, alone, and undone by its inverse', () => {
  const verdict = fc.constantFrom(...settlements.filter((each) => each !== 'edited'));
  const verdicts = fc.array(verdict, { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(codings, codings, verdicts, (ann, bob, choices) => {
      let state = coded(ann, bob);
      const total = compare(state).length;
      state = applyChanges(state, agreeAll(state, stamp(), compare(state), 'Agreed').changes);
      for (const difference of compare(state)) {
        const settlement = choices.pop() ?? 'none';
        if (standingOf(state, difference) === 'settled') continue;
        const result = settle(state, stamp(), difference, { settlement, note: '' }, 'Agreed');
        if (!result.ok) throw new Error(result.error.kind);
        const next = applyChanges(state, result.value.changes);
        expect(plain(applyChanges(next, invert(result.value.changes)))).toEqual(plain(state));
        expect(next.decisions.size).toBe(state.decisions.size + 1);
        state = next;
      }
      expect(compare(state).every((each) => standingOf(state, each) === 'settled')).toBe(true);
      expect(state.decisions.size).toBe(total);
    }),
    { numRuns: 50 },
  );
});
