import type { Migration } from './migration';

/** What coders say of sources, are given, and decide together, and the analyses that were saved. */
export const collaboration: Migration = {
  name: '0004-collaboration',
  tables: { progress: 'id', packages: 'id', decisions: 'id', views: 'id' },
};
