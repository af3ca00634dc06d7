import type { Continuum } from '../continuum/continuum';
import { matchSpans, type SpanMatch } from '../matching/spans';
import { pairsOf } from '../table/counts';
import { MISSING, tableBuilder, type ReliabilityTable } from '../table/table';

/**
 * The table whose units are coded segments. For each pair of coders, matched segments (whatever their code,
 * equal codes first) are one unit with both codes; a segment without partner is one on which the other
 * coder gave none. A unit has values of its pair alone, so that the order of coders does not matter.
 * In: continua with the same coders, and the rule of matching. Out: the table; text that nobody coded is
 * no unit, so that nothing in it agrees on “none”.
 */
export function segmentTable(continua: readonly Continuum[], rule: SpanMatch): ReliabilityTable {
  const count = continua[0]?.coders.length ?? 0;
  const builder = tableBuilder(count);
  const pairs = pairsOf(count);
  continua.forEach(({ coders }, document) => {
    for (const [a, b] of pairs) {
      const [first, second] = [coders[a], coders[b]];
      if (!first || !second) continue;
      const add = (own: readonly string[], other: readonly string[]) => {
        const row = new Array<number>(count).fill(MISSING);
        row[a] = builder.category(own);
        row[b] = builder.category(other);
        builder.add(document, row, 1);
      };
      const partners = matchSpans(first, second, rule);
      const alone = new Set(second.keys());
      first.forEach(({ code }, i) => {
        const partner = partners[i] ?? -1;
        alone.delete(partner);
        const other = second[partner];
        add([code], other ? [other.code] : []);
      });
      for (const i of alone) add([], [second[i]?.code ?? '']);
    }
  });
  return builder.table(continua.length);
}
