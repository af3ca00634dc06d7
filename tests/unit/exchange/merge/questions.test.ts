import { describe, expect, it } from 'vitest';
import { applyMerge } from '../../../../src-renderer/domain/exchange/merge/apply';
import { planMerge } from '../../../../src-renderer/domain/exchange/merge/plan';
import type { Choice, MergeBase, MergePlan } from '../../../../src-renderer/domain/exchange/merge/types';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { faultInRows } from '../../../../src-renderer/domain/exchange/own/check-rows';
import { progressId } from '../../../../src-renderer/domain/coders/progress';
import { stateFromRows } from '../../../../src-renderer/domain/history/state';
import type { Decision } from '../../../../src-renderer/domain/model/collaboration';
import type { Code } from '../../../../src-renderer/domain/model/codebook';
import type { Source } from '../../../../src-renderer/domain/model/source';
import type { CodedSegment } from '../../../../src-renderer/domain/model/segment';
import { makeAnchor } from '../../../../src-renderer/domain/text/anchors';
import { code, coder, family, guid, segment, source } from '../../domain/profile/build';

const text = 'The border must be protected. Victims must be protected as well.';

type Row = { readonly id: string };
interface Rows {
  readonly sources?: readonly Source[];
  readonly codes?: readonly Code[];
  readonly families?: readonly Row[];
  readonly coders?: readonly Row[];
  readonly segments?: readonly CodedSegment[];
  readonly progress?: readonly Row[];
  readonly decisions?: readonly Decision[];
}

/** A project of one text, `s`, which `rows` adds to. */
function project(name: string, rows: Rows = {}, words = text): ProjectContent {
  const sources = (rows.sources ?? [source('s', 'JP')]).map((row) => ({ ...row, length: words.length }));
  return {
    state: stateFromRows({
      project: [
        { id: guid(name), name, createdAt: '', currentCoderId: guid('coder') } as { readonly id: string },
      ],
      families: [family('mode')],
      codes: [code('M1', 'mode', null)],
      coders: [coder('coder')],
      ...rows,
      sources,
    }),
    texts: new Map(sources.map(({ id }) => [id, { sourceId: id, text: words, blocks: [] }])),
    files: new Map(),
    log: [],
  };
}

const coded = (
  name: string,
  at: readonly [number, number],
  more: Partial<CodedSegment> = {},
  words = text,
) => ({
  ...segment(name, 's', at, ['M1']),
  ...makeAnchor(words, { start: at[0], end: at[1] }),
  ...more,
});

/** Plans, answering every question of a kind alike. */
function merged(base: MergeBase, theirs: readonly ProjectContent[], choices: Record<string, Choice> = {}) {
  const incoming = theirs.map((content, index) => ({ name: `${String(index)}.qdpx`, content }));
  const items = new Map<string, Choice>();
  let plan: MergePlan = planMerge(base, incoming);
  // An answer may lead to further questions.
  for (let round = 0; round < 3; round++) {
    for (const { id, kind } of plan.items) if (choices[kind]) items.set(id, choices[kind]);
    plan = planMerge(base, incoming, { answers: { items } });
  }
  expect(faultInRows(plan.united.state)).toBeUndefined();
  return plan;
}

const kinds = ({ items }: MergePlan) => items.map(({ kind }) => kind);
const changes = (plan: MergePlan) => applyMerge(plan).draft.changes;
/** The project after a merge, to merge into once more. */
const after = (base: MergeBase, { united, bodies }: MergePlan): MergeBase => ({
  state: united.state,
  texts: new Map([...base.texts, ...bodies.texts]),
});

describe('who is who', () => {
  const ana = { ...coder('Ana'), id: guid('other Ana') };
  const theirs = project('b', {
    coders: [coder('coder'), ana],
    segments: [coded('x', [4, 10], { coderId: ana.id })],
  });
  const ours = project('a', { coders: [coder('coder'), coder('Ana')] });

  it('asks whether one name is one person, and nothing may happen before', () => {
    const plan = merged(ours, [theirs]);
    expect(plan.items).toMatchObject([{ kind: 'coder', required: true, decided: false, name: 'Ana' }]);
  });

  it('takes two for one, and need not ask again', () => {
    const plan = merged(ours, [theirs], { coder: 'one' });
    expect(plan.united.state.coders.size).toBe(2);
    expect(plan.united.state.segments.get(guid('x'))?.coderId).toBe(guid('Ana'));
    const again = merged(after(ours, plan), [theirs]);
    expect([kinds(again), changes(again)]).toEqual([[], []]);
  });

  it('keeps two apart by a number, and need not ask again', () => {
    const plan = merged(ours, [theirs], { coder: 'two' });
    expect(plan.united.state.coders.get(ana.id)?.name).toBe('Ana (2)');
    const again = merged(after(ours, plan), [theirs]);
    expect([kinds(again), changes(again)]).toEqual([[], []]);
  });

  it('counts what a coder finished who coded nothing', () => {
    const id = progressId(guid('s'), guid('Bo'));
    const row = { id, sourceId: guid('s'), coderId: guid('Bo'), finished: true, at: '' };
    const plan = merged(project('a'), [
      project('b', { coders: [coder('coder'), coder('Bo')], progress: [row] }),
    ]);
    expect(plan.files[0]?.coders).toEqual([{ name: 'Bo', segments: 0, added: 0, finished: 1 }]);
    expect(plan.united.state.progress.get(id)).toEqual(row);
  });

  it('finds progress by source and coder, whatever they are called in the file', () => {
    const id = progressId(guid('s'), ana.id);
    const row = { id, sourceId: guid('s'), coderId: ana.id, finished: true, at: '' };
    const plan = merged(ours, [project('b', { coders: [coder('coder'), ana], progress: [row] })], {
      coder: 'one',
    });
    expect([...plan.united.state.progress.keys()]).toEqual([progressId(guid('s'), guid('Ana'))]);
  });
});

describe('texts that differ by one character', () => {
  const words = text.replace('Victims', 'Victim');
  const lost = coded('lost', [30, 36], {}, words);
  const theirs = project(
    'b',
    {
      segments: [
        coded('x', [4, 10], {}, words),
        { ...lost, ...makeAnchor(words, { start: 30, end: 41 }), end: 41 },
      ],
    },
    words,
  );
  const ours = project('a');

  it('become a source of its own unless the person says otherwise', () => {
    const plan = merged(ours, [theirs]);
    expect(plan.items).toMatchObject([{ kind: 'text', chosen: 'own', decided: false, required: false }]);
    expect(plan.united.state.sources.size).toBe(2);
    expect(plan.bodies.texts.size).toBe(1);
    const again = merged(after(ours, plan), [theirs]);
    expect([kinds(again), changes(again)]).toEqual([[], []]);
  });

  it('give their segments to our text, and name those that it has not', () => {
    const plan = merged(ours, [theirs], { text: 'move' });
    expect(plan.united.state.sources.size).toBe(1);
    expect(plan.united.state.segments.get(guid('x'))).toMatchObject({ start: 4, end: 10, quote: 'border' });
    expect(plan.lost).toMatchObject([{ why: 'not-found', quote: words.slice(30, 41) }]);
    const again = merged(after(ours, plan), [theirs]);
    expect(changes(again)).toEqual([]);
  });

  it('are asked about where only the title is the same', () => {
    const other = { ...source('s', 'JP'), id: guid('elsewhere') };
    const plan = merged(ours, [
      project(
        'b',
        { sources: [other], segments: [coded('x', [4, 10], { sourceId: other.id }, words)] },
        words,
      ),
    ]);
    // Of another project by all signs: that is asked first.
    expect(kinds(plan)).toEqual(['foreign']);
    const yes = merged(ours, [project('a', { sources: [other] }, words)]);
    expect(kinds(yes)).toEqual(['text']);
  });
});

describe('codes that the project has not', () => {
  const border = code('', 'mode', null, { labels: { en: 'Border' } });
  const unknown = { ...border, id: guid('unknown') };
  const theirs = project('b', {
    codes: [code('M1', 'mode', null), unknown],
    segments: [
      coded('x', [4, 10], { tags: [unknown.id] }),
      coded('y', [4, 10], { tags: [guid('M1'), unknown.id] }),
    ],
  });
  const ours = project('a');

  it('come in, are taken for one of ours, or are left out, and nothing is silent', () => {
    const added = merged(ours, [theirs]);
    expect(added.items).toMatchObject([{ kind: 'code', chosen: 'add', segments: 2 }]);
    expect(added.united.state.codes.has(unknown.id)).toBe(true);

    const mapped = merged(ours, [theirs], { code: `map:${guid('M1')}` });
    expect(mapped.united.state.codes.size).toBe(1);
    expect(mapped.united.state.segments.get(guid('x'))?.tags).toEqual([guid('M1')]);

    const left = merged(ours, [theirs], { code: 'leave' });
    expect(left.united.state.codes.size).toBe(1);
    expect([...left.united.state.segments.keys()]).toEqual([guid('y')]);
    expect(left.lost).toMatchObject([{ why: 'no-code', quote: 'border' }]);
  });

  it('are asked about where a code of that name stands elsewhere', () => {
    const base = project('a', {
      families: [family('mode'), family('level')],
      codes: [code('M1', 'mode', null), { ...border, familyId: guid('level'), id: guid('there') }],
    });
    const plan = merged(base, [theirs]);
    expect(plan.items).toMatchObject([{ kind: 'code', required: true, ours: guid('there') }]);
  });
});

describe('contradictions', () => {
  const theirs = project('b', {
    codes: [code('M1', 'mode', null, { definition: 'theirs' })],
    segments: [coded('x', [4, 15])],
  });
  const ours = project('a', {
    codes: [code('M1', 'mode', null, { definition: 'ours' })],
    segments: [coded('x', [4, 10])],
  });
  const ends = ({ united }: MergePlan) => [...united.state.segments.values()].map(({ end }) => end);

  it('change nothing unless it is decided', () => {
    const plan = merged(ours, [theirs]);
    expect(kinds(plan)).toEqual(['segment', 'row']);
    expect(changes(plan)).toEqual([]);
  });

  it('are decided for theirs, or for both of a segment', () => {
    const plan = merged(ours, [theirs], { row: 'theirs', segment: 'theirs' });
    expect(plan.united.state.codes.get(guid('M1'))?.definition).toBe('theirs');
    expect(ends(plan)).toEqual([15]);
    const both = merged(ours, [theirs], { segment: 'both' });
    expect(ends(both)).toEqual([10, 15]);
    expect(changes(merged(after(ours, both), [theirs]))).toEqual([]);
  });

  it('hold decisions of the project against others on the same passage', () => {
    const decision = (id: string, settlement: Decision['settlement'], result: string): Decision => ({
      ...{ id: guid(id), sourceId: guid('s'), start: 4, end: 10, kind: 'missed', considered: [], settlement },
      ...{ result: [guid(result)], note: '', coderId: guid('coder'), at: '' },
    });
    const base = project('a', {
      segments: [coded('r1', [4, 10])],
      decisions: [decision('d1', 'first', 'r1')],
    });
    const file = project('b', {
      segments: [coded('r2', [4, 9])],
      decisions: [decision('d2', 'second', 'r2')],
    });
    const stays = merged(base, [file]);
    expect(kinds(stays)).toEqual(['decision']);
    expect(changes(stays)).toEqual([]);
    const theirs = merged(base, [file], { decision: 'theirs' });
    expect([...theirs.united.state.decisions.keys()]).toEqual([guid('d2')]);
    expect([...theirs.united.state.segments.keys()]).toEqual([guid('r2')]);
  });
});

describe('files that do not fit', () => {
  it('of another project are left out until the person says otherwise', () => {
    const other = project('b', { sources: [{ ...source('t', 'KR'), title: 'other' }] }, 'Something else.');
    const plan = merged(project('a'), [other]);
    expect(plan.items).toMatchObject([{ kind: 'foreign', required: true, chosen: 'skip' }]);
    expect(plan.files[0]?.standing).toBe('skipped');
    expect(changes(plan)).toEqual([]);
    expect(merged(project('a'), [other], { foreign: 'merge' }).united.state.sources.size).toBe(2);
  });

  it('without anything are said to be empty', () => {
    const empty = project('b', { sources: [], codes: [], families: [], coders: [coder('coder')] });
    const plan = merged(project('a'), [empty]);
    expect(plan.files[0]?.standing).toBe('empty');
    expect(changes(plan)).toEqual([]);
  });

  it('come into an empty project whole', () => {
    const empty = project('b', { sources: [], codes: [], families: [] });
    const plan = merged(empty, [project('a', { segments: [coded('x', [4, 10])] })]);
    expect(plan.united.state.segments.size).toBe(1);
    expect(plan.united.state.project).toEqual(empty.state.project);
  });

  it('that are the project itself change nothing, and a package does not make one of it', () => {
    const ours = project('a', { segments: [coded('x', [4, 10])] });
    expect(changes(merged(ours, [ours]))).toEqual([]);
    const info = [...ours.state.project.values()].map((row) => ({ ...row, packageId: guid('package') }));
    const packaged = {
      ...ours,
      state: { ...ours.state, project: new Map(info.map((row) => [row.id, row])) },
    };
    expect(changes(merged(ours, [packaged]))).toEqual([]);
  });
});
