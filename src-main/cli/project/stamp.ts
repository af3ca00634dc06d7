import { randomUUID } from 'node:crypto';
import type { Stamp } from '../../../src-renderer/domain/model/ids';

/** Fresh ids and the present moment, from the system. */
export const stamp: Stamp = {
  newId: () => randomUUID(),
  now: () => new Date().toISOString(),
};
