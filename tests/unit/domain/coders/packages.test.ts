import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createCode, editCode } from '../../../../src-renderer/domain/codebook/edit-code';
import { deleteCode } from '../../../../src-renderer/domain/codebook/delete-code';
import { addExample, removeExample } from '../../../../src-renderer/domain/codebook/examples';
import { createFamily, enableFamily, renameFamily } from '../../../../src-renderer/domain/codebook/family';
import { mergeCodes } from '../../../../src-renderer/domain/codebook/merge-codes';
import { moveCode } from '../../../../src-renderer/domain/codebook/move-code';
import { packageReader, packageState } from '../../../../src-renderer/domain/coders/package-content';
import {
  makePackage,
  nextRound,
  openedPackage,
  recodeName,
  type PackageWish,
} from '../../../../src-renderer/domain/coders/packages';
import { setFinished } from '../../../../src-renderer/domain/coders/progress';
import { faultInRows } from '../../../../src-renderer/domain/exchange/own/check-rows';
import type { ProjectReader } from '../../../../src-renderer/domain/exchange/project-content';
import { applyChanges } from '../../../../src-renderer/domain/history/state';
import { writeQdpx } from '../../../../src-renderer/exporters/qdpx';
import en from '../../../../src-renderer/i18n/locales/en/exchange-report.json';
import type { Refusal } from '../../../../src-renderer/domain/model/refusal';
import type { Result } from '../../../../src-renderer/domain/model/result';
import { code, coder, done, refusal, segment, source, stamp, TEXT, world } from '../build';

const SECRET = 'SECRET-OF-ANN';
const other = 'Another text, not chosen.';
const state = done(
  world({
    project: [{ id: 'p', name: 'The study', createdAt: '2026-01-01T00:00:00.000Z', currentCoderId: 'ann' }],
    coders: [coder('ann'), coder('bob'), { ...coder('third'), name: 'THIRD PERSON' }],
    sources: [source('s', TEXT), source('t', other, { title: 'UNCHOSEN TITLE' })],
    segments: [
      segment('a', 's', TEXT, [0, 17], ['border'], { memoId: 'memo', translation: SECRET }),
      segment('b', 't', other, [0, 7], ['police'], { coderId: 'third' }),
    ],
    codes: [
      code('M', { codable: false }),
      code('border', { parentId: 'M', examples: ['a'] }),
      code('crime', { parentId: 'M', order: 1 }),
      code('A', { familyId: 'actor', codable: false, labels: { en: 'UNCHOSEN FAMILY' } }),
      code('police', { familyId: 'actor', parentId: 'A' }),
    ],
    memos: ['segments', 'sources', 'codes'].map((table, index) => ({
      id: index === 0 ? 'memo' : `memo-${table}`,
      target: {
        table: table as 'segments',
        id: { segments: 'a', sources: 's', codes: 'border' }[table] ?? '',
      },
      title: SECRET,
      body: '',
      plainText: SECRET,
      coderId: 'ann',
      createdAt: '',
      modifiedAt: '',
    })),
    cases: [{ id: 'c', country: 'KR', judgement: null, facts: [], notes: SECRET } as never],
  }),
  setFinished(world({ sources: [source('s', TEXT)] }), stamp(), {
    sourceIds: ['s'],
    coderId: 'ann',
    finished: true,
  }),
);

const wish: PackageWish = {
  name: 'First double coding',
  round: 1,
  purpose: 'second-coder',
  coder: { kind: 'new', name: 'Bea Lee' },
  sourceIds: ['s'],
  familyIds: ['mode'],
  frozen: true,
  sampling: { kind: 'chosen', of: 2 },
};
const make = (more: Partial<PackageWish> = {}) => makePackage(state, stamp(), { ...wish, ...more });
const made = (more: Partial<PackageWish> = {}) => {
  const result = make(more);
  if (!result.ok) throw new Error(result.error.kind);
  return { pack: result.value.pack, state: applyChanges(state, result.value.draft.changes) };
};

describe('making a package', () => {
  it('records the package and its new coder in one change', () => {
    const { pack, state: after } = made();
    expect(after.packages.get(pack.id)).toEqual(pack);
    expect(after.coders.get(pack.coderId)).toMatchObject({ name: 'Bea Lee', initials: 'BL' });
    expect(pack).toMatchObject({ createdBy: 'ann', recodeOf: null, frozen: true });
    expect(nextRound(state)).toBe(1);
    expect(nextRound(after)).toBe(2);
  });

  it('makes a recode of the coder at work', () => {
    const { pack } = made({ purpose: 'recode', coder: { kind: 'new', name: 'ann (recode 1)' } });
    expect(pack).toMatchObject({ purpose: 'recode', recodeOf: 'ann' });
    const numbered = (name: string, number: number) => `${name} (recode ${number})`;
    expect(recodeName(state, 'ann', numbered)).toBe('ann (recode 1)');
    const twice = { coders: new Map([['x', { ...coder('x'), name: 'Ann (Recode 1)' }]]) };
    expect(recodeName(twice, 'ann', numbered)).toBe('ann (recode 2)');
  });

  it('takes a known coder only when they were chosen as such, and have not coded the sources', () => {
    expect(made({ coder: { kind: 'known', coderId: 'bob' } }).pack.coderId).toBe('bob');
    expect(refusal(make({ coder: { kind: 'new', name: ' BOB ' } }))).toBe('coder-name-taken');
    expect(refusal(make({ coder: { kind: 'known', coderId: 'ann' } }))).toBe('package-coder-coded');
    expect(refusal(make({ coder: { kind: 'known', coderId: 'nobody' } }))).toBe('coder-missing');
  });

  it('refuses what cannot be coded', () => {
    expect(refusal(make({ name: ' ' }))).toBe('package-unnamed');
    expect(refusal(make({ round: 0 }))).toBe('package-round');
    expect(refusal(make({ sourceIds: [] }))).toBe('package-no-sources');
    expect(refusal(make({ familyIds: [] }))).toBe('package-no-families');
    expect(refusal(make({ sourceIds: ['gone'] }))).toBe('source-missing');
    expect(refusal(make({ familyIds: ['gone'] }))).toBe('family-missing');
    expect(refusal(make({ coder: { kind: 'new', name: '' } }))).toBe('coder-unnamed');
  });
});

describe('what is in a package', () => {
  it('is a sound project with the chosen sources and families, and nothing that others did', () => {
    const { pack, state: after } = made();
    const content = packageState(after, pack);
    expect(faultInRows(content)).toBeUndefined();
    expect([...content.sources.keys()]).toEqual(['s']);
    expect([...content.families.keys()]).toEqual(['mode']);
    expect([...content.codes.keys()]).toEqual(['M', 'border', 'crime']);
    expect(content.codes.get('border')?.examples).toEqual([]);
    expect(new Set(content.coders.keys())).toEqual(new Set(['ann', pack.coderId]));
    expect(content.project.get('p')).toMatchObject({ currentCoderId: pack.coderId, packageId: pack.id });
    expect(openedPackage(content)).toEqual(pack);
    for (const table of [
      'segments',
      'memos',
      'cases',
      'carried',
      'imports',
      'progress',
      'decisions',
      'views',
    ] as const)
      expect(content[table].size).toBe(0);
    expect(content.segmentsBySource.size).toBe(0);
  });

  it('has no trace of others in the bytes of the file', async () => {
    const { pack, state: after } = made();
    const whole: ProjectReader = {
      state: after,
      text: (id) => Promise.resolve({ sourceId: id, text: id === 's' ? TEXT : other, blocks: [] }),
      file: (id) =>
        Promise.resolve({
          sourceId: id,
          name: `${id}.txt`,
          bytes: new TextEncoder().encode(id === 's' ? TEXT : other),
        }),
      log: async function* () {
        yield {
          id: 'log',
          kind: 'do' as const,
          target: null,
          label: { key: 'x', params: {} },
          coderId: 'ann',
          at: '',
          changes: [],
        };
      },
    };
    const reader = packageReader(whole, pack);
    const written = await writeQdpx(reader, {
      target: 'default',
      origin: 'Parallax test',
      language: 'en',
      words: en.words,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    const bytes = new Uint8Array(await written.value.blob.arrayBuffer());
    const members = unzipSync(bytes);
    const all = Object.entries(members)
      .map(([name, member]) => `${name}\n${strFromU8(member)}`)
      .join('\n');
    for (const leak of [SECRET, other, 'UNCHOSEN', 'THIRD PERSON', 'PlainTextSelection', 'Coding guid'])
      expect(all).not.toContain(leak);
    expect(await reader.text('t')).toBeUndefined();
    expect(await reader.file('t')).toBeUndefined();
  });
});

describe('a frozen codebook', () => {
  const { pack, state: after } = made();
  const frozen = packageState(after, pack);
  const free = packageState(after, { ...pack, frozen: false });
  const attempts = (state: typeof frozen): readonly Result<unknown, Refusal<string>>[] => [
    createCode(state, { familyId: 'mode', parentId: 'M', labels: { en: 'New' } }, stamp()),
    editCode(state, { codeId: 'border', patch: { definition: 'x' } }, stamp()),
    deleteCode(state, { codeId: 'border', plan: { kind: 'delete-tags' } } as never, stamp()),
    mergeCodes(state, { from: ['border'], into: 'crime' } as never, stamp()),
    moveCode(state, { codeId: 'crime', familyId: 'mode', parentId: 'M', index: 0 } as never, stamp()),
    addExample(state, { codeId: 'border', segmentId: 'a' } as never, stamp()),
    removeExample(state, { codeId: 'border', segmentId: 'a' } as never, stamp()),
    createFamily(state, { labels: { en: 'New' } }, stamp()),
    renameFamily(state, { familyId: 'mode', labels: { en: 'New' } }, stamp()),
    enableFamily(state, { familyId: 'mode', enabled: false }, stamp()),
  ];

  it('refuses every change', () => {
    expect(attempts(frozen).map((result) => refusal(result))).toEqual(
      attempts(frozen).map(() => 'codebook-frozen'),
    );
  });

  it('says so of no other project', () => {
    for (const result of attempts(free))
      if (!result.ok) expect(result.error.kind).not.toBe('codebook-frozen');
  });
});
