import { stableGuid } from '../model/guid';
import type { CodeId, CoderId, SourceId } from '../model/ids';
import type { CodedSegment } from '../model/segment';
import { makeAnchor } from '../text/anchors';
import type { Faults } from './faults';
import type { CodingSheet, DocumentFile } from './sheet';

/** What codings name by key: codes, and coders with the moment they coded. */
export interface CodingKeys {
  readonly codes: ReadonlyMap<string, CodeId>;
  readonly coders: ReadonlyMap<string, { readonly id: CoderId; readonly codedAt: string }>;
}

/** A segment with the coding it was made from. */
export interface SheetSegment {
  readonly coding: CodingSheet;
  readonly segment: CodedSegment;
}

/**
 * Finds the passages of a document's codings.
 * In: the document, its source's id and canonical text, the keys, and where faults go.
 * Out: a segment for every coding whose quote stands in the text exactly once, in the order of the sheet;
 * the others are noted as faults, as are unknown codes and coders and a passage that one coder has twice.
 */
export function segmentsOf(
  { path, sheet }: DocumentFile,
  source: { readonly id: SourceId; readonly text: string },
  keys: CodingKeys,
  faults: Faults,
): readonly SheetSegment[] {
  const seen = new Set<string>();
  return sheet.codings.flatMap((coding) => {
    const { quote } = coding;
    const coder = keys.coders.get(coding.coder);
    const tags = faults.resolve(keys.codes, coding.tags, 'unknown-code', path);
    const start = source.text.indexOf(quote);
    // A row keeps its identity while its words stay, wherever the text around them moves.
    const id = stableGuid('segment', path, coding.coder, quote);
    if (!coder) faults.note('unknown-coder', path, coding.coder);
    if (quote === '' || start < 0) faults.note('quote-missing', path, quote);
    else if (source.text.indexOf(quote, start + 1) >= 0) faults.note('quote-repeated', path, quote);
    if (seen.has(id)) faults.note('coded-twice', path, quote);
    seen.add(id);
    if (!coder || start < 0) return [];

    const range = { start, end: start + quote.length };
    const segment: CodedSegment = {
      id,
      sourceId: source.id,
      ...range,
      ...makeAnchor(source.text, range),
      coderId: coder.id,
      tags,
      certainty: coding.certainty,
      stance: coding.stance,
      memoId: null,
      createdAt: coder.codedAt,
      modifiedAt: coder.codedAt,
    };
    return [{ coding, segment }];
  });
}
