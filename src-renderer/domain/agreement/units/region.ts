import { spansOf, type Continuum, type Span } from '../continuum/continuum';
import { MISSING, tableBuilder, type ReliabilityTable } from '../table/table';

/** A sentence, a paragraph or a whole source: half-open `[start, end)` in the positions of its continuum. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * The table whose units are regions of the documents, found elsewhere. The value of a region is the set of
 * codes of which the coder gave any part of it one; missing where the coder did not look at the document.
 * In: continua with the same coders; per continuum its regions in order of start, which do not overlap;
 * which codes count (all if left out). Out: the table, one unit per region.
 */
export function regionTable(
  continua: readonly Continuum[],
  regions: readonly (readonly Region[])[],
  codes?: readonly string[],
): ReliabilityTable {
  const coders = continua[0]?.coders.length ?? 0;
  const single = codes?.length === 1 ? codes[0] : undefined;
  const builder = tableBuilder(coders, single === undefined ? [] : [[], [single]]);
  continua.forEach(({ coders: all }, document) => {
    const own = regions[document] ?? [];
    const columns = all.map((spans) => {
      if (spans === null) return null;
      return codesByRegion(spansOf(spans, codes), own);
    });
    own.forEach((_, i) => {
      const row = columns.map((column) => (column === null ? MISSING : builder.category(column[i] ?? [])));
      builder.add(document, row, 1);
    });
  });
  return builder.table(continua.length);
}

/** In: continua. Out: per continuum the one region that is the whole of it, for sources as units. */
export function wholeSources(continua: readonly Continuum[]): readonly (readonly Region[])[] {
  return continua.map(({ begin, length }) => [{ start: begin, end: begin + length }]);
}

function codesByRegion(spans: readonly Span[], regions: readonly Region[]): readonly (readonly string[])[] {
  const codes = regions.map((): string[] => []);
  for (const span of spans) {
    let low = 0;
    let high = regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((regions[middle]?.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; (regions[i]?.start ?? Infinity) < span.end; i++) codes[i]?.push(span.code);
  }
  return codes;
}
