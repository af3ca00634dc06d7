import type { AgreementReport, AgreementResult } from '../../../domain/agreement/study/report';
import { standardRequest, type AgreementRequest } from '../../../domain/agreement/study/request';
import type { CoderId, SourceId } from '../../../domain/model/ids';

/** A coefficient that is shown over time. */
export interface Headline {
  readonly id: 'uAlpha' | 'setAlpha' | 'f1';
  readonly find: (report: AgreementReport) => AgreementResult | undefined;
}

/**
 * In: a family, one code of it or '' for all, coders and sources. Out: what is asked of them: u-α, F1, and α
 * of sets where codes overlap.
 */
export const requestFor = (
  family: string,
  code: string,
  coders: readonly CoderId[],
  ids: readonly SourceId[],
): AgreementRequest => ({
  ...standardRequest,
  coders,
  codes: code === '' ? { family } : { codes: [code] },
  sources: { ids },
  coefficients: ['uAlpha', 'charSetAlpha.jaccard', 'spanF1'],
  per: [],
});

/**
 * What is read first: u-α and F1; of codes that overlap α of their sets instead of u-α, which knows one code
 * per place. In: whether no coder gave one place two of the codes. Out: the figures.
 */
export function headlinesOf(isExclusive: boolean): readonly Headline[] {
  const find = (coefficient: string, match?: string) => (report: AgreementReport) =>
    report.results.find((result) => result.coefficient === coefficient && result.match === match);
  const first: Headline = isExclusive
    ? { id: 'uAlpha', find: find('uAlpha') }
    : { id: 'setAlpha', find: find('charSetAlpha.jaccard') };
  return [first, { id: 'f1', find: find('spanF1', 'iou0.5') }];
}
