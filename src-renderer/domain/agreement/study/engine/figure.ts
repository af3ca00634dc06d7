import type { Outcome } from '../../outcome';
import {
  bootstrap,
  eachOnce,
  percentile,
  percentileInterval,
  shareBelow,
  type Distribution,
  type OverDocuments,
  type Progress,
} from '../../resampling/resample';
import type { AgreementResult } from '../report';
import type { Resampling } from '../request';

/** The targets of Krippendorff (2004, p. 241): context, no verdict. */
export const targets = { tentative: 0.667, reliable: 0.8 } as const;

/** What stands in a result apart from what it is called. */
export type Valued = Pick<AgreementResult, 'value' | 'reason' | 'low' | 'high' | 'details'>;

/**
 * A coefficient with its interval and its spread over documents.
 * In: the coefficient, how many documents it is over, those that count (null for all), the resampling or
 * null, and whether the spread over documents is wanted. Out: the figure; there is no interval without a
 * value, from fewer than two documents, or where no resample has a value. Yields as `bootstrap` does.
 */
export function* valued(
  over: OverDocuments,
  documents: number,
  only: readonly number[] | null,
  resampling: Resampling | null,
  spread: boolean,
): Generator<Progress, Valued> {
  const within = only ? restricted(over, documents, only) : over;
  const count = only?.length ?? documents;
  const outcome = within();
  if (!outcome.ok) return { value: null, reason: outcome.error, low: null, high: null, details: {} };
  const { value, details } = outcome.value;
  const drawn =
    resampling && count >= 2 ? yield* bootstrap(within, { documents: count, ...resampling }) : undefined;
  const interval = drawn && percentileInterval(drawn);
  return {
    value,
    reason: null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    details: {
      ...details,
      ...(drawn && interval ? wordsOn(drawn) : {}),
      ...(spread && count >= 2 ? spreadOf(within, count) : {}),
    },
  };
}

const wordsOn = (drawn: Distribution) => ({
  below667: shareBelow(drawn, targets.tentative),
  below800: shareBelow(drawn, targets.reliable),
  undefinedResamples: drawn.undefined,
});

/** The same coefficient over some of its documents. */
function restricted(over: OverDocuments, documents: number, only: readonly number[]): OverDocuments {
  return (weights = eachOnce(only.length)): Outcome => {
    const all = new Float64Array(documents);
    only.forEach((document, i) => (all[document] = weights[i] ?? 0));
    return over(all);
  };
}

function spreadOf(over: OverDocuments, count: number): Readonly<Record<string, number>> {
  const values: number[] = [];
  const weights = new Float64Array(count);
  for (let document = 0; document < count; document++) {
    weights[document] = 1;
    const outcome = over(weights);
    if (outcome.ok) values.push(outcome.value.value);
    weights[document] = 0;
  }
  if (values.length < 2) return {};
  const of: Distribution = {
    values: Float64Array.from(values).sort(),
    resamples: count,
    undefined: count - values.length,
  };
  return {
    documents: values.length,
    documentsMin: percentile(of, 0),
    documentsMedian: percentile(of, 0.5),
    documentsMax: percentile(of, 1),
  };
}
