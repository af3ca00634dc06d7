import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import strings from '../../../src-renderer/i18n/locales/en/change.json';
import { applyChanges, invert } from '../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { makeStamp } from '../../support/project';
import { worlds } from './arbitraries';
import { operations, type Picks } from './operations';
import { faultsOf } from './soundness';

const word = fc.constantFrom(
  ...['law', 'Law', '法', '人身取引', '조직범죄', '<script>', 'x'.repeat(300), ' ', '😀', 'e\u0301'],
);
const picks: fc.Arbitrary<Picks> = fc.record({ a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000), word });
// Segments and memos come often, so that the rest has something to work on.
const names = [...Object.keys(operations), ...Array<string>(12).fill('applyCode'), 'setMemo', 'setMemo'];
const steps = fc.array(fc.tuple(fc.constantFrom(...names), picks), {
  minLength: 20,
  maxLength: 80,
  size: 'max',
});

/** Whether a key has a string, with or without plural forms. */
const isSaid = (key: string, among: object) => key in among || `${key}_other` in among;

const plain = ({ revision: _, ...tables }: ProjectState) => tables;

it('every use case can be undone, and leaves a sound project whatever came before', () => {
  const changed = new Set<string>();
  fc.assert(
    fc.property(worlds, steps, (world, sequence) => {
      const stamp = makeStamp();
      const texts = new Map(world.texts);
      let { state } = world;
      for (const [name, pick] of sequence) {
        const result = operations[name]!(state, pick, texts, stamp);
        if (!result.ok) {
          const { kind } = result.error;
          if (!isSaid(kind, strings.failure)) expect.fail(`no string for the refusal '${kind}'`);
          continue;
        }
        const { changes, label } = result.value;
        if (!isSaid(label.key, strings)) expect.fail(`no string for the label '${label.key}'`);
        if (changes.length > 0) changed.add(name);
        const rows = new Set(changes.map(({ table, id }) => `${table} ${id}`));
        const next = applyChanges(state, changes);
        const faults = faultsOf(next, texts);
        if (rows.size < changes.length) faults.push('a row occurs twice');
        if (changes.some(({ table, id, before }) => (state[table].get(id) ?? null) !== before)) {
          faults.push('before is not what the state has');
        }
        if (!isDeepStrictEqual(plain(applyChanges(next, invert(changes))), plain(state))) {
          faults.push('undo does not lead back');
        }
        if (faults.length > 0) expect({ after: name, faults }).toEqual({ after: name, faults: [] });
        state = next;
      }
    }),
    { numRuns: 100 },
  );
  // The sequences are long enough to reach every use case many times over.
  expect([...changed].sort()).toEqual(Object.keys(operations).sort());
}, 60_000);
