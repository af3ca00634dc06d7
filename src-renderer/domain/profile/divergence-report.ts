import type { Progress } from '../agreement/resampling/resample';
import type { Code } from '../model/codebook';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';
import { familyColumns } from './columns';
import { jensenShannon, jensenShannonTerms } from './divergence';
import { sourcesByCountry } from './profile';
import type { ProfileRequest } from './request';
import { amountsOf, totalOf } from './uncertainty/amounts';
import { estimates, type Bootstrap, type Estimate } from './uncertainty/resample';

/** Two countries, and how far apart they frame the problem. */
export interface DivergencePair {
  readonly a: string;
  readonly b: string;
  /** Jensen–Shannon divergence to base 2: 0 (alike) to 1 (nothing in common). */
  readonly divergence: Estimate;
  /** How many bits of it each column makes; they add up to it. The largest first. */
  readonly contributions: readonly { readonly codeId: CodeId; readonly bits: number }[];
}

export interface DivergenceReport {
  readonly request: ProfileRequest;
  readonly bootstrap: Bootstrap | null;
  readonly columns: readonly Code[];
  /** Countries with data, in the order of the profile. */
  readonly countries: readonly {
    readonly key: string;
    /** Coded sources that its figures rest on. */
    readonly sources: number;
    /** Denominator of its shares, in the unit of the request. */
    readonly n: number;
  }[];
  /** Countries that are asked for and have nothing coded: at no distance from anything. */
  readonly withoutData: readonly string[];
  /** Each pair once, in the order of the countries. */
  readonly pairs: readonly DivergencePair[];
  /** Mean of the pairs; null with fewer than two countries. */
  readonly meanDivergence: Estimate | null;
  /** 1 − mean divergence: 1 where all frame the problem alike, 0 where no two have a mode in common. */
  readonly commonPerception: Estimate | null;
}

/**
 * How far countries are from a common perception of the problem.
 * In: the project, the request of a profile (its unit says whether segments, characters or sources are
 * allocated to the columns), and the bootstrap, null for none. Out: every pair of countries with data, the mean of
 * pairs and the common problem perception index 1 − mean, each with its interval; yields how far it is.
 * Sources of a country whose key is '' (no country set) are a group of their own only where asked for.
 */
export function* divergenceReport(
  state: ProjectState,
  request: ProfileRequest,
  bootstrap: Bootstrap | null,
): Generator<Progress, DivergenceReport> {
  const columns = familyColumns(state, request.familyKey, request.codes);
  const asked = [...sourcesByCountry(state, request)].filter(
    ([key]) => key !== '' || request.filters.countries?.includes(''),
  );
  const all = asked.map(([key, sources]) => ({ key, amounts: amountsOf(state, sources, columns, request) }));
  const withData = all.filter(({ amounts }) => amounts.sources.length > 0);
  const pairs = withData.flatMap(({ key: a }, i) =>
    withData.slice(i + 1).map(({ key: b }, j) => ({ a, b, first: i, second: i + 1 + j })),
  );
  const found = yield* estimates(
    withData.map(({ amounts }) => amounts),
    (totals, into) => {
      let sum = 0;
      pairs.forEach(({ first, second }, pair) => {
        const value = jensenShannon(allocated(totals[first]), allocated(totals[second])) ?? NaN;
        into[pair] = value;
        sum += value;
      });
      into[pairs.length] = sum / pairs.length;
      into[pairs.length + 1] = 1 - sum / pairs.length;
    },
    pairs.length + 2,
    bootstrap,
  );
  const totals = withData.map(({ amounts }) => totalOf(amounts));
  return {
    request,
    bootstrap,
    columns: columns.codes,
    countries: withData.map(({ key, amounts }, i) => ({
      key,
      sources: amounts.sources.length,
      n: totals[i]?.[0] ?? 0,
    })),
    withoutData: all.filter(({ amounts }) => amounts.sources.length === 0).map(({ key }) => key),
    pairs: pairs.flatMap(({ a, b, first, second }, i): DivergencePair[] => {
      const divergence = found[i];
      if (!divergence) return [];
      const terms = jensenShannonTerms(allocated(totals[first]), allocated(totals[second])) ?? [];
      const contributions = columns.codes
        .map(({ id }, column) => ({ codeId: id, bits: terms[column] ?? 0 }))
        .sort((one, other) => other.bits - one.bits);
      return [{ a, b, divergence, contributions }];
    }),
    meanDivergence: found[pairs.length] ?? null,
    commonPerception: found[pairs.length + 1] ?? null,
  };
}

/** The columns' part of a total, whose first number is the family as a whole. */
const allocated = (total: Float64Array | undefined): readonly number[] => [...(total ?? [])].slice(1);
