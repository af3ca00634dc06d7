import type { Migration } from './migration';

/** What each import brought in and what it did not is looked up in a table of its own. */
export const imports: Migration = { name: '0003-imports', tables: { imports: 'id' } };
