import type { ImportReport } from '../../model/import-report';
import type { Message } from '../../model/message';
import type { Table } from './csv';

/**
 * An import as a table: a row for each source that came in, and one for each file of which none did.
 * In: the report, and how what was said of a file reads in the language of the window. Out: the table.
 */
export function importReportTable(
  report: ImportReport,
  say: (remark: { readonly failure: string; readonly detail: string } | Message) => string,
): Table {
  const rows = report.files.flatMap(({ path, bytes, sources, leftOut, failure, warnings }) => {
    const remarks = [
      ...(failure ? [say({ failure: failure.kind, detail: failure.detail })] : []),
      ...warnings.map(say),
    ];
    const outcome = failure ? 'failed' : sources.length > 0 ? 'imported' : 'left-out';
    const about = [path, bytes, outcome, leftOut] as const;
    return sources.length > 0
      ? sources.map(({ title, characters }) => [...about, title, characters, remarks.join('\n')])
      : [[...about, null, null, remarks.join('\n')]];
  });
  return {
    columns: ['file', 'bytes', 'outcome', 'sources_left_out', 'title', 'characters', 'remarks'],
    rows,
  };
}
