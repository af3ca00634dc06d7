import { describe, expect, it } from 'vitest';
import type { ParsedSource } from '../../../../src-renderer/domain/model/import';
import type { MemoTarget } from '../../../../src-renderer/domain/model/segment';
import type { VariableType } from '../../../../src-renderer/domain/model/source';
import { addSources, duplicateOf } from '../../../../src-renderer/domain/sources/add-sources';
import { caseOf, editCase } from '../../../../src-renderer/domain/sources/case';
import { editSources, type SourcePatch } from '../../../../src-renderer/domain/sources/edit-sources';
import { removeSources } from '../../../../src-renderer/domain/sources/remove-sources';
import { addVariable, editVariable, removeVariable } from '../../../../src-renderer/domain/sources/variable';
import { applyChanges } from '../../../../src-renderer/domain/history/state';
import { code, done, drafted, only, refusal, segment, source, stamp, TEXT, world, type Rows } from '../build';

const variable = (id: string, type: VariableType) => ({ id, name: id, type, description: '' });
const described = (more: Rows = {}) =>
  world({
    sources: [source('s', TEXT, { variables: { year: 2009 } }), source('t', TEXT)],
    variables: [
      variable('year', 'integer'),
      variable('when', 'date'),
      variable('share', 'float'),
      variable('note', 'text'),
    ],
    ...more,
  });

describe('describing sources', () => {
  const edit = (patch: SourcePatch, sourceIds = ['s', 't']) =>
    editSources(described(), { sourceIds, patch }, stamp());

  it('changes the given fields of many at once', () => {
    const draft = drafted(edit({ country: ' Japan', date: '2009-12', documentType: 'action-plan' }));
    expect(draft.label).toEqual({ key: 'edit-source-many', params: { count: 2 } });
    const state = applyChanges(described(), draft.changes);
    for (const row of state.sources.values()) {
      expect(row).toMatchObject({
        country: 'JP',
        date: '2009-12',
        documentType: 'action-plan',
        language: 'en',
      });
    }
  });

  it('leaves alone what already says so', () => {
    expect(drafted(edit({ language: 'EN', url: '' })).changes).toEqual([]);
    expect(drafted(edit({ variables: { year: 2009 } })).changes.map(({ id }) => id)).toEqual(['t']);
  });

  it('sets and takes away values', () => {
    const state = done(described(), edit({ variables: { year: null, when: '2009-12', share: 0.5 } }, ['s']));
    expect(state.sources.get('s')?.variables).toEqual({ when: '2009-12', share: 0.5 });
  });

  it('empties fields', () => {
    expect(done(described(), edit({ language: '', country: '' }, ['s'])).sources.get('s')).toMatchObject({
      language: '',
    });
  });

  it.each<[string, SourcePatch]>([
    ['title-empty', { title: ' \u200b' }],
    ['date-invalid', { date: '2009-02-30' }],
    ['language-invalid', { language: 'Japanese!' }],
    ['url-invalid', { url: 'javascript:alert(1)' }],
    ['variable-missing', { variables: { x: 1 } }],
    ['value-invalid', { variables: { year: 2009.5 } }],
    ['value-invalid', { variables: { year: '2009' } }],
    ['value-invalid', { variables: { share: Number.NaN } }],
    ['value-invalid', { variables: { when: '2009-13' } }],
    ['value-invalid', { variables: { note: true } }],
  ])('refuses: %s', (kind, patch) => {
    expect(refusal(edit(patch))).toBe(kind);
  });

  it('refuses sources that are not there', () => {
    expect(refusal(edit({}, ['x']))).toBe('source-missing');
    expect(refusal(removeSources(described(), ['s', 'x']))).toBe('source-missing');
  });
});

describe('removing sources', () => {
  it('takes segments and memos with them, and examples', () => {
    const memo = (id: string, table: MemoTarget['table'], on: string) => ({
      id,
      target: { table, id: on },
      title: id,
    });
    const state = described({
      codes: [code('crime', { examples: ['one', 'two'] })],
      segments: [segment('one', 's', TEXT, [0, 5], ['crime']), segment('two', 't', TEXT, [0, 5], ['crime'])],
      memos: [memo('a', 'sources', 's'), memo('b', 'segments', 'one'), memo('c', 'segments', 'two')],
    });
    const after = done(state, removeSources(state, ['s']));
    expect(only(after.sources).id).toBe('t');
    expect(only(after.segments).id).toBe('two');
    expect(only(after.memos).id).toBe('c');
    expect(after.codes.get('crime')?.examples).toEqual(['two']);
    expect(drafted(removeSources(state, ['s'])).label).toEqual({
      key: 'remove-source',
      params: { title: 's' },
    });
  });
});

describe('taking sources in', () => {
  const parsed = (more: Partial<ParsedSource> = {}): ParsedSource => ({
    title: ' A\n plan ',
    format: 'pdf',
    encoding: '',
    language: 'ja',
    hash: 'f'.repeat(64),
    text: 'a😀',
    blocks: [{ start: 0, end: 3, kind: 'paragraph', level: 0 }],
    date: '2009-12-22',
    author: ' Cabinet ',
    outlet: '',
    identifier: '',
    fields: [],
    comments: [],
    url: 'https://example.org/a',
    warnings: [],
    ...more,
  });

  it('keeps what an article says of itself as variables, and its comments as a memo', () => {
    const article = parsed({
      outlet: 'The Korea Times',
      author: 'Kim Ji-su',
      identifier: 'AN 1',
      fields: [
        { name: 'Section', value: 'National' },
        { name: 'section', value: 'Page 3' },
        { name: 'Load date', value: ' ' },
      ],
      comments: [{ start: 0, end: 1, author: 'Bo', date: '2010', text: 'Who\nsays so?' }],
    });
    const before = world();
    const twice = [article, article].map((one) => ({ parsed: one, fileName: 'a.txt', bytes: 1 }));
    const { draft } = addSources(before, twice, stamp(), 'coder-a');
    const state = applyChanges(before, draft.changes);
    const names = new Map([...state.variables.values()].map(({ id, name }) => [id, name]));
    const [first, second] = [...state.sources.values()].slice(-2);
    const said = (source = first!) =>
      Object.fromEntries(Object.entries(source.variables).map(([id, value]) => [names.get(id), value]));
    expect(said()).toEqual({ Section: 'National; Page 3', Author: 'Kim Ji-su', ID: 'AN 1' });
    expect(said(second)).toEqual(said());
    expect(first).toMatchObject({ outlet: 'The Korea Times', actor: '', documentType: 'news-report' });
    expect([...state.memos.values()].map(({ plainText }) => plainText)).toEqual(
      Array(2).fill('“a” — Bo, 2010: Who says so?'),
    );
  });

  it('makes a variable of its own where one of that name holds something else', () => {
    const year = { id: 'v', name: 'Length', type: 'integer', description: '' } as const;
    const before = described({ variables: [year] });
    const one = {
      parsed: parsed({ fields: [{ name: 'Length', value: '355 words' }] }),
      fileName: 'a',
      bytes: 1,
    };
    const state = applyChanges(before, addSources(before, [one], stamp(), 'coder-a').draft.changes);
    expect([...state.variables.values()].map(({ name, type }) => [name, type])).toEqual([
      ['Length', 'integer'],
      ['Length (2)', 'text'],
    ]);
  });

  it('makes rows and the texts that go with them', () => {
    const arrivals = [
      { parsed: parsed(), fileName: 'jp_plan.pdf', bytes: 10, about: { country: 'JP' } },
      {
        parsed: parsed({ title: '', date: 'soon', url: 'javascript:x', text: '' }),
        fileName: 'b.tar.gz',
        bytes: 0,
      },
    ];
    const { draft, texts } = addSources(world(), arrivals, stamp(), 'coder-a');
    expect(draft.label).toEqual({ key: 'add-source-many', params: { count: 2 } });
    const state = applyChanges(world(), draft.changes);
    expect(state.sources.get('n1')).toMatchObject({
      title: 'A plan',
      fileName: 'jp_plan.pdf',
      length: 3,
      characters: 2,
      country: 'JP',
      date: '2009-12-22',
      actor: 'Cabinet',
      bytes: 10,
    });
    expect(state.sources.get('n2')).toMatchObject({
      title: 'b.tar',
      date: '',
      url: '',
      country: '',
      length: 0,
    });
    expect(texts).toEqual([
      { sourceId: 'n1', text: 'a😀', blocks: parsed().blocks },
      { sourceId: 'n2', text: '', blocks: parsed().blocks },
    ]);
    expect(duplicateOf(state, 'f'.repeat(64))?.id).toBe('n1');
    expect(duplicateOf(state, '')).toBeUndefined();
  });
});

describe('variables', () => {
  it('are made, renamed and removed with their values', () => {
    let state = done(described(), addVariable(described(), { name: ' Tier \n2 ', type: 'integer' }, stamp()));
    expect(state.variables.get('n1')).toEqual({ id: 'n1', name: 'Tier 2', type: 'integer', description: '' });
    state = done(state, editVariable(state, { variableId: 'n1', patch: { name: 'Tier', description: 'd' } }));
    expect(state.variables.get('n1')).toMatchObject({ name: 'Tier', description: 'd' });
    state = done(state, removeVariable(state, 'year', stamp()));
    expect(state.variables.has('year')).toBe(false);
    expect(state.sources.get('s')?.variables).toEqual({});
  });

  it('refuse names that are taken, and types that do not fit', () => {
    const add = (name: string) => addVariable(described(), { name, type: 'text' }, stamp());
    expect(refusal(add('YEAR'))).toBe('name-duplicate');
    expect(refusal(add(' '))).toBe('name-empty');
    expect(refusal(add('x'.repeat(201)))).toBe('name-too-long');
    const retype = (type: 'float' | 'text') =>
      editVariable(described(), { variableId: 'year', patch: { type } });
    expect(refusal(retype('text'))).toBe('variable-in-use');
    expect(retype('float').ok).toBe(true);
    expect(refusal(editVariable(described(), { variableId: 'x', patch: {} }))).toBe('variable-missing');
    expect(refusal(removeVariable(described(), 'x', stamp()))).toBe('variable-missing');
  });
});

describe('cases', () => {
  const fact = {
    id: '',
    key: 'tier',
    label: 'Tier',
    value: '2',
    date: '2009',
    asOf: '',
    reference: '',
    codes: ['crime'],
  };

  it('come into being when something is said of a country', () => {
    const patch = { judgement: { codeId: 'crime', reasons: 'r' }, facts: [fact] };
    const state = done(world(), editCase(world(), { country: 'japan', patch }, stamp()));
    expect(caseOf(state, 'JP')).toEqual({
      id: 'n1',
      country: 'JP',
      name: '',
      judgement: patch.judgement,
      facts: [{ ...fact, id: 'n2' }],
      note: '',
    });
    const next = done(
      state,
      editCase(state, { country: 'JP', patch: { judgement: null, note: 'n' } }, stamp()),
    );
    expect(only(next.cases)).toMatchObject({ judgement: null, note: 'n', facts: [{ id: 'n2' }] });
  });

  it('stay away while nothing is said', () => {
    expect(drafted(editCase(world(), { country: 'JP', patch: { note: '' } }, stamp())).changes).toEqual([]);
  });

  it('refuse what cannot be', () => {
    const edit = (patch: Parameters<typeof editCase>[1]['patch'], country = 'JP') =>
      refusal(editCase(world(), { country, patch }, stamp()));
    expect(edit({}, ' ')).toBe('country-empty');
    expect(edit({ judgement: { codeId: 'x', reasons: '' } })).toBe('code-missing');
    expect(edit({ facts: [{ ...fact, codes: ['x'] }] })).toBe('code-missing');
    expect(edit({ facts: [{ ...fact, asOf: '2009-02-30' }] })).toBe('date-invalid');
  });
});
