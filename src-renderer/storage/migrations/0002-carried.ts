import type { Migration } from './migration';

/** What other programs' projects bring and Parallax does not show has a table of its own. */
export const carried: Migration = { name: '0002-carried', tables: { carried: 'id' } };
