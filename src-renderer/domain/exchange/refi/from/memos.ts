import type { MemoTarget } from '../../../model/segment';
import type { ProjectState } from '../../../model/project';
import type { Memo } from '../../../model/segment';
import { xmlLine } from '../../xml';
import type { Guid, RefiText } from '../model';
import { notePath } from '../members';
import { clip } from './clip';

/** The memos of a project by what they are about. */
export class MemoIndex {
  readonly #byTarget = new Map<string, Memo[]>();

  constructor(state: ProjectState) {
    for (const memo of state.memos.values()) {
      const key = memo.target ? `${memo.target.table}/${memo.target.id}` : '';
      const list = this.#byTarget.get(key);
      if (list) list.push(memo);
      else this.#byTarget.set(key, [memo]);
    }
  }

  /** In: a table and a row's id; nothing for the project. Out: the memos on it. */
  on(table?: MemoTarget['table'], id?: string): readonly Memo[] {
    return this.#byTarget.get(table === undefined ? '' : `${table}/${id}`) ?? [];
  }

  /** Out: the ids of the memos on it. */
  guids(table?: MemoTarget['table'], id?: string): readonly Guid[] {
    return this.on(table, id).map((memo) => memo.id);
  }

  /** Out: the words of the memos on it, parted by blank lines. */
  text(table: MemoTarget['table'], id: string): string {
    return this.on(table, id)
      .map(({ title, plainText }) => [title, plainText].map((part) => part.trim()))
      .map(([title, text]) => (title && !text?.startsWith(title) ? [title, text] : [text]))
      .map((parts) => parts.filter(Boolean).join('\n'))
      .filter(Boolean)
      .join('\n\n');
  }
}

/** In: the project. Out: its memos as notes, whose words stand in files of their own. */
export function notesOf(state: ProjectState): readonly RefiText[] {
  return [...state.memos.values()].map((memo) => ({
    guid: memo.id,
    name: clip(xmlLine(memo.title) || xmlLine(memo.plainText)),
    description: '',
    path: notePath(memo.id),
    richTextPath: '',
    content: null,
    selections: [],
    codings: [],
    notes: [],
    values: [],
    user: memo.coderId,
    at: memo.createdAt,
    modifiedBy: memo.coderId,
    modifiedAt: memo.modifiedAt,
  }));
}
