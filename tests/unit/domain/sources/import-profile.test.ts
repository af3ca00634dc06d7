import { describe, expect, it } from 'vitest';
import { profilesIn } from '../../../../src-renderer/domain/sources/incoming/import-profile';

const gazettes = {
  name: 'Gazettes',
  pattern: '{country}_{date}',
  columns: { body: 'text' },
  reading: 'rows',
  encoding: 'euc-kr',
  about: { country: 'KR' },
};

describe('profiles that were stored', () => {
  it('come back as they are', () => {
    expect(profilesIn([gazettes, { ...gazettes, encoding: null }])).toEqual([
      gazettes,
      { ...gazettes, encoding: null },
    ]);
  });

  it('of before encodings were kept leave it to each file', () => {
    const { encoding: _, ...earlier } = gazettes;
    expect(profilesIn([earlier])).toEqual([{ ...gazettes, encoding: null }]);
  });

  it.each([
    ['no list', gazettes],
    ['no name', [{ ...gazettes, name: 1 }]],
    ['an encoding that is no text', [{ ...gazettes, encoding: 949 }]],
    ['a role that is none', [{ ...gazettes, columns: { body: 'novel' } }]],
    ['a list in place of columns', [{ ...gazettes, columns: [] }]],
    ['a type that is none', [{ ...gazettes, about: { documentType: 'novel' } }]],
  ])('are left out where they are none: %s', (_what, stored) => {
    expect(profilesIn(stored)).toEqual([]);
  });
});
