import type { SourceId } from '../../model/ids';
import { tableNames, type ProjectState, type TableName } from '../../model/project';
import type { BlockKind, SourceText } from '../../model/source';

/**
 * Members of the archive that only Parallax reads: with them nothing of a project is lost between one
 * Parallax and another. Rows stand one to a line as JSON.
 */
const FOLDER = 'parallax/';
export const MANIFEST_MEMBER = `${FOLDER}manifest.json`;
export const BLOCKS_MEMBER = `${FOLDER}blocks.jsonl`;
export const FILES_MEMBER = `${FOLDER}files.jsonl`;
export const HISTORY_MEMBER = `${FOLDER}history.jsonl`;

/** In: a table. Out: the member with its rows. */
export const tableMember = (table: TableName): string => `${FOLDER}${table}.jsonl`;

/** In: the id of a source or carried item. Out: the member with its original file. */
export const fileMember = (id: string): string => `${FOLDER}files/${id}`;

/** A line of files.jsonl: an original file and where its bytes stand. */
export interface OwnFile {
  readonly id: string;
  readonly name: string;
  readonly member: string;
}

/** A block as a row of a table: start, end, kind, level, and page where it has one. */
export type BlockRow = readonly [start: number, end: number, kind: BlockKind, level: number, page?: number];

/** A line of blocks.jsonl: where the text of a source stands, and its blocks. */
export interface OwnText {
  readonly id: SourceId;
  readonly member: string;
  readonly blocks: readonly BlockRow[];
}

/** In: a row of any kind. Out: its line. */
export const line = (row: unknown): string => `${JSON.stringify(row)}\n`;

/** In: a text and the member it stands in. Out: its line of blocks.jsonl. */
export function textRow({ sourceId, blocks }: SourceText, member: string): OwnText {
  return {
    id: sourceId,
    member,
    blocks: blocks.map(({ start, end, kind, level, page }) =>
      page === undefined ? [start, end, kind, level] : [start, end, kind, level, page],
    ),
  };
}

/** In: a line of blocks.jsonl and the text itself. Out: the text as the project has it. */
export function textOfRow({ id, blocks }: OwnText, text: string): SourceText {
  return {
    sourceId: id,
    text,
    blocks: blocks.map(([start, end, kind, level, page]) =>
      page === undefined ? { start, end, kind, level } : { start, end, kind, level, page },
    ),
  };
}

/** In: the project. Out: each table that has rows, with its member and its rows. */
export function* tablesOf(
  state: ProjectState,
): Generator<{ readonly member: string; readonly rows: readonly unknown[] }> {
  for (const table of tableNames) {
    if (state[table].size > 0) yield { member: tableMember(table), rows: [...state[table].values()] };
  }
}
