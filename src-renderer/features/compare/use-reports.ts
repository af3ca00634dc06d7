import { useEffect, useState } from 'react';
import { computeAgreement, knownAgreement } from '../../application/agreement';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import type { AgreementReport } from '../../domain/agreement/study/report';
import type { AgreementRequest } from '../../domain/agreement/study/request';

/** What has become of several questions about agreement. */
export type Reports =
  | { readonly kind: 'computing'; readonly done: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly reports: readonly AgreementReport[] };

/**
 * Answers to several questions about the agreement of coders: those that are known at once, the others
 * computed away from the window. In: the requests, the same array (`===`) while nothing is asked anew.
 * Out: how far it is (0…1), or the reports in their order.
 */
export function useReports(requests: readonly AgreementRequest[]): Reports {
  const session = useSession();
  const { analysis } = useServices();
  const { revision } = useProjectState();
  const [last, setLast] = useState<{ readonly of: unknown; readonly revision: number; answer: Reports }>();

  useEffect(() => {
    const stop = new AbortController();
    const tell = (answer: Reports) => {
      if (!stop.signal.aborted) setLast({ of: requests, revision, answer });
    };
    const compute = async () => {
      for (const [i, request] of requests.entries()) {
        if (knownAgreement(session, request)) continue;
        const computed = await computeAgreement(session, analysis, request, {
          signal: stop.signal,
          onProgress: (done, total) =>
            tell({ kind: 'computing', done: (i + done / total) / requests.length }),
        });
        if (!computed.ok) return;
      }
      tell({ kind: 'computing', done: 1 });
    };
    compute().catch(() => tell({ kind: 'failed' }));
    return () => stop.abort();
  }, [requests, session, analysis, revision]);

  const reports = requests.flatMap((request) => knownAgreement(session, request) ?? []);
  if (reports.length === requests.length) return { kind: 'ready', reports };
  const isOfThis = last?.of === requests && last.revision === revision;
  return isOfThis ? last.answer : { kind: 'computing', done: 0 };
}
