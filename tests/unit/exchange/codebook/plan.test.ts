import { describe, expect, it } from 'vitest';
import type { CodebookFile, FileCode } from '../../../../src-renderer/domain/exchange/codebook/file';
import { deletedCodes } from '../../../../src-renderer/domain/exchange/codebook/plan/deleted';
import { codebookImportDraft } from '../../../../src-renderer/domain/exchange/codebook/plan/draft';
import { planCodebookImport } from '../../../../src-renderer/domain/exchange/codebook/plan/plan';
import type { CodebookChoices } from '../../../../src-renderer/domain/exchange/codebook/plan/types';
import { applyChanges, invert } from '../../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import { readCodebook } from '../../../../src-renderer/importers/codebook/read';
import * as dialect from '../../../fixtures/refi/qdc-dialects';
import { code, family, guid, project, segment, source } from '../../domain/profile/build';

const state = project({
  families: [family('mode'), family('actor', { order: 1 })],
  codes: [
    code('M', 'mode', null, { codable: false, labels: { en: 'Mode' } }),
    code('M1', 'mode', 'M', { labels: { en: 'Immigration crime', ja: '移民犯罪' }, shortcut: '1' }),
    code('M2', 'mode', 'M', { labels: { en: 'Organized crime' }, order: 1, shortcut: '2' }),
    code('M2a', 'mode', 'M2', { labels: { en: 'Gangs' }, key: '' }),
    code('A', 'actor', null, { codable: false, labels: { en: 'Actor' } }),
  ],
  sources: [source('law', 'JP')],
  segments: [segment('s', 'law', [0, 4], ['M1'])],
});

const choices: CodebookChoices = {
  language: 'en',
  place: { kind: 'new-family', labels: { en: 'From Kyoto' } },
};

const theirs = (name: string, more: Partial<FileCode> = {}): FileCode => ({
  id: guid(`file ${name}`),
  identified: true,
  familyId: null,
  parentId: null,
  placed: more.parentId !== undefined,
  order: null,
  name,
  fields: {},
  ...more,
});
const file = (...codes: readonly FileCode[]): CodebookFile => ({
  origin: '',
  families: [],
  codes,
  repairs: [],
  losses: [],
});
const mode = theirs('Mode', { id: guid('M') });
const plan = (book: CodebookFile, more: Partial<CodebookChoices> = {}) =>
  planCodebookImport(state, book, { ...choices, ...more });

function done(book: CodebookFile, more: Partial<CodebookChoices> = {}): ProjectState {
  const draft = codebookImportDraft(state, plan(book, more));
  if (!draft.ok) throw new Error(draft.error.kind);
  const after = applyChanges(state, draft.value.changes);
  // One step takes all of it back.
  const back = applyChanges(after, invert(draft.value.changes));
  expect([...back.codes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [...state.codes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(back.families).toEqual(state.families);
  return after;
}

describe('what importing a codebook would do', () => {
  it('adds new codes below those that it knows, after those that are there', () => {
    const book = file(mode, theirs('Development', { parentId: mode.id, fields: { definition: 'Poverty.' } }));
    const { added, changed, unchanged, onlyHere, clashes } = plan(book);
    expect({ changed, clashes }).toEqual({ changed: [], clashes: [] });
    expect(added).toMatchObject([
      {
        familyId: guid('mode'),
        parentId: guid('M'),
        order: 2,
        labels: { en: 'Development' },
        definition: 'Poverty.',
      },
    ]);
    expect(unchanged.map(({ key }) => key)).toEqual(['M']);
    expect(onlyHere.map(({ key }) => key)).toEqual(['M1', 'M2', '', 'A']);
    expect(done(book).codes.size).toBe(6);
  });

  it('puts codes that belong nowhere into a family of their own, or where the person says', () => {
    const book = file(theirs('Home'), theirs('Below', { parentId: guid('file Home') }));
    const { families, added } = plan(book);
    expect(families.added).toMatchObject([{ key: 'From Kyoto', enabled: true, order: 2 }]);
    expect(added.map(({ familyId }) => familyId)).toEqual([families.added[0]?.id, families.added[0]?.id]);
    const place = { kind: 'family', familyId: guid('mode'), parentId: guid('M2') } as const;
    expect(plan(book, { place }).added[0]).toMatchObject({ parentId: guid('M2'), order: 1 });
    expect(plan(book, { place }).families.added).toEqual([]);
    done(book, { place });
  });

  it('shows changes field by field', () => {
    const fields = { definition: 'Told as entry.', color: '#FF0000', indicators: { ja: ['密入国'] } };
    const { changed } = plan(file(theirs('Immigration offence', { id: guid('M1'), fields })));
    expect(changed).toMatchObject([
      {
        by: 'id',
        fields: [
          { field: 'labels', language: 'en', before: 'Immigration crime', after: 'Immigration offence' },
          { field: 'indicators', language: 'ja', before: '', after: '密入国' },
          { field: 'definition', before: '', after: 'Told as entry.' },
          { field: 'color', before: '#332288', after: '#FF0000' },
        ],
      },
    ]);
  });

  it('knows a code by its name in any language, and changes nothing for that', () => {
    const { changed, added, unchanged, clashes } = plan(
      file(mode, theirs('移民犯罪', { parentId: mode.id }), theirs('ORGANIZED  CRIME', { id: guid('M2') })),
    );
    expect({ added, clashes }).toEqual({ added: [], clashes: [] });
    expect(unchanged.map(({ key }) => key)).toEqual(['M', 'M1']);
    expect(changed.map(({ before }) => before.key)).toEqual(['M2']);
  });

  it('asks where a code of the same name has another identity and says other things', () => {
    const book = file(
      mode,
      theirs('Organized crime', { parentId: mode.id, fields: { definition: 'Gangs.' } }),
    );
    const id = `other-identity:${guid('file Organized crime')}`;
    const asked = plan(book);
    expect(asked.clashes).toMatchObject([
      { id, mine: 'Organized crime', mineId: guid('M2'), options: ['mine', 'theirs', 'new'], chosen: 'mine' },
    ]);
    expect([asked.changed, asked.added]).toEqual([[], []]);
    expect(done(book, { clashes: { [id]: 'theirs' } }).codes.get(guid('M2'))?.definition).toBe('Gangs.');
    const beside = done(book, { clashes: { [id]: 'new' } });
    expect(beside.codes.get(guid('M2'))?.definition).toBe('');
    expect(beside.codes.get(guid('file Organized crime'))).toMatchObject({
      definition: 'Gangs.',
      labels: { en: 'Organized crime 2' },
    });
  });

  it('asks about a code with the same key and another name', () => {
    const book = file(theirs('Something else', { identified: false, fields: { key: 'm2' } }));
    expect(plan(book).clashes).toMatchObject([{ kind: 'other-identity', mineId: guid('M2') }]);
    expect(plan(book).added).toEqual([]);
  });

  it('lets a key and a shortcut belong to one code', () => {
    const book = file(
      theirs('Immigration crime', { id: guid('M1'), fields: { key: 'M2', shortcut: '2' } }),
      theirs('Organized crime', { id: guid('M2') }),
    );
    expect(plan(book).clashes.map(({ kind, chosen }) => [kind, chosen])).toEqual([
      ['key-taken', 'mine'],
      ['shortcut-taken', 'mine'],
    ]);
    expect(plan(book).changed).toEqual([]);
    const after = done(book, { clashes: { [`key-taken:${guid('M1')}`]: 'theirs' } });
    expect([after.codes.get(guid('M1'))?.key, after.codes.get(guid('M2'))?.key]).toEqual(['M2', '']);
  });

  it('leaves a key that repeats in the file to the first code that has it', () => {
    const book = file(theirs('One', { fields: { key: 'Z' } }), theirs('Two', { fields: { key: 'z' } }));
    expect(plan(book).added.map(({ key }) => key)).toEqual(['Z', '']);
  });

  it('exchanges keys of two codes without a question', () => {
    const book = file(
      theirs('Immigration crime', { id: guid('M1'), fields: { key: 'M2' } }),
      theirs('Organized crime', { id: guid('M2'), fields: { key: 'M1' } }),
    );
    expect(plan(book).clashes).toEqual([]);
    expect(done(book).codes.get(guid('M1'))?.key).toBe('M2');
  });

  it('moves codes with all below them, also those that the file does not have', () => {
    const actor = theirs('Actor', { id: guid('A') });
    const book = file(actor, theirs('Organized crime', { id: guid('M2'), parentId: actor.id }));
    const after = done(book);
    expect(after.codes.get(guid('M2'))).toMatchObject({ familyId: guid('actor'), parentId: guid('A') });
    expect(after.codes.get(guid('M2a'))?.familyId).toBe(guid('actor'));
    expect(plan(book).changed.map(({ by }) => by)).toEqual(['id', null]);
  });

  it('moves nothing below itself', () => {
    const gangs = theirs('Gangs', { id: guid('M2a') });
    const book = file(gangs, theirs('Organized crime', { id: guid('M2'), parentId: gangs.id }));
    expect(plan(book).clashes).toMatchObject([{ kind: 'cycle', options: ['mine'] }]);
    expect(plan(book).changed).toEqual([]);
  });

  it('turns the tree around where the file has both ends of it', () => {
    const gangs = theirs('Gangs', { id: guid('M2a'), parentId: guid('M') });
    const book = file(mode, gangs, theirs('Organized crime', { id: guid('M2'), parentId: gangs.id }));
    expect(plan(book).clashes).toEqual([]);
    expect(done(book).codes.get(guid('M2'))?.parentId).toBe(guid('M2a'));
  });

  it('keeps a code codable that segments have', () => {
    const book = file(theirs('Immigration crime', { id: guid('M1'), fields: { codable: false } }));
    expect(plan(book).clashes).toMatchObject([{ kind: 'folder-in-use', chosen: 'mine' }]);
    expect(plan(book).changed).toEqual([]);
  });

  it('asks before it brings back what was deleted', () => {
    const book = file(
      mode,
      theirs('Gone', { parentId: mode.id }),
      theirs('Child', { parentId: guid('file Gone') }),
    );
    const deleted = new Set([guid('file Gone')]);
    expect(plan(book, { deleted }).clashes).toMatchObject([{ kind: 'deleted', theirs: 'Gone' }]);
    expect(plan(book, { deleted }).added).toMatchObject([{ parentId: guid('M'), labels: { en: 'Child' } }]);
    const clashes = { [`deleted:${guid('file Gone')}`]: 'theirs' } as const;
    expect(plan(book, { deleted, clashes }).added).toHaveLength(2);
  });

  it('finds in the history what was deleted and not brought back', () => {
    const [m1, m2] = [code('M1', 'mode', null), code('M2', 'mode', null)];
    const gone = (row: typeof m1) => ({ table: 'codes', id: row.id, before: row, after: null }) as const;
    const back = { table: 'codes', id: m2.id, before: null, after: m2 } as const;
    const log = [{ changes: [gone(m1), gone(m2)] }, { changes: [back] }];
    expect([...deletedCodes(log)]).toEqual([m1.id]);
  });

  it('does not give two codes beside each other one name', () => {
    const book = file(theirs('Organized crime', { id: guid('M1') }));
    expect(plan(book).clashes).toMatchObject([{ kind: 'name-taken', mineId: guid('M2'), chosen: 'mine' }]);
    expect(plan(book).changed).toEqual([]);
    const clashes = { [`name-taken:${guid('M1')}`]: 'new' } as const;
    expect(done(book, { clashes }).codes.get(guid('M1'))?.labels.en).toBe('Organized crime 2');
  });

  it('leaves alone what the person leaves out', () => {
    const book = file(
      theirs('Immigration crime', { id: guid('M1'), fields: { definition: 'x' } }),
      theirs('New'),
    );
    const leave = new Set([guid('M1'), guid('file New')]);
    const draft = codebookImportDraft(state, plan(book, { leave }));
    expect(draft).toMatchObject({ ok: true, value: { changes: [] } });
  });

  it('counts examples that the project does not have, and adds those it has', () => {
    const fields = { examples: [guid('s'), guid('elsewhere')] };
    const planned = plan(file(theirs('Immigration crime', { id: guid('M1'), fields })));
    expect(planned.losses).toEqual([{ key: 'loss.examples-absent', params: { count: 1 } }]);
    expect(planned.changed).toMatchObject([{ after: { examples: [guid('s')] } }]);
  });

  it('refuses a plan for another state of the project', () => {
    const planned = plan(file(theirs('New')));
    const later = done(file(theirs('Other')));
    expect(codebookImportDraft(later, planned)).toMatchObject({
      ok: false,
      error: { kind: 'codebook-changed' },
    });
  });

  it.each(['atlasTi', 'nvivo', 'taguette', 'openQda', 'careless'] as const)(
    'finds nothing to do in %s the second time',
    async (name) => {
      const read = await readCodebook(new TextEncoder().encode(dialect[name]));
      if (!read.ok) throw new Error(read.error.kind);
      const after = done(read.value);
      const again = planCodebookImport(after, read.value, choices);
      expect(again).toMatchObject({
        added: [],
        changed: [],
        clashes: [],
        families: { added: [], changed: [] },
      });
    },
  );
});

describe('a large codebook', () => {
  it('of 10,000 codes is read and planned in about a second', async () => {
    const codes = Array.from({ length: 100 }, (_, i) => {
      const inner = Array.from(
        { length: 99 },
        (_, j) =>
          `<Code guid="${guid(`${i}-${j}`)}" name="Code ${i} ${j}" isCodable="true"><Description>d</Description></Code>`,
      );
      return `<Code guid="${guid(`${i}`)}" name="Code ${i}" isCodable="true">${inner.join('')}</Code>`;
    });
    const xml = new TextEncoder().encode(`<CodeBook><Codes>${codes.join('')}</Codes></CodeBook>`);
    const begun = performance.now();
    const read = await readCodebook(xml);
    if (!read.ok) throw new Error(read.error.kind);
    const readAt = performance.now();
    const first = plan(read.value);
    const plannedAt = performance.now();
    expect(first.added).toHaveLength(10_000);
    const after = done(read.value);
    const againAt = performance.now();
    expect(planCodebookImport(after, read.value, choices)).toMatchObject({ added: [], changed: [] });
    const spent = {
      reading: readAt - begun,
      planning: plannedAt - readAt,
      planningAgain: performance.now() - againAt,
    };
    // Generous, because the machine may be busy.
    expect(spent.planning + spent.planningAgain).toBeLessThan(5_000);
  });
});
