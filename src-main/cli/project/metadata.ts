import Papa from 'papaparse';
import { documentTypes, type DocumentType } from '../../../src-renderer/domain/model/source';
import { parsePartialDate } from '../../../src-renderer/domain/sources/date';
import type { SourcePatch } from '../../../src-renderer/domain/sources/edit-sources';
import { decodeText } from '../../../src-renderer/importers/decode/text';
import { Failed } from '../failure';
import { say } from '../text';
import { readWhole } from './files';

/** What a table says of documents. */
export interface Metadata {
  readonly path: string;
  /** By the name of the document as the table has it. */
  readonly rows: ReadonlyMap<string, MetadataRow>;
  /** Names of the columns that are variables. */
  readonly variables: readonly string[];
}

export interface MetadataRow {
  readonly fields: Omit<SourcePatch, 'variables'>;
  /** Texts by the name of the variable; those that are empty are not there. */
  readonly values: Readonly<Record<string, string>>;
}

const known = ['title', 'country', 'date', 'document_type', 'actor', 'outlet', 'language', 'url'] as const;

/** Reads a table of metadata in any encoding, its columns parted by comma, semicolon or tab. */
export async function readMetadata(path: string): Promise<Metadata> {
  const faulty = (key: string, params = {}) =>
    new Failed(say('failure.metadata', { file: path, detail: say(`metadata.${key}`, params) }));
  const decoded = await decodeText(await readWhole(path));
  if (!decoded.ok) throw faulty('unreadable');
  const { data, meta } = Papa.parse<Record<string, string>>(decoded.value.text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
  });
  const columns = meta.fields ?? [];
  if (!columns.includes('file')) throw faulty('no-file-column');
  const variables = columns.filter(
    (name) => name !== '' && name !== 'file' && !known.some((each) => each === name),
  );
  const rows = new Map<string, MetadataRow>();
  for (const [index, row] of data.entries()) {
    const text = (column: string) => (row[column] ?? '').trim();
    const wrong = (column: string) => faulty('wrong-value', { line: index + 2, column, value: text(column) });
    const date = text('date') === '' ? '' : parsePartialDate(text('date'));
    if (date === undefined) throw wrong('date');
    const type = documentTypes.find((each) => each === text('document_type'));
    if (type === undefined && text('document_type') !== '') throw wrong('document_type');
    rows.set(text('file'), {
      fields: given({ ...textFields(text), date, documentType: type ?? '' }),
      values: Object.fromEntries(variables.map((name) => [name, text(name)]).filter(([, value]) => value)),
    });
  }
  return { path, rows, variables };
}

const textFields = (text: (column: string) => string) => ({
  title: text('title'),
  country: text('country'),
  actor: text('actor'),
  outlet: text('outlet'),
  language: text('language'),
  url: text('url'),
});

/** An empty cell says nothing: what the document says of itself stays. */
function given(fields: MetadataRow['fields'] & { readonly documentType: DocumentType | '' }) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
