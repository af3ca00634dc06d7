import type { Migration } from './migration';

/**
 * Rows are found by their key alone: everything light is read into memory when a project opens, and
 * each further index would make every write dearer. Headers of the history stand apart from their
 * changes so that the undo menu of a long-lived project costs nothing to build; bodies of texts and
 * files stand apart so that lists stay light.
 */
export const first: Migration = {
  name: '0001-first',
  tables: {
    meta: 'key',
    project: 'id',
    sources: 'id',
    families: 'id',
    codes: 'id',
    segments: 'id',
    memos: 'id',
    cases: 'id',
    variables: 'id',
    coders: 'id',
    texts: 'sourceId',
    files: 'sourceId',
    historyHeaders: '++seq, &id',
    historyChanges: 'id',
  },
};
