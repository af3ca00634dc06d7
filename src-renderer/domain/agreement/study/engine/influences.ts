import type { CoefficientOptions } from '../../registry';
import { jackknife } from '../../resampling/resample';
import type { Outcome } from '../../outcome';
import type { AgreementScope, Influence } from '../report';
import { prepared, type Figure } from './coefficients';
import type { Subject } from './subject';

/** How many documents are named for one figure. */
const NAMED = 3;

/**
 * What changes when one coder, or one document, is left out.
 * In: a subject, a figure, a code or null, and how it is computed. Out: each coder where three or more are
 * compared, and the three documents that change the value most; the greatest change first. A table from
 * elsewhere has coders alone.
 */
export function influencesOf(
  subject: Subject,
  figure: Figure,
  code: string | null,
  options: CoefficientOptions,
): readonly Influence[] {
  const over = prepared(subject, figure, code, options);
  const whole = over();
  const scope: AgreementScope = code === null ? {} : { code };
  const influence = (without: Influence['without'], outcome: Outcome): Influence => ({
    coefficient: figure.name,
    scope,
    without,
    value: outcome.ok ? outcome.value.value : null,
    reason: outcome.ok ? null : outcome.error,
    change: outcome.ok && whole.ok ? outcome.value.value - whole.value.value : null,
  });
  const all = subject.coders.map((_, column) => column);
  const coders =
    all.length < 3
      ? []
      : subject.coders.map((coder, left) => {
          const rest = subject.among(all.filter((column) => column !== left));
          return influence({ coder }, prepared(rest, figure, code, options)());
        });
  const { documents } = subject;
  const sources =
    documents.length < 2
      ? []
      : jackknife(over, documents.length).outcomes.map((outcome, d) =>
          influence({ source: documents[d]?.id ?? '' }, outcome),
        );
  return [...coders, ...sources.toSorted(byChange).slice(0, NAMED)].sort(byChange);
}

const size = ({ change }: Influence): number => (change === null ? Infinity : Math.abs(change));

/** The greatest change first; a value that is lost altogether changes most. */
export const byChange = (a: Influence, b: Influence): number => (size(a) === size(b) ? 0 : size(b) - size(a));
