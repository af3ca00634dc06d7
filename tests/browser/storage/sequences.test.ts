import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, emptyState, invert } from '../../../src-renderer/domain/history/state';
import type { Change, ChangeSet } from '../../../src-renderer/domain/model/change';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { IndexedDbStorage } from '../../../src-renderer/storage';
import {
  added,
  change,
  changeSet,
  exampleCode,
  exampleProject,
  exampleSegment,
  exampleSource,
  newId,
  open,
} from './examples';

const storage = new IndexedDbStorage();

/** Few ids, so that steps meet the same rows again and again. */
const pool = Array.from({ length: 4 }, () => newId());
const editArbitrary = fc.record({
  table: fc.constantFrom('sources', 'codes', 'segments'),
  row: fc.nat(pool.length - 1),
  // What the row becomes; 0 removes it.
  value: fc.nat(3),
  source: fc.nat(1),
});
type Edit = typeof editArbitrary extends fc.Arbitrary<infer T> ? T : never;
const stepArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.array(editArbitrary, { minLength: 1, maxLength: 6 }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

function changeFor(state: ProjectState, { table, row, value, source }: Edit): Change[] {
  const id = pool[row]!;
  if (table === 'sources') {
    const before = state.sources.get(id) ?? null;
    const after = value === 0 ? null : exampleSource(id, { title: `Title ${value}` });
    return before || after ? [change('sources', before, after)] : [];
  }
  if (table === 'codes') {
    const before = state.codes.get(id) ?? null;
    const after = value === 0 ? null : exampleCode(id, { order: value });
    return before || after ? [change('codes', before, after)] : [];
  }
  const before = state.segments.get(id) ?? null;
  const after = value === 0 ? null : exampleSegment(pool[source]!, id, { start: value, end: value + 5 });
  return before || after ? [change('segments', before, after)] : [];
}

/** The changes of one gesture; a row may be touched more than once. */
function gesture(state: ProjectState, edits: readonly Edit[]): Change[] {
  const changes: Change[] = [];
  for (const edit of edits) {
    const next = changeFor(state, edit);
    changes.push(...next);
    state = applyChanges(state, next);
  }
  return changes;
}

test(
  'after any gestures, undos and redos the disk holds what memory shows',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 14 }), async (steps) => {
        const info = exampleProject();
        const origin = changeSet([added('project', info)], { kind: 'origin' });
        await storage.createProject(info, origin);
        let repository = await open(storage, info.id);
        let state = applyChanges(emptyState(), origin.changes);
        const log: ChangeSet[] = [origin];
        const done: ChangeSet[] = [];
        const undone: ChangeSet[] = [];
        const commit = async (set: ChangeSet) => {
          expect(await repository.commit(set)).toEqual({ ok: true, value: undefined });
          state = applyChanges(state, set.changes);
          log.push(set);
        };
        for (const step of steps) {
          if (step === 'reopen') {
            repository.close();
            repository = await open(storage, info.id);
          } else if (step === 'undo') {
            const target = done.pop();
            if (!target) continue;
            await commit(changeSet(invert(target.changes), { kind: 'undo', target: target.id }));
            undone.push(target);
          } else if (step === 'redo') {
            const target = undone.pop();
            if (!target) continue;
            await commit(changeSet(target.changes, { kind: 'redo', target: target.id }));
            done.push(target);
          } else {
            const set = changeSet(gesture(state, step));
            await commit(set);
            done.push(set);
            undone.length = 0;
          }
        }
        const loaded = await repository.load();
        expect({ ...loaded.state, revision: 0 }).toEqual({ ...state, revision: 0 });
        expect(loaded.log).toEqual(
          log.map(({ changes, ...header }) => ({ ...header, size: changes.length })),
        );
        for (const set of log) expect(await repository.readChangeSet(set.id)).toEqual(set);
        repository.close();
        await storage.deleteProject(info.id);
        await storage.purgeDeleted('9999');
      }),
      { numRuns: 40 },
    );
  },
);

test('20,000 segments load', { timeout: 120_000 }, async () => {
  const info = exampleProject();
  const sources = Array.from({ length: 1_000 }, () => exampleSource());
  const quote = 'Victims were moved across the border by a network that the police had not known of. ';
  const segments = Array.from({ length: 20_000 }, (_, index) =>
    exampleSegment(sources[index % 1_000]!.id, undefined, { start: index, end: index + 84, quote }),
  );
  await storage.createProject(
    info,
    changeSet([
      added('project', info),
      ...sources.map((source) => added('sources', source)),
      ...segments.map((segment) => added('segments', segment)),
    ]),
  );
  const start = performance.now();
  const repository = await open(storage, info.id);
  const opened = performance.now();
  const { state } = await repository.load();
  const loaded = performance.now();
  console.log(`open ${(opened - start).toFixed(0)} ms, load ${(loaded - opened).toFixed(0)} ms`);
  expect(state.segments.size).toBe(20_000);
  expect(state.segmentsBySource.size).toBe(1_000);
  repository.close();
});
