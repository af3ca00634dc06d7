import { describe, expect, it } from 'vitest';
import sampleJson from '../../../resources/sample';
import { readSheets } from '../../../src-renderer/domain/sample/read-sheets';
import { richTextOf } from '../../../src-renderer/domain/text/rich-text';
import { sampleProject } from '../../../src-renderer/domain/sample/sample-project';
import { stableGuid } from '../../../src-renderer/domain/model/guid';
import type { CodingSheet, SampleSheets } from '../../../src-renderer/domain/sample/sheet';
import { codebook, importAll, sheets, stamp } from './open-sample';

const documents = await importAll();

/** The sample with other codings in its first document. */
const withCodings = (edit: (codings: readonly CodingSheet[]) => readonly CodingSheet[]): SampleSheets => ({
  ...sheets,
  documents: sheets.documents.map((file, i) =>
    i > 0 ? file : { ...file, sheet: { ...file.sheet, codings: edit(file.sheet.codings) } },
  ),
});
const faultsOf = (changed: SampleSheets, imported = documents) => {
  const result = sampleProject(changed, imported, codebook, stamp);
  return result.ok ? [] : result.error.map(({ kind, what }) => [kind, what]);
};
const first = sheets.documents[0]!;
const coding = first.sheet.codings[0]!;

describe('sheets that point nowhere', () => {
  it('are told all at once', () => {
    const faults = faultsOf(
      withCodings(() => [
        { ...coding, quote: 'no such words' },
        { ...coding, quote: 'e' },
        { ...coding, tags: ['M1', 'M77'] },
        { ...coding, coder: 'Z', quote: first.sheet.codings[1]!.quote },
      ]),
    );
    expect(faults).toEqual([
      ['quote-missing', 'no such words'],
      ['quote-repeated', 'e'],
      ['unknown-code', 'M77'],
      ['unknown-coder', 'Z'],
    ]);
  });

  it('an empty quote stands nowhere', () => {
    expect(faultsOf(withCodings(() => [{ ...coding, quote: '' }]))).toEqual([['quote-missing', '']]);
  });

  it('a passage that one coder has twice', () => {
    expect(faultsOf(withCodings(([one]) => [one!, one!]))).toEqual([['coded-twice', coding.quote]]);
  });

  it('an example that does not carry the code', () => {
    const faults = faultsOf(withCodings(() => [{ ...coding, tags: ['A1'], exampleOf: ['A2'] }]));
    expect(faults).toEqual([['example-without-code', coding.quote]]);
  });

  it('a document without text, a family, a variable, a case and a judgement that are not there', () => {
    const [one, ...rest] = sheets.documents;
    const changed: SampleSheets = {
      project: {
        ...sheets.project,
        families: ['nowhere'],
        memos: [{ on: { case: 'XX' }, title: 'T', text: '' }],
      },
      cases: sheets.cases.map((each) => ({ ...each, judgement: { code: 'M8', reasons: '' }, facts: [] })),
      documents: [{ ...one!, sheet: { ...one!.sheet, variables: { mood: 'x' } } }, ...rest],
    };
    const kinds = new Set(faultsOf(changed).map(([kind]) => kind));
    expect(kinds).toEqual(new Set(['unknown-family', 'unknown-case', 'unknown-code', 'unknown-variable']));
    expect(new Set(faultsOf(sheets, new Map()).map(([kind]) => kind))).toEqual(new Set(['text-missing']));
  });
});

describe('readSheets', () => {
  const bent = (bend: (copy: Record<string, never>) => void) => {
    const copy = structuredClone(sampleJson) as Record<string, never>;
    bend(copy);
    const result = readSheets(copy);
    return result.ok ? null : result.error.path;
  };

  it('reads what ships', () => {
    expect(readSheets(sampleJson).ok).toBe(true);
  });

  it.each([null, [], 'sample', 7])('refuses %j', (json) => {
    expect(readSheets(json)).toMatchObject({ ok: false, error: { kind: 'malformed', path: '$' } });
  });

  it('names the place of a fault', () => {
    type Any = Record<string, unknown>;
    const at = (copy: Any, ...path: (string | number)[]) =>
      path.reduce<Any>((value, key) => value[key] as Any, copy);
    expect(bent((copy) => (at(copy, 'project')['format'] = 'other/1'))).toBe('project.format');
    expect(bent((copy) => (at(copy, 'project')['families'] = [1]))).toBe('project.families[0]');
    expect(bent((copy) => (at(copy, 'cases', 1)['facts'] = {}))).toBe('cases[1].facts');
    expect(bent((copy) => (at(copy, 'cases', 0, 'facts', 2)['value'] = 2))).toBe('cases[0].facts[2].value');
    expect(bent((copy) => (at(copy, 'documents', 0)['sheet'] = null))).toBe(first.path);
    expect(bent((copy) => (at(copy, 'documents', 0, 'sheet')['documentType'] = 'poem'))).toBe(
      `${first.path}.documentType`,
    );
    expect(bent((copy) => (at(copy, 'documents', 0, 'sheet', 'codings', 0)['stance'] = 'likes'))).toBe(
      `${first.path}.codings[0].stance`,
    );
  });
});

describe('helpers', () => {
  it('stableGuid tells names and their boundaries apart', () => {
    expect(stableGuid('a', 'bc')).toBe(stableGuid('a', 'bc'));
    const guids = [['a', 'bc'], ['ab', 'c'], ['abc'], ['bc', 'a'], []].map((names) => stableGuid(...names));
    expect(new Set(guids).size).toBe(5);
  });

  it('stableGuid stays what it is: ids of projects that people already have', () => {
    expect(stableGuid('source', 'japan/plan-2009.md')).toMatchInlineSnapshot(
      `"0a3cc02c-83fa-8449-be7e-20bf20f5f8bb"`,
    );
  });

  it('richTextOf makes one paragraph of each', () => {
    const { root } = JSON.parse(richTextOf('one\n\ntwo')) as { root: { children: unknown[] } };
    expect(root.children).toHaveLength(2);
  });
});
