import type { ProjectState } from '../../model/project';
import type { CoderId, SourceId } from '../../model/ids';
import { familyColumns } from '../columns';
import { sourcesByCountry } from '../profile';
import type { ProfileRequest } from '../request';
import { amountsOf, totalOf, totalWithout } from './amounts';

/** How far a share moves when one source is left out. */
export interface SourceInfluence {
  /** The source without which it moves most; null with fewer than two coded sources. */
  readonly sourceId: SourceId | null;
  /** The share without it less the share with it. */
  readonly move: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface Sensitivity {
  readonly key: string;
  readonly shares: readonly (number | null)[];
  /** By column; null where the country has no data. */
  readonly leaveOneOut: readonly (SourceInfluence | null)[];
  /** The shares by what each coder coded alone; null where they coded nothing. */
  readonly byCoder: readonly { readonly coderId: CoderId; readonly shares: readonly (number | null)[] }[];
  readonly withoutUnsure: readonly (number | null)[];
}

/**
 * How much a profile hangs on single sources, on who coded, and on segments that coders were unsure of.
 * In: the project and the request of the profile. Out: a row per country, in the order of the profile.
 */
export function sensitivityOf(state: ProjectState, request: ProfileRequest): readonly Sensitivity[] {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const { filters } = request;
  const coders = [...state.coders.keys()].filter((id) => filters.coderIds?.includes(id) ?? true);
  return [...sourcesByCountry(state, request)].map(([key, sources]) => {
    const sharesWith = (changed: Partial<ProfileRequest['filters']>) =>
      sharesOf(
        totalOf(
          amountsOf(state, sources, columns, { unit: request.unit, filters: { ...filters, ...changed } }),
        ),
        columns.codes.length,
      );
    const amounts = amountsOf(state, sources, columns, request);
    const shares = sharesOf(totalOf(amounts), columns.codes.length);
    const without = amounts.sources.map((_, i) => sharesOf(totalWithout(amounts, i), columns.codes.length));
    return {
      key,
      shares,
      leaveOneOut: shares.map((share, column): SourceInfluence | null => {
        if (share === null) return null;
        let most: { sourceId: SourceId | null; move: number } = { sourceId: null, move: 0 };
        let [lowest, highest] = [share, share];
        without.forEach((others, i) => {
          const other = others[column];
          if (other === null || other === undefined) return;
          lowest = Math.min(lowest, other);
          highest = Math.max(highest, other);
          if (Math.abs(other - share) > Math.abs(most.move))
            most = { sourceId: amounts.sources[i]?.id ?? null, move: other - share };
        });
        return { ...most, lowest, highest };
      }),
      byCoder: coders.map((coderId) => ({ coderId, shares: sharesWith({ coderIds: [coderId] }) })),
      withoutUnsure: sharesWith({ includeUnsure: false }),
    };
  });
}

const sharesOf = (total: Float64Array, count: number): readonly (number | null)[] =>
  Array.from({ length: count }, (_, i) => {
    const n = total[0] ?? 0;
    return n > 0 ? (total[i + 1] ?? 0) / n : null;
  });
