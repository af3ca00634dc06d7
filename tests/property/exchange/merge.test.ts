import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMerge } from '../../../src-renderer/domain/exchange/merge/apply';
import { mergeProjects } from '../../../src-renderer/domain/exchange/merge/merge';
import { sameData } from '../../../src-renderer/domain/exchange/merge/unite-rows';
import { faultInLog } from '../../../src-renderer/domain/exchange/own/check-log';
import { faultInRows } from '../../../src-renderer/domain/exchange/own/check-rows';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { applyChanges, stateFromRows } from '../../../src-renderer/domain/history/state';
import { tableNames, type TableName } from '../../../src-renderer/domain/model/project';
import { generateExchangeProject } from '../../generator/exchange-project';

const seed = fc.integer({ min: 1, max: 1_000_000 });
const project = (of: number) => generateExchangeProject({ seed: of, sources: 3, segments: 8 });

const merged = (a: ProjectContent, ...more: readonly ProjectContent[]) =>
  mergeProjects(
    a,
    more.map((content, index) => ({ name: `${String(index)}.qdpx`, content })),
  );

const rowsOf = ({ state }: ProjectContent) =>
  Object.fromEntries(tableNames.map((table) => [table, Object.fromEntries(state[table])]));
const bodiesOf = ({ texts, files }: ProjectContent) => [Object.fromEntries(texts), Object.fromEntries(files)];
const expectSame = (a: ProjectContent, b: ProjectContent) => {
  expect(rowsOf(a)).toEqual(rowsOf(b));
  expect(bodiesOf(a)).toEqual(bodiesOf(b));
  expect(a.log).toEqual(b.log);
};

/** The same project with some rows of a table taken away, as in the copy of somebody who never had them. */
function without(
  content: ProjectContent,
  table: TableName,
  keep: (index: number) => boolean,
): ProjectContent {
  const rows = Object.fromEntries(
    tableNames.map((name) => [
      name,
      [...content.state[name].values()].filter((_, index) => name !== table || keep(index)),
    ]),
  );
  return { ...content, state: stateFromRows(rows) };
}

describe('uniting projects', () => {
  it('changes nothing with the same project', () => {
    fc.assert(
      fc.property(seed, (of) => {
        const one = project(of);
        const { content, plan } = merged(one, project(of));
        expectSame(content, one);
        expect(plan.items).toEqual([]);
        expect(Object.values(plan.added).every((count) => count === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(seed, seed, (one, other) => {
        const first = merged(project(one), project(other)).content;
        const again = merged(first, project(other));
        expectSame(again.content, first);
        expect(Object.values(again.plan.added).every((count) => count === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives a sound project that keeps every row, text and entry of both', () => {
    fc.assert(
      fc.property(seed, seed, (one, other) => {
        const [a, b] = [project(one), project(other)];
        const { content, plan } = merged(a, b);
        expect(faultInRows(content.state)).toBeUndefined();
        expect(faultInLog(content.state, content.log)).toBeUndefined();
        for (const table of tableNames) {
          expect(content.state[table].size).toBe(a.state[table].size + plan.added[table]);
          const found = plan.added[table] + plan.matched[table];
          const shared = [...b.state[table].keys()].filter((id) => a.state[table].has(id)).length;
          expect(found + shared).toBe(b.state[table].size);
        }
        for (const id of content.state.sources.keys()) expect(content.texts.has(id)).toBe(true);
        const ids = new Set([...a.log, ...b.log].map((entry) => entry.id));
        expect(new Set(content.log.map((entry) => entry.id))).toEqual(ids);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same in either order where nothing contradicts', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom<TableName>('segments', 'cases', 'carried'), (of, table) => {
        const whole = project(of);
        const bare = { ...whole, log: [] };
        // Memos and examples may point at what is taken away, which the other part still has.
        const even = without(bare, table, (index) => index % 2 === 0);
        const odd = without(bare, table, (index) => index % 2 === 1);
        const [ab, ba] = [merged(even, odd), merged(odd, even)];
        expect(ab.plan.items).toEqual([]);
        expect(sameData(rowsOf(ab.content), rowsOf(ba.content))).toBe(true);
        expect(sameData(rowsOf(ab.content), rowsOf(bare))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same for several files in any order, and once more changes nothing', () => {
    const tables = fc.constantFrom<TableName>(
      'segments',
      'cases',
      'carried',
      'progress',
      'decisions',
      'views',
    );
    fc.assert(
      fc.property(seed, tables, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (of, table, turn) => {
        const whole = { ...project(of), log: [] };
        const parts = [0, 1, 2].map((part) => without(whole, table, (index) => index % 3 === part));
        const base = without(whole, table, () => false);
        const { content } = merged(base, ...turn.map((part) => parts[part]!));
        expect(sameData(rowsOf(content), rowsOf(whole))).toBe(true);
        const again = merged(content, ...parts.toReversed());
        expectSame(again.content, content);
        expect(applyMerge(again.plan).draft.changes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing of what is there while nobody decides, and the draft makes the merged project', () => {
    fc.assert(
      fc.property(seed, seed, (one, other) => {
        const base = project(one);
        const { plan } = merged(base, project(other), project(one));
        const { draft } = applyMerge(plan);
        expect(draft.changes.filter(({ after }) => after === null)).toEqual([]);
        const { state } = { state: applyChanges(base.state, draft.changes) };
        expect(sameData(rowsOf({ ...base, state }), rowsOf({ ...base, state: plan.united.state }))).toBe(
          true,
        );
        for (const table of ['segments', 'decisions', 'progress'] as const)
          for (const [id, row] of base.state[table]) expect(state[table].get(id)).toEqual(row);
      }),
      { numRuns: 30 },
    );
  });
});
