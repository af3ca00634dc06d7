import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { MemoTarget } from '../../model/segment';
import type { Cell, Table } from './csv';

const kinds = { sources: 'source', segments: 'segment', codes: 'code', cases: 'case' } as const;

/**
 * Memos as a table, one row each, the oldest first.
 * In: the project, and the language for names of codes. Out: the table. `about` is what a memo is about:
 * project, source, segment, code or case; `about_name` names it, a segment by its words.
 */
export function memosTable(state: ProjectState, language: LabelLanguage): Table {
  const memos = [...state.memos.values()].sort(
    (a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0) || (a.id < b.id ? -1 : 1),
  );
  return {
    columns: [
      'memo_id',
      'about',
      'about_id',
      'about_name',
      'source',
      'title',
      'text',
      'coder',
      'created_at',
      'modified_at',
    ],
    dates: ['created_at', 'modified_at'],
    rows: memos.map((memo): readonly Cell[] => [
      memo.id,
      memo.target ? kinds[memo.target.table] : 'project',
      memo.target?.id ?? '',
      memo.target ? nameOf(state, memo.target, language) : '',
      memo.target ? titleOfSource(state, memo.target) : '',
      memo.title,
      memo.plainText,
      state.coders.get(memo.coderId)?.name ?? '',
      memo.createdAt,
      memo.modifiedAt,
    ]),
  };
}

function nameOf(state: ProjectState, { table, id }: MemoTarget, language: LabelLanguage): string {
  switch (table) {
    case 'sources':
      return state.sources.get(id)?.title ?? '';
    case 'segments':
      return state.segments.get(id)?.quote ?? '';
    case 'codes':
      return labelIn(state.codes.get(id)?.labels ?? {}, language);
    case 'cases':
      return state.cases.get(id)?.name || (state.cases.get(id)?.country ?? '');
  }
}

function titleOfSource(state: ProjectState, { table, id }: MemoTarget): string {
  const sourceId = table === 'segments' ? state.segments.get(id)?.sourceId : table === 'sources' ? id : '';
  return state.sources.get(sourceId ?? '')?.title ?? '';
}
