import type { BibliographicRecord } from '../../domain/model/import';
import { message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { failure, type DraftFileResult } from '../draft';
import { isBibtex, readBibtex } from './bibtex';
import { recordOfEntry } from './from-bibtex';
import { isRis, readRis } from './from-ris';

export type ReferenceFormat = 'ris' | 'bibtex';

/** Which file of references a text is, or undefined. */
export function referenceFormat(text: string): ReferenceFormat | undefined {
  if (isRis(text)) return 'ris';
  return isBibtex(text) ? 'bibtex' : undefined;
}

/** Reads references, which say of documents in other files what they are; they are no documents themselves. */
export function readReferences(text: string, format: ReferenceFormat): DraftFileResult {
  if (format === 'ris') return recordsFile(readRis(text), 0);
  const { entries, broken } = readBibtex(text);
  return recordsFile(entries.map(recordOfEntry), broken);
}

function recordsFile(records: readonly BibliographicRecord[], broken: number): DraftFileResult {
  if (records.length === 0) return failure('no-text');
  const warnings = broken > 0 ? [message('references-cut-off', { count: broken })] : [];
  return ok({ format: 'txt', drafts: [], records, warnings });
}
