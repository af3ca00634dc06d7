import { describe, expect, it } from 'vitest';
import { createFamily, enableFamily, renameFamily } from '../../../../src-renderer/domain/codebook/family';
import {
  ancestorsOf,
  codesInOrder,
  codesOfFamily,
  familyRoot,
  rootsOf,
  withDescendants,
} from '../../../../src-renderer/domain/codebook/tree';
import { code, done, drafted, refusal, stamp, world } from '../build';

describe('families', () => {
  it('are made last, switched on', () => {
    const state = done(world(), createFamily(world(), { labels: { ja: '媒体', en: ' Outlet ' } }, stamp()));
    expect(state.families.get('n1')).toEqual({
      id: 'n1',
      key: 'Outlet',
      labels: { en: 'Outlet', ja: '媒体' },
      core: false,
      enabled: true,
      order: 2,
    });
  });

  it('are renamed without losing their machine name', () => {
    const rename = renameFamily(world(), { familyId: 'mode', labels: { en: 'Framing' } }, stamp());
    expect(done(world(), rename).families.get('mode')).toMatchObject({
      key: 'mode',
      labels: { en: 'Framing' },
    });
    const same = renameFamily(world(), { familyId: 'mode', labels: { en: 'mode' } }, stamp());
    expect(drafted(same).changes).toEqual([]);
  });

  it('share their name with the folder that stands for them, and with no other', () => {
    const shipped = world({
      codes: [code('M', { key: 'M', codable: false }), code('border', { parentId: 'M', key: 'M1' })],
    });
    expect(familyRoot(shipped, 'mode')?.id).toBe('M');
    const renamed = done(
      shipped,
      renameFamily(shipped, { familyId: 'mode', labels: { en: 'Framing' } }, stamp()),
    );
    expect(renamed.codes.get('M')?.labels).toEqual({ en: 'Framing' });
    // A folder of the researcher's own stands for itself.
    expect(familyRoot(world(), 'mode')).toBeUndefined();
  });

  it('are switched on and off', () => {
    const off = enableFamily(world(), { familyId: 'actor', enabled: false }, stamp());
    expect(drafted(off).label).toEqual({ key: 'disable-family', params: { family: 'actor' } });
    expect(done(world(), off).families.get('actor')?.enabled).toBe(false);
    expect(drafted(enableFamily(world(), { familyId: 'actor', enabled: true }, stamp())).changes).toEqual([]);
  });

  it('refuse names that are taken, empty or too long', () => {
    const make = (en: string) => createFamily(world(), { labels: { en } }, stamp());
    expect(refusal(make('MODE'))).toBe('label-duplicate');
    expect(refusal(make(''))).toBe('label-empty');
    expect(refusal(make('x'.repeat(201)))).toBe('label-too-long');
    const framing = done(
      world(),
      renameFamily(world(), { familyId: 'mode', labels: { en: 'Framing' } }, stamp()),
    );
    expect(refusal(createFamily(framing, { labels: { en: 'Mode' } }, stamp()))).toBe('label-duplicate');
    expect(refusal(enableFamily(world(), { familyId: 'x', enabled: true }, stamp()))).toBe('family-missing');
    expect(refusal(renameFamily(world(), { familyId: 'x', labels: {} }, stamp()))).toBe('family-missing');
  });
});

describe('the tree', () => {
  const ids = (codes: readonly { readonly id: string }[]) => codes.map(({ id }) => id);

  it('is walked in order', () => {
    expect(ids(codesInOrder(world()))).toEqual(['M', 'border', 'crime', 'gangs', 'A', 'police']);
    expect(ids(codesOfFamily(world(), 'actor'))).toEqual(['A', 'police']);
    expect(ids(rootsOf(world(), 'mode'))).toEqual(['M']);
    expect(ids(ancestorsOf(world(), 'gangs'))).toEqual(['M', 'crime']);
    expect([...withDescendants(world(), ['crime', 'gangs', 'police'])]).toEqual(['crime', 'gangs', 'police']);
  });
});
