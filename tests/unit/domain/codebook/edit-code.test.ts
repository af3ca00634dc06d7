import { describe, expect, it } from 'vitest';
import { createCode, editCode, type CodePatch } from '../../../../src-renderer/domain/codebook/edit-code';
import { moveCode } from '../../../../src-renderer/domain/codebook/move-code';
import { codeColors } from '../../../../src-renderer/domain/codebook/palette';
import { codesUnder, pathLabels } from '../../../../src-renderer/domain/codebook/tree';
import { code, done, drafted, refusal, segment, stamp, TEXT, world } from '../build';

const top = { familyId: 'mode', parentId: null };
const create = (input: Partial<Parameters<typeof createCode>[1]>) =>
  createCode(world(), { ...top, labels: { en: 'New' }, ...input }, stamp());
const edit = (patch: CodePatch, codeId = 'crime') => editCode(world(), { codeId, patch }, stamp());

describe('creating a code', () => {
  it('puts it last among its siblings, in a colour that is little used', () => {
    const made = done(
      world(),
      create({ parentId: 'M', labels: { en: '  Health\n risk ', ja: '' } }),
    ).codes.get('n1');
    expect(made).toMatchObject({
      labels: { en: 'Health risk' },
      parentId: 'M',
      familyId: 'mode',
      order: 2,
      codable: true,
      color: codeColors[0],
    });
    expect(made?.labels).not.toHaveProperty('ja');
  });

  it('takes markup for text', () => {
    const label = '<script>alert(1)</script>';
    expect(done(world(), create({ labels: { en: label } })).codes.get('n1')?.labels.en).toBe(label);
  });

  it.each([
    ['label-empty', { labels: {} }],
    ['label-empty', { labels: { en: ' \u200b ' } }],
    ['label-too-long', { labels: { en: 'x'.repeat(10_000) } }],
    ['label-duplicate', { parentId: 'M', labels: { en: 'ＯＲＧＡＮＩＺＥＤ crime' } }],
    ['label-duplicate', { parentId: 'M', labels: { en: 'x', ja: '組織犯罪' } }],
    ['family-missing', { familyId: 'x' }],
    ['parent-missing', { parentId: 'x' }],
    ['parent-elsewhere', { parentId: 'police' }],
    ['color-invalid', { color: 'red' }],
    ['color-invalid', { color: '#12345' }],
    ['shortcut-taken', { shortcut: '1' }],
    ['shortcut-invalid', { shortcut: 'ab' }],
    ['shortcut-invalid', { shortcut: 'Я' }],
  ])('refuses: %s', (kind, input) => {
    expect(refusal(create(input))).toBe(kind);
  });

  it('allows the same label elsewhere, and 200 graphemes', () => {
    expect(create({ labels: { en: 'Organized crime' } }).ok).toBe(true);
    expect(create({ labels: { en: '👨‍👩‍👧'.repeat(200) } }).ok).toBe(true);
  });
});

describe('editing a code', () => {
  it('renames, keeping labels that are not named', () => {
    const draft = drafted(edit({ labels: { en: 'Gang crime' } }));
    expect(draft.label).toEqual({ key: 'rename-code', params: { code: 'Gang crime' } });
    const labels = done(world(), edit({ labels: { en: 'Gang crime' } })).codes.get('crime')?.labels;
    expect(labels).toEqual({ en: 'Gang crime', ja: '組織犯罪' });
  });

  it('takes a label away, but not the last', () => {
    expect(done(world(), edit({ labels: { ja: '' } })).codes.get('crime')?.labels).toEqual({
      en: 'Organized crime',
    });
    expect(refusal(edit({ labels: { en: '', ja: ' ' } }))).toBe('label-empty');
  });

  it('changes everything else', () => {
    const patch: CodePatch = {
      definition: 'd',
      include: 'i',
      exclude: 'e',
      response: 'r',
      indicators: { en: ['gang'] },
      color: '#aabbcc',
      symbol: 'star',
      pattern: 'dots',
      shortcut: 'G',
    };
    const state = done(world(), edit(patch));
    expect(state.codes.get('crime')).toMatchObject({ ...patch, color: '#AABBCC', shortcut: 'g' });
    expect(drafted(edit(patch)).label.key).toBe('edit-code');
  });

  it('does nothing when all stays', () => {
    expect(
      drafted(edit({ definition: '', color: '#332288', labels: { en: 'Organized crime' } })).changes,
    ).toEqual([]);
    expect(drafted(edit({ shortcut: '1', symbol: undefined }, 'border')).changes).toEqual([]);
  });

  it('makes a folder only of a code that no segment has', () => {
    const state = world({ segments: [segment('one', 's', TEXT, [0, 5], ['crime'])] });
    const folder = (codeId: string) => editCode(state, { codeId, patch: { codable: false } }, stamp());
    expect(refusal(folder('crime'))).toBe('code-in-use');
    expect(done(state, folder('gangs')).codes.get('gangs')?.codable).toBe(false);
  });

  it('refuses what creating refuses', () => {
    expect(refusal(edit({ labels: { en: 'BORDER' } }))).toBe('label-duplicate');
    expect(refusal(edit({ shortcut: '1' }))).toBe('shortcut-taken');
    expect(refusal(edit({}, 'x'))).toBe('code-missing');
  });
});

describe('moving a code', () => {
  const move = (codeId: string, parentId: string | null, index?: number, familyId = 'mode') =>
    moveCode(world(), { codeId, familyId, parentId, index }, stamp());
  const ids = (state: ReturnType<typeof world>, familyId: string, parentId: string | null) =>
    codesUnder(state, familyId, parentId).map(({ id, order }) => `${id}${order}`);

  it('orders siblings', () => {
    expect(ids(done(world(), move('crime', 'M', 0)), 'mode', 'M')).toEqual(['crime0', 'border1']);
    expect(ids(done(world(), move('border', 'M')), 'mode', 'M')).toEqual(['crime0', 'border1']);
    expect(drafted(move('crime', 'M', 1)).changes).toEqual([]);
    expect(drafted(move('crime', 'M', 99)).changes).toEqual([]);
  });

  it('takes what is below into the other family', () => {
    const state = done(world(), move('crime', 'A', 0, 'actor'));
    expect(ids(state, 'actor', 'A')).toEqual(['crime0', 'police1']);
    expect(state.codes.get('gangs')).toMatchObject({ familyId: 'actor', parentId: 'crime' });
    expect(pathLabels(state, 'gangs', 'ja')).toEqual(['A', '組織犯罪', 'gangs']);
    expect(ids(state, 'mode', 'M')).toEqual(['border0']);
  });

  it('moves to the top of a family', () => {
    const state = done(world(), move('gangs', null, 0));
    expect(ids(state, 'mode', null)).toEqual(['gangs0', 'M1']);
  });

  it('refuses circles, strange places and duplicates', () => {
    expect(refusal(move('crime', 'gangs'))).toBe('cycle');
    expect(refusal(move('crime', 'crime'))).toBe('cycle');
    expect(refusal(move('crime', 'A'))).toBe('parent-elsewhere');
    expect(refusal(move('crime', null, 0, 'x'))).toBe('family-missing');
    expect(refusal(move('x', null))).toBe('code-missing');
    const twin = world({ codes: [...world().codes.values(), code('twin', { labels: { ja: '組織犯罪' } })] });
    expect(refusal(moveCode(twin, { codeId: 'twin', familyId: 'mode', parentId: 'M' }, stamp()))).toBe(
      'label-duplicate',
    );
  });
});
