import type { AgreementReport, AgreementResult } from '../../../domain/agreement/study/report';
import { standardRequest, type AgreementRequest } from '../../../domain/agreement/study/request';
import type { CoderId, SourceId } from '../../../domain/model/ids';

/** A coefficient that is shown over time. */
export interface Headline {
  readonly id: 'uAlpha' | 'setAlpha' | 'f1';
  readonly find: (report: AgreementReport) => AgreementResult | undefined;
}

/** In: a family, coders and sources. Out: what is asked of them: u-α, F1, and α where codes overlap. */
export const requestFor = (
  family: string,
  coders: readonly CoderId[],
  ids: readonly SourceId[],
): AgreementRequest => ({
  ...standardRequest,
  coders,
  codes: { family },
  sources: { ids },
  coefficients: ['uAlpha', 'charSetAlpha.jaccard', 'spanF1'],
});

/**
 * What is read first of a code, or ('') of all codes: u-α and F1; of codes that overlap α of their sets instead
 * of u-α, which knows one code per place.
 */
export function headlinesOf(code: string, isExclusive: boolean): readonly Headline[] {
  const find = (coefficient: string, match?: string) => (report: AgreementReport) =>
    report.results.find(
      (result) =>
        result.coefficient === coefficient &&
        result.match === match &&
        (result.scope.code ?? '') === code &&
        result.scope.source === undefined,
    );
  const first: Headline =
    code !== '' || isExclusive
      ? { id: 'uAlpha', find: find('uAlpha') }
      : { id: 'setAlpha', find: find('charSetAlpha.jaccard') };
  return [first, { id: 'f1', find: find('spanF1', 'iou0.5') }];
}
