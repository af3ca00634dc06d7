import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookTable } from '../../../src-renderer/domain/exchange/codebook/codebook-table';
import type { CodebookFile } from '../../../src-renderer/domain/exchange/codebook/file';
import { codebookJson } from '../../../src-renderer/domain/exchange/codebook/json';
import { codebookImportDraft } from '../../../src-renderer/domain/exchange/codebook/plan/draft';
import { planCodebookImport } from '../../../src-renderer/domain/exchange/codebook/plan/plan';
import { codebookQdc } from '../../../src-renderer/domain/exchange/codebook/qdc';
import { csvText } from '../../../src-renderer/domain/exchange/tables/csv';
import { applyChanges, emptyState } from '../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { readCodebook } from '../../../src-renderer/importers/codebook/read';
import { codebooks } from '../../fixtures/refi/codebooks';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const writers = {
  json: async (state: ProjectState) => bytesOf(codebookJson(state, { origin: 'Parallax' })),
  csv: async (state: ProjectState) => bytesOf(csvText(codebookTable(state, 'en'))),
  xlsx: (state: ProjectState) => writeXlsx([{ name: 'Codebook', table: codebookTable(state, 'ja') }]),
};
const choices = {
  language: 'en',
  place: { kind: 'new-family', labels: { en: 'Imported' } },
} as const;

async function read(bytes: Uint8Array): Promise<CodebookFile> {
  const file = await readCodebook(bytes);
  if (!file.ok) throw new Error(`${file.error.kind} ${file.error.detail}`);
  return file.value;
}

/** What comes of importing into a project. */
function imported(state: ProjectState, file: CodebookFile): ProjectState {
  const draft = codebookImportDraft(state, planCodebookImport(state, file, choices));
  if (!draft.ok) throw new Error(draft.error.kind);
  return applyChanges(state, draft.value.changes);
}

/** White space around texts is not told apart, nor are missing and empty labels and lists. */
function codebookOf({ families, codes }: ProjectState) {
  const filled = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value.length > 0));
  const tidy = (value: unknown): unknown =>
    typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map(tidy) : value;
  const rows = <Row extends { readonly id: string }>(table: ReadonlyMap<string, Row>) =>
    [...table.values()]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row as object).map(([field, value]) => [
            field,
            field === 'labels' || field === 'indicators'
              ? filled(Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, tidy(v)])))
              : tidy(value),
          ]),
        ),
      );
  return { families: rows(families), codes: rows(codes) };
}

describe.each(Object.entries(writers))('our own codebook as %s', (_, write) => {
  it('comes back without a change', async () => {
    await fc.assert(
      fc.asyncProperty(codebooks, async (state) => {
        const plan = planCodebookImport(state, await read(await write(state)), choices);
        expect(plan.changed).toEqual([]);
        expect(plan.added).toEqual([]);
        expect(plan.clashes).toEqual([]);
        expect(plan.onlyHere).toEqual([]);
        expect(plan.families).toEqual({ added: [], changed: [] });
        expect(plan.repairs).toEqual([]);
        expect(plan.losses).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('makes the same codebook in an empty project', async () => {
    await fc.assert(
      fc.asyncProperty(codebooks, async (state) => {
        const empty = { ...emptyState(), sources: state.sources };
        const made = imported(empty, await read(await write(state)));
        const bare = {
          ...state,
          codes: new Map([...state.codes].map(([id, code]) => [id, { ...code, examples: [] }])),
        };
        expect(codebookOf(made)).toEqual(codebookOf(bare));
      }),
      { numRuns: 60 },
    );
  });
});

describe('our own codebook as REFI-QDA', () => {
  it('comes back without a change of what it carries', async () => {
    const headings = { include: 'Include', exclude: 'Exclude', response: 'Response called for' };
    await fc.assert(
      fc.asyncProperty(codebooks, async (state) => {
        const families = [...state.families.keys()];
        const qdc = codebookQdc(state, { families, language: 'en', origin: 'Parallax 0.1', headings });
        if (!qdc.ok) return;
        const plan = planCodebookImport(state, await read(bytesOf(qdc.value.xml)), choices);
        expect(plan.added).toEqual([]);
        const structural = plan.changed.flatMap(({ fields }) => fields.map(({ field }) => field));
        expect(
          structural.filter((field) => field === 'parent' || field === 'family' || field === 'codable'),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
