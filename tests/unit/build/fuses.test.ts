import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { fuses } from '../../../build/electron-builder.mjs';

test('every fuse there is has been decided', () => {
  const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  const decided = Object.keys(fuses).filter((key) => /^\d+$/.test(key));
  expect(decided.map(Number).sort()).toEqual(known.sort());
  expect(fuses.strictlyRequireAllFuses).toBe(true);
});
