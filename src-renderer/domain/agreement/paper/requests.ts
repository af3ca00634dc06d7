import type { CoderId } from '../../model/ids';
import type { AgreementReport } from '../study/report';
import { standardRequest, type AgreementRequest, type ComparedCodes } from '../study/request';

/**
 * What a paper asks: the standard question, code by code, as the screen of agreement asks it; and countries,
 * languages and pairs of coders with all codes together.
 * In: the coders and codes. Out: two requests.
 */
export const paperRequests = (
  coders: readonly CoderId[],
  codes: ComparedCodes,
): readonly [AgreementRequest, AgreementRequest] => [
  { ...standardRequest, coders, codes },
  {
    ...standardRequest,
    coders,
    codes,
    per: ['country', 'language', ...(coders.length > 2 ? ['pair' as const] : [])],
  },
];

/** In: the reports that answer `paperRequests`. Out: one with the results of both, what both say once. */
export const paperReport = (standard: AgreementReport, grouped: AgreementReport): AgreementReport => ({
  ...standard,
  results: [
    ...standard.results,
    ...grouped.results.filter(
      ({ scope }) => scope.country !== undefined || scope.language !== undefined || scope.pair !== undefined,
    ),
  ],
});
