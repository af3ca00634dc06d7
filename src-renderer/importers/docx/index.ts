import { ok } from '../../domain/model/result';
import { detailOf, draftOf, failure, type DraftResult } from '../draft';
import { layOutPieces, type LaidOut } from '../office/finish';
import { furnitureOf } from '../office/furniture';
import type { Piece } from '../office/pieces';
import { noCounts, warningsOf, type Counts } from '../office/warnings';
import { ArchiveTooLarge } from './archive';
import { Parts } from './parts';
import { coreProperties } from './properties';
import { DocxReader, type DocxContext } from './reader';
import { Styles } from './styles';

/**
 * Reads a Word document: headings, lists, tables, notes, text boxes, running heads, hidden text and
 * comments. Insertions and moves under revision are text, deletions are not, and the person is told.
 */
export function readDocx(bytes: Uint8Array): DraftResult {
  const counts = noCounts();
  let parts: Parts;
  let laidOut: LaidOut;
  try {
    parts = new Parts(bytes);
    laidOut = readParts(parts, counts);
  } catch (error) {
    return failure(error instanceof ArchiveTooLarge ? 'too-large' : 'damaged', detailOf(error));
  }
  const { body, comments } = laidOut;
  if (body.blocks.length === 0) return failure('no-text');
  const properties = coreProperties(parts.text('docProps/core.xml'));
  return ok(draftOf(body, { ...properties, comments, warnings: warningsOf(counts, body) }));
}

function readParts(parts: Parts, counts: Counts): LaidOut {
  const styles = new Styles();
  parts.readOfType('styles', styles);
  const furniture = new Set<string>();
  const read = new Set<string>();
  const context: DocxContext = {
    styles,
    counts,
    notes: new Map<string, readonly Piece[]>(),
    remarks: new Map(),
    furniture: (relationship) => {
      // What is inserted in a running head, or a picture in it, is counted once.
      if (read.has(relationship)) return [];
      read.add(relationship);
      const reader = new DocxReader({ ...context, furniture: () => [] });
      parts.readRelated(relationship, reader);
      return furnitureOf(reader.finish(), furniture);
    },
    hasEvenHeads: /<w:evenAndOddHeaders(?![^>]*w:val="(0|false|off)")/.test(
      parts.text(parts.beside('settings.xml')),
    ),
  };
  for (const type of ['footnotes', 'endnotes', 'comments']) parts.readOfType(type, new DocxReader(context));
  const reader = new DocxReader(context);
  parts.readMain(reader);
  return layOutPieces(reader.finish(), context.remarks);
}
