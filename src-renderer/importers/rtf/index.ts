import { message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { draftOf, failure, type DraftResult } from '../draft';
import { layOutPieces } from '../office/finish';
import { warningsOf } from '../office/warnings';
import { readRtfTokens } from './lexer';
import { RtfReader } from './reader';

/**
 * Reads an RTF file: headings, lists, tables, notes, text boxes, running heads, hidden text and comments.
 * Insertions under revision are text, deletions are not, and the person is told.
 */
export function readRtf(bytes: Uint8Array): DraftResult {
  const reader = new RtfReader();
  readRtfTokens(bytes, reader);
  const isCut = reader.isOpen;
  const { body, comments } = layOutPieces(reader.finish(), reader.comments.remarks);
  if (body.blocks.length === 0) return failure('no-text');
  const { info, counts } = reader;
  const said = warningsOf(counts, body);
  return ok(
    draftOf(body, {
      title: info.get('title'),
      author: info.get('author'),
      date: info.created,
      fields: fieldNames.flatMap(([word, name]) => {
        const value = info.get(word);
        return value === '' ? [] : [{ name, value }];
      }),
      comments,
      warnings: isCut ? [message('document-cut-off'), ...said] : said,
    }),
  );
}

const fieldNames = [
  ['subject', 'subject'],
  ['keywords', 'keywords'],
  ['doccomm', 'description'],
  ['category', 'category'],
  ['company', 'company'],
] as const;
