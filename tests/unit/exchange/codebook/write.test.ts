import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { codebookFromResource } from '../../../../src-renderer/domain/codebook/default';
import { codebookJson } from '../../../../src-renderer/domain/exchange/codebook/json';
import { projectOfCodebook } from '../../../../src-renderer/domain/exchange/codebook/plan/project';
import { planCodebookImport } from '../../../../src-renderer/domain/exchange/codebook/plan/plan';
import type { CodebookChoices } from '../../../../src-renderer/domain/exchange/codebook/plan/types';
import {
  codebookFormats,
  type CodebookWishes,
} from '../../../../src-renderer/domain/exchange/codebook/formats';
import { stateFromRows } from '../../../../src-renderer/domain/history/state';
import { writeCodebook } from '../../../../src-renderer/exporters/codebook/write';
import { readCodebook } from '../../../../src-renderer/importers/codebook/read';

const root = resolve(import.meta.dirname, '../../../..');
const shipped = readFileSync(resolve(root, 'resources/codebook.json'));
const choices: CodebookChoices = {
  language: 'en',
  place: { kind: 'new-family', labels: { en: 'Imported' } },
};
const wishes: CodebookWishes = {
  languages: ['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant'],
  examples: true,
  counts: true,
  origin: 'Parallax 0.1',
  headings: {
    title: 'Codebook',
    contents: 'Contents',
    definition: 'Definition',
    include: 'Include',
    exclude: 'Exclude',
    response: 'Response called for',
    indicators: 'Indicators',
    examples: 'Examples',
    color: 'Colour',
    folder: 'Folder',
    segments: 'Segments',
    segmentsWithBelow: 'with codes below',
    sources: 'Sources',
  },
};

async function codebook(bytes: Uint8Array) {
  const file = await readCodebook(bytes);
  if (!file.ok) throw new Error(`${file.error.kind} ${file.error.detail}`);
  return file.value;
}
const written = async (format: (typeof codebookFormats)[number], more: Partial<CodebookWishes> = {}) => {
  const state = projectOfCodebook(await codebook(shipped), choices);
  const file = await writeCodebook(state, format, { ...wishes, ...more });
  if (!file.ok) throw new Error(file.error.kind);
  return { state, ...file.value };
};

describe('the codebook that ships with the product', () => {
  it.each(['json', 'csv', 'xlsx'] as const)('comes back from %s without a change', async (format) => {
    const { state, bytes, losses } = await written(format);
    const plan = planCodebookImport(state, await codebook(bytes), choices);
    expect(losses).toEqual([]);
    expect(plan).toMatchObject({
      added: [],
      changed: [],
      clashes: [],
      onlyHere: [],
      losses: [],
      repairs: [],
    });
    expect(plan.unchanged).toHaveLength(state.codes.size);
  });

  it('is the same file of JSON once it has been read and written again', async () => {
    const resource = codebookFromResource(JSON.parse(new TextDecoder().decode(shipped)));
    if (!resource.ok) throw new Error('The codebook that ships is sound.');
    const first = codebookJson(stateFromRows(resource.value), { origin: wishes.origin });
    const read = projectOfCodebook(await codebook(new TextEncoder().encode(first)), choices);
    expect(codebookJson(read, { origin: wishes.origin })).toBe(first);
  });

  it('comes back from REFI-QDA without a change of what that carries, and is valid', async () => {
    const { state, bytes } = await written('qdc');
    const schema = readFileSync(resolve(root, 'tests/fixtures/refi/Codebook.xsd'), 'utf8');
    const { errors } = await validateXML({
      xml: { fileName: 'codebook.qdc', contents: new TextDecoder().decode(bytes) },
      schema: { fileName: 'Codebook.xsd', contents: schema },
    });
    expect(errors).toEqual([]);
    const plan = planCodebookImport(state, await codebook(bytes), choices);
    expect(plan).toMatchObject({ added: [], changed: [], clashes: [], repairs: [] });
  });

  it.each([
    ['CSV', 'csv'],
    ['a workbook', 'xlsx'],
  ] as const)('changes only what a part of it in %s says', async (_, format) => {
    const { state, bytes } = await written(format, { languages: ['ja'], examples: false, counts: false });
    const plan = planCodebookImport(state, await codebook(bytes), choices);
    expect(plan).toMatchObject({ added: [], changed: [], clashes: [] });
  });

  it('survives a spreadsheet that writes semicolons and capital truth values', async () => {
    const { state, bytes } = await written('csv');
    const Papa = await import('papaparse');
    const { data } = Papa.default.parse<string[]>(new TextDecoder().decode(bytes));
    const upper = data.map((row) =>
      row.map((cell) => (/^(true|false)$/.test(cell) ? cell.toUpperCase() : cell)),
    );
    const resaved = new TextEncoder().encode(Papa.default.unparse(upper, { delimiter: ';' }));
    const plan = planCodebookImport(state, await codebook(resaved), choices);
    expect(plan).toMatchObject({ added: [], changed: [], clashes: [], repairs: [] });
  });

  it('is written in every format', async () => {
    for (const format of codebookFormats) expect((await written(format)).bytes.length).toBeGreaterThan(1000);
  });
});
