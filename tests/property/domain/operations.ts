import { createFamily, enableFamily, renameFamily } from '../../../src-renderer/domain/codebook/family';
import { createCode, editCode } from '../../../src-renderer/domain/codebook/edit-code';
import { deleteCode } from '../../../src-renderer/domain/codebook/delete-code';
import { addExample, removeExample } from '../../../src-renderer/domain/codebook/examples';
import { mergeCodes } from '../../../src-renderer/domain/codebook/merge-codes';
import { moveCode } from '../../../src-renderer/domain/codebook/move-code';
import { applyCode } from '../../../src-renderer/domain/coding/apply-code';
import { resizeSegment, setCertainty, setStance, setTags } from '../../../src-renderer/domain/coding/edit';
import { setMemo } from '../../../src-renderer/domain/coding/memo';
import { mergeSegments } from '../../../src-renderer/domain/coding/merge';
import { removeSegments, removeTag } from '../../../src-renderer/domain/coding/remove';
import type { ChangeDraft } from '../../../src-renderer/domain/model/change';
import type { Stamp } from '../../../src-renderer/domain/model/ids';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { ok, type Result } from '../../../src-renderer/domain/model/result';
import { stances, type MemoTarget } from '../../../src-renderer/domain/model/segment';
import { variableTypes } from '../../../src-renderer/domain/model/source';
import { addSources } from '../../../src-renderer/domain/sources/add-sources';
import { editCase } from '../../../src-renderer/domain/sources/case';
import { editSources } from '../../../src-renderer/domain/sources/edit-sources';
import { removeSources } from '../../../src-renderer/domain/sources/remove-sources';
import { addVariable, editVariable, removeVariable } from '../../../src-renderer/domain/sources/variable';

/** Numbers and a word from which an operation picks what it is about. */
export interface Picks {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly word: string;
}

type Operation = (
  state: ProjectState,
  picks: Picks,
  texts: Map<string, string>,
  stamp: Stamp,
) => Result<ChangeDraft, { readonly kind: string }>;

/** The id of some row; an id that is not there where the table is empty. */
const some = (rows: ReadonlyMap<string, unknown>, pick: number): string =>
  [...rows.keys()][pick % Math.max(1, rows.size)] ?? 'nobody';

const codes = (state: ProjectState, ...picks: number[]) => picks.map((pick) => some(state.codes, pick));

function passage(state: ProjectState, texts: Map<string, string>, { a, b, c }: Picks) {
  const sourceId = some(state.sources, a);
  const text = texts.get(sourceId) ?? '';
  const [p, q] = [b % (text.length + 1), c % (text.length + 1)];
  return { sourceId, text, start: Math.min(p, q), end: Math.max(p, q) };
}

function memoTarget(state: ProjectState, { a, b }: Picks): MemoTarget | null {
  const tables = ['segments', 'segments', 'sources', 'codes', 'cases'] as const;
  const table = tables[a % 6];
  return table ? { table, id: some(state[table], b) } : null;
}

/** Every use case of the domain, on whatever rows the picks fall. */
export const operations: Readonly<Record<string, Operation>> = {
  applyCode: (state, picks, texts, stamp) => {
    const { text, ...where } = passage(state, texts, picks);
    const input = {
      passage: where,
      text,
      codeIds: codes(state, picks.b, picks.c),
      coderId: some(state.coders, picks.c),
    };
    return applyCode(state, input, stamp);
  },
  applyCodeAgain: (state, { a, b }, texts, stamp) => {
    const segment = state.segments.get(some(state.segments, a));
    const { sourceId, start, end, coderId } = segment ?? { sourceId: 's1', start: 0, end: 1, coderId: 'ann' };
    const text = texts.get(sourceId) ?? '';
    const input = { passage: { sourceId, start, end }, text, codeIds: codes(state, b), coderId };
    return applyCode(state, { ...input, certainty: 'unsure', stance: 'reports' }, stamp);
  },
  removeTag: (state, { a, b }, _, stamp) => {
    const segment = state.segments.get(some(state.segments, a));
    const codeId = segment?.tags[b % segment.tags.length] ?? 'nobody';
    return removeTag(state, { segmentId: segment?.id ?? 'nobody', codeId }, stamp);
  },
  removeSegments: (state, { a, b }) =>
    removeSegments(state, [some(state.segments, a), some(state.segments, b)]),
  resizeSegment: (state, { a, b, c }, texts, stamp) => {
    const segmentId = some(state.segments, a);
    const text = texts.get(state.segments.get(segmentId)?.sourceId ?? '') ?? '';
    const [p, q] = [b % (text.length + 1), c % (text.length + 1)];
    return resizeSegment(state, { segmentId, start: Math.min(p, q), end: Math.max(p, q), text }, stamp);
  },
  setTags: (state, { a, b, c }, _, stamp) =>
    setTags(state, { segmentId: some(state.segments, a), codeIds: codes(state, b, c) }, stamp),
  setCertainty: (state, { a, b }, _, stamp) =>
    setCertainty(
      state,
      { segmentIds: [some(state.segments, a)], certainty: b % 2 ? 'unsure' : 'certain' },
      stamp,
    ),
  setStance: (state, { a, b }, _, stamp) =>
    setStance(state, { segmentIds: [some(state.segments, a)], stance: stances[b % 3]! }, stamp),
  mergeSegments: (state, { a, b }, texts, stamp) => {
    const first = state.segments.get(some(state.segments, a));
    const peers = [...state.segments.values()].filter(
      (other) => other.sourceId === first?.sourceId && other.coderId === first.coderId,
    );
    const segmentIds = [first?.id ?? '', peers[b % Math.max(1, peers.length)]?.id ?? ''];
    return mergeSegments(state, { segmentIds, text: texts.get(first?.sourceId ?? '') ?? '' }, stamp);
  },
  setMemo: (state, picks, _, stamp) => {
    const { word, c } = picks;
    const input = { title: '', body: `{${word}}`, plainText: word, coderId: some(state.coders, c) };
    return setMemo(state, { target: memoTarget(state, picks), ...input }, stamp);
  },
  removeMemo: (state, picks, _, stamp) => {
    const target = state.memos.get(some(state.memos, picks.a))?.target ?? null;
    return setMemo(state, { target, title: ' ', body: '', plainText: '', coderId: 'ann' }, stamp);
  },
  createCode: (state, { a, b, word }, _, stamp) => {
    const parent = state.codes.get(some(state.codes, a));
    const place = { familyId: parent?.familyId ?? 'mode', parentId: b % 3 ? (parent?.id ?? null) : null };
    return createCode(state, { ...place, labels: { en: word } }, stamp);
  },
  editCode: (state, { a, b, word }, _, stamp) => {
    const patch =
      b % 2 ? { labels: { ko: word } } : { definition: word, color: '#00ff00', codable: b % 4 !== 0 };
    return editCode(state, { codeId: some(state.codes, a), patch }, stamp);
  },
  moveCode: (state, { a, b, c }, _, stamp) => {
    const parent = state.codes.get(some(state.codes, b));
    const place =
      c % 3 && parent
        ? { familyId: parent.familyId, parentId: parent.id }
        : { familyId: some(state.families, b), parentId: null };
    return moveCode(state, { codeId: some(state.codes, a), ...place, index: c % 5 }, stamp);
  },
  deleteCode: (state, { a, b }, _, stamp) => {
    const plan =
      b % 2
        ? ({ kind: 'delete-tags' } as const)
        : ({ kind: 'move-to', codeId: some(state.codes, b) } as const);
    return deleteCode(state, { codeId: some(state.codes, a), plan }, stamp);
  },
  mergeCodes: (state, { a, b, c }, _, stamp) =>
    mergeCodes(state, { from: codes(state, a, b), into: some(state.codes, c) }, stamp),
  addExample: (state, { a, b }, _, stamp) => {
    const segment = state.segments.get(some(state.segments, a));
    const codeId = segment?.tags[b % segment.tags.length] ?? 'nobody';
    return addExample(state, { codeId, segmentId: segment?.id ?? 'nobody' }, stamp);
  },
  removeExample: (state, { a, b }, _, stamp) => {
    const examples = [...state.codes.values()].filter((code) => code.examples.length > 0);
    const code = examples[a % Math.max(1, examples.length)];
    const segmentId = code?.examples[b % code.examples.length] ?? 'nobody';
    return removeExample(state, { codeId: code?.id ?? 'nobody', segmentId }, stamp);
  },
  createFamily: (state, { word }, _, stamp) => createFamily(state, { labels: { en: word } }, stamp),
  renameFamily: (state, { a, word }, _, stamp) =>
    renameFamily(state, { familyId: some(state.families, a), labels: { ja: word } }, stamp),
  enableFamily: (state, { a, b }, _, stamp) =>
    enableFamily(state, { familyId: some(state.families, a), enabled: b % 2 === 0 }, stamp),
  addSources: (state, { word }, texts, stamp) => {
    const parsed = {
      title: word,
      format: 'txt' as const,
      encoding: 'utf-8',
      language: '',
      hash: '',
      text: `${word}。${word}`,
      blocks: [],
      date: '2009-13',
      author: '',
      outlet: '',
      url: word,
      identifier: '',
      fields: [],
      comments: [],
      warnings: [],
    };
    const { draft, texts: added } = addSources(
      state,
      [{ parsed, fileName: 'f.txt', bytes: 1 }],
      stamp,
      some(state.coders, 0),
    );
    for (const { sourceId, text } of added) texts.set(sourceId, text);
    return ok(draft);
  },
  editSources: (state, { a, b, word }, _, stamp) => {
    const variable = some(state.variables, b);
    const values = { text: word, boolean: true, integer: b, float: b / 2, date: '2009-12' } as const;
    const type = state.variables.get(variable)?.type;
    const variables = type ? { [variable]: b % 3 ? values[type] : null } : undefined;
    return editSources(
      state,
      { sourceIds: [some(state.sources, a)], patch: { actor: word, variables } },
      stamp,
    );
  },
  removeSources: (state, { a, b }) => removeSources(state, b % 4 ? [] : [some(state.sources, a)]),
  addVariable: (state, { a, word }, _, stamp) =>
    addVariable(state, { name: word, type: variableTypes[a % variableTypes.length]! }, stamp),
  editVariable: (state, { a, b, word }) => {
    const type = b % 2 ? variableTypes[b % variableTypes.length] : undefined;
    return editVariable(state, { variableId: some(state.variables, a), patch: { description: word, type } });
  },
  removeVariable: (state, { a }, _, stamp) => removeVariable(state, some(state.variables, a), stamp),
  editCase: (state, { a, b, c, word }, _, stamp) => {
    const [codeId, other] = codes(state, b, c) as [string, string];
    const fact = {
      id: '',
      key: word,
      label: word,
      value: word,
      date: '2009',
      asOf: '',
      reference: '',
      codes: [other],
    };
    const patch = { judgement: { codeId, reasons: word }, facts: c % 2 ? [fact] : undefined, note: word };
    return editCase(state, { country: ['JP', 'KR', ''][a % 3]!, patch }, stamp);
  },
};
