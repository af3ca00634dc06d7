import type { Code } from '../../model/codebook';
import type { CodeId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import { crossTab } from '../cross-tab';
import { sourcesByCountry } from '../profile';
import type { ProfileFilters } from '../request';

/** A code on one side of the network; `value` is its segments that have a tie. */
export interface NetworkNode {
  readonly codeId: CodeId;
  readonly value: number;
}

/** Segments that carry both codes. */
export interface NetworkEdge {
  readonly from: CodeId;
  readonly to: CodeId;
  readonly value: number;
  /** value / all segments that carry a code of both families. */
  readonly share: number;
}

export interface CodeNetwork {
  readonly key: string;
  readonly from: readonly NetworkNode[];
  readonly to: readonly NetworkNode[];
  /** Those at or above the threshold, the heaviest first. */
  readonly edges: readonly NetworkEdge[];
  /** Segments that carry a code of both families. */
  readonly n: number;
  /** Ties below the threshold, which are left out. */
  readonly below: number;
}

export interface CodeNetworks {
  readonly fromCodes: readonly Code[];
  readonly toCodes: readonly Code[];
  readonly countries: readonly CodeNetwork[];
}

/**
 * Who tells the problem how: actor types and modes that stand on one segment, country by country.
 * In: the project, the keys of two families, filters, and the fewest segments that make a tie (1 = all).
 * Out: a network per country of the profile; without ties where nothing is coded.
 */
export function codeNetworks(
  state: ProjectState,
  families: { readonly from: string; readonly to: string },
  filters: ProfileFilters,
  threshold = 1,
): CodeNetworks {
  let [fromCodes, toCodes]: [readonly Code[], readonly Code[]] = [[], []];
  const countries = [...sourcesByCountry(state, { filters }).keys()].map((key): CodeNetwork => {
    const table = crossTab(state, {
      rowFamily: families.from,
      columnFamily: families.to,
      filters: { ...filters, countries: [key] },
    });
    [fromCodes, toCodes] = [table.rows, table.columns];
    const ties = table.rows.flatMap(({ id: from }, row) =>
      table.columns.flatMap(({ id: to }, column) => {
        const value = table.counts[row]?.[column] ?? 0;
        return value > 0 ? [{ from, to, value, share: value / table.n }] : [];
      }),
    );
    const edges = ties.filter(({ value }) => value >= threshold).sort((a, b) => b.value - a.value);
    const nodes = (codes: readonly Code[], side: 'from' | 'to') =>
      codes.flatMap(({ id }): readonly NetworkNode[] => {
        const own = edges.filter((edge) => edge[side] === id);
        return own.length > 0 ? [{ codeId: id, value: own.reduce((sum, { value }) => sum + value, 0) }] : [];
      });
    return {
      key,
      from: nodes(table.rows, 'from'),
      to: nodes(table.columns, 'to'),
      edges,
      n: table.n,
      below: ties.length - edges.length,
    };
  });
  return { fromCodes, toCodes, countries };
}

/** A tie in two countries. */
export interface EdgeDifference {
  readonly from: CodeId;
  readonly to: CodeId;
  /** Share in the first country less share in the second: −1…1. */
  readonly difference: number;
  readonly first: number;
  readonly second: number;
}

/**
 * How the networks of two countries differ.
 * In: two networks with ties of any weight. Out: every tie that either has, by the size of the difference of its
 * shares; null where either has nothing coded, because a country without data differs from nothing.
 */
export function networkDifference(a: CodeNetwork, b: CodeNetwork): readonly EdgeDifference[] | null {
  if (a.n === 0 || b.n === 0) return null;
  const ties = new Map<string, EdgeDifference>();
  const key = ({ from, to }: NetworkEdge) => `${from} ${to}`;
  for (const edge of a.edges)
    ties.set(key(edge), { ...edge, first: edge.value, second: 0, difference: edge.share });
  for (const edge of b.edges) {
    const own = ties.get(key(edge));
    ties.set(key(edge), {
      from: edge.from,
      to: edge.to,
      first: own?.first ?? 0,
      second: edge.value,
      difference: (own?.difference ?? 0) - edge.share,
    });
  }
  return [...ties.values()]
    .map(({ from, to, first, second, difference }) => ({ from, to, first, second, difference }))
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
}
