import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesInOrder } from '../../../src-renderer/domain/codebook/tree';
import { codebookJson } from '../../../src-renderer/domain/exchange/codebook/json';
import { codebookImportDraft } from '../../../src-renderer/domain/exchange/codebook/plan/draft';
import { planCodebookImport } from '../../../src-renderer/domain/exchange/codebook/plan/plan';
import type {
  CodebookChoices,
  CodebookPlan,
  Resolution,
} from '../../../src-renderer/domain/exchange/codebook/plan/types';
import { readCodebookJson } from '../../../src-renderer/domain/exchange/codebook/read/read-json';
import { applyChanges, invert } from '../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { codebooks } from '../../fixtures/refi/codebooks';

/** Two codebooks of which many codes are the same ones, said and placed differently. */
const pairs = fc.tuple(codebooks, codebooks, fc.constantFrom<Resolution>('mine', 'theirs', 'new'));

function fileOf(state: ProjectState) {
  const file = readCodebookJson(codebookJson(state, { origin: 'Parallax' }));
  if (!file.ok) throw new Error(`${file.error.kind} ${file.error.detail}`);
  return file.value;
}

/** The plan in which each clash is resolved so where it can be: resolving one may bring up another. */
function planned(state: ProjectState, other: ProjectState, wanted: Resolution): CodebookPlan {
  const choices: CodebookChoices = {
    language: 'en',
    place: { kind: 'new-family', labels: { en: 'Imported' } },
  };
  const clashes: Record<string, Resolution> = {};
  for (;;) {
    const plan = planCodebookImport(state, fileOf(other), { ...choices, clashes });
    const open = plan.clashes.filter(({ id }) => !(id in clashes));
    if (open.length === 0) return plan;
    for (const { id } of open) clashes[id] = wanted;
  }
}

function apply(state: ProjectState, plan: CodebookPlan) {
  const draft = codebookImportDraft(state, plan);
  if (!draft.ok) throw new Error(draft.error.kind);
  return { after: applyChanges(state, draft.value.changes), changes: draft.value.changes };
}

const visible = (values: readonly string[]) => values.filter((value) => value.trim() !== '');

describe('importing any codebook into any other', () => {
  it('leaves a codebook in which everything has its place, and loses nothing of the project', () => {
    fc.assert(
      fc.property(pairs, ([state, other, wanted]) => {
        const { after } = apply(state, planned(state, other, wanted));
        const codes = [...after.codes.values()];
        // A code below itself would not be reached from the top.
        expect(codesInOrder(after)).toHaveLength(codes.length);
        for (const { parentId, familyId } of codes) {
          if (parentId !== null) expect(after.codes.get(parentId)?.familyId).toBe(familyId);
        }
        for (const field of ['key', 'shortcut'] as const) {
          const keys = visible(codes.map((code) => code[field].toLowerCase()));
          expect(new Set(keys).size).toBe(keys.length);
        }
        expect(codes.filter(({ labels }) => visible(Object.values(labels)).length === 0)).toEqual([]);
        for (const id of state.codes.keys()) expect(after.codes.has(id)).toBe(true);
        for (const { tags } of state.segments.values()) {
          const before = tags.filter((tag) => state.codes.get(tag)?.codable);
          expect(before.filter((tag) => !after.codes.get(tag)?.codable)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is one step that can be taken back', () => {
    fc.assert(
      fc.property(pairs, ([state, other, wanted]) => {
        const { after, changes } = apply(state, planned(state, other, wanted));
        const back = applyChanges(after, invert(changes));
        expect(back.codes).toEqual(state.codes);
        expect(back.families).toEqual(state.families);
      }),
      { numRuns: 50 },
    );
  });

  it('has nothing left to do the second time, once all clashes went the file’s way', () => {
    fc.assert(
      fc.property(pairs, ([state, other]) => {
        const { after } = apply(state, planned(state, other, 'theirs'));
        const again = planned(after, other, 'theirs');
        expect(again.added).toEqual([]);
        expect(again.families.added).toEqual([]);
        const settled = new Set(again.clashes.map(({ kind }) => kind));
        if (settled.size === 0) expect(again.changed).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
