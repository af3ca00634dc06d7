import type { ColumnRole, SourceField, TableColumn } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import { languageCalled } from '../../domain/sources/names/languages';
import { cleanText, layOut, type BlockDraft } from '../../domain/text/canonical';
import { dateIn } from '../dates';
import { draftOf, type Draft } from '../draft';
import { findParagraphs } from '../txt/paragraphs';
import type { Grid, GridRow } from './grid';

const LONGEST_TITLE = 100;
/** More than this nobody looks up. */
const MOST_LISTED = 50;
/** The name of the variable that says in which sheet a row stood. */
const SHEET = 'Sheet';

export interface Rows {
  readonly drafts: readonly Draft[];
  readonly warnings: readonly Message[];
}

/** Makes a document of each row. Rows without text are told of, by their numbers. */
export function documentsOf(grids: readonly Grid[], columns: readonly TableColumn[]): Rows {
  const roles = new Map(columns.map(({ name, role }) => [name, role]));
  const drafts: Draft[] = [];
  const without: string[] = [];
  for (const grid of grids) {
    for (const row of grid.rows) {
      const draft = documentOf(grid, row, roles, grids.length > 1);
      if (draft) drafts.push(draft);
      else without.push(grids.length > 1 ? `${grid.name} ${row.number}` : String(row.number));
    }
  }
  const rows = without.slice(0, MOST_LISTED).join(', ') + (without.length > MOST_LISTED ? '…' : '');
  const warnings = without.length > 0 ? [message('rows-without-text', { count: without.length, rows })] : [];
  return { drafts, warnings };
}

function documentOf(
  grid: Grid,
  { cells }: GridRow,
  roles: ReadonlyMap<string, ColumnRole>,
  hasSheets: boolean,
): Draft | undefined {
  const under = (role: ColumnRole): SourceField[] =>
    grid.columns.flatMap((name, i) => {
      const value = (cells[i] ?? '').trim();
      return roles.get(name) === role && value !== '' ? [{ name, value }] : [];
    });
  const valueOf = (role: ColumnRole): string =>
    under(role)
      .map(({ value }) => value)
      .join('; ');

  const texts = under('text').map(({ value }) => cleanText(value));
  if (texts.length === 0) return undefined;
  const title = valueOf('title').replace(/\s+/g, ' ');
  const date = dateIn(valueOf('date'));
  const fields = [
    ...(hasSheets && grid.name ? [{ name: SHEET, value: grid.name }] : []),
    // What a date was written as is kept where it says more or other than the date.
    ...under('date').filter(({ value }) => value !== date),
    ...under('field'),
  ];
  return draftOf(layOut([...headingOf(title, texts), ...texts.flatMap(paragraphsOf)]), {
    title: title || openingOf(texts[0] ?? ''),
    date,
    author: valueOf('author'),
    outlet: valueOf('outlet'),
    url: valueOf('url'),
    identifier: valueOf('identifier'),
    language: languageCalled(valueOf('language')) ?? valueOf('language'),
    country: valueOf('country'),
    fields,
  });
}

/** A headline is text as well, and is coded with it, unless the text begins with it anyway. */
const headingOf = (title: string, texts: readonly string[]): BlockDraft[] =>
  title === '' || texts[0]?.replace(/\s+/g, ' ').startsWith(title)
    ? []
    : [{ kind: 'heading', level: 1, text: title }];

const paragraphsOf = (text: string): BlockDraft[] =>
  findParagraphs(text).map(({ start, end, kind, level }) => ({ kind, level, text: text.slice(start, end) }));

function openingOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= LONGEST_TITLE ? line : `${[...line.slice(0, LONGEST_TITLE)].slice(0, -1).join('')}…`;
}
