import type { PaperDocument, PaperFormat } from '../../domain/agreement/paper/document';
import { paperHtml } from '../../domain/agreement/paper/html';
import { paperCsv } from '../../domain/agreement/paper/paper';
import { paperDocx } from '../docx/paper';

/** Writes what goes into a paper. In: the document and the format (CSV: its tables alone). Out: the file. */
export async function writePaper(
  document: PaperDocument,
  format: PaperFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return paperDocx(document);
    case 'html':
      return new TextEncoder().encode(paperHtml(document));
    case 'csv':
      return new TextEncoder().encode(paperCsv(document));
  }
}
