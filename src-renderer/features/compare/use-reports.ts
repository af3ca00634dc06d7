import { useEffect, useState } from 'react';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import {
  agreementMaterial,
  textsNeeded,
  withTexts,
} from '../../domain/agreement/study/material/from-project';
import type { AgreementReport } from '../../domain/agreement/study/report';
import type { AgreementRequest } from '../../domain/agreement/study/request';
import type { SourceText } from '../../domain/model/source';

/** What has become of several questions about agreement. */
export type Reports =
  | { readonly kind: 'computing'; readonly done: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly reports: readonly AgreementReport[] };

/**
 * Answers to several questions about the agreement of coders, computed away from the window and anew when the
 * project changes. In: the requests, the same array (`===`) while nothing is asked anew. Out: how far it is
 * (0…1), or the reports in their order.
 */
export function useReports(requests: readonly AgreementRequest[]): Reports {
  const session = useSession();
  const { analysis } = useServices();
  const { sources, codes, segments, progress } = useProjectState();
  const [answer, setAnswer] = useState<{ readonly to: unknown; readonly reports: Reports }>();

  useEffect(() => {
    const stop = new AbortController();
    const tell = (reports: Reports) => {
      if (!stop.signal.aborted) setAnswer({ to: requests, reports });
    };
    const compute = async () => {
      const reports: AgreementReport[] = [];
      for (const [i, request] of requests.entries()) {
        const material = agreementMaterial(session.state, request);
        const needed = textsNeeded(material, request.unit);
        const texts = new Map<string, SourceText>();
        for (const id of needed) {
          const text = await session.text(id);
          if (text) texts.set(id, text);
        }
        const computed = await analysis.run(
          'agreement',
          { material: withTexts(material, needed, texts), wishes: request },
          {
            signal: stop.signal,
            onProgress: (done, total) =>
              tell({ kind: 'computing', done: (i + done / total) / requests.length }),
          },
        );
        if (!computed.ok) return;
        reports.push(computed.value);
      }
      tell({ kind: 'ready', reports });
    };
    compute().catch(() => tell({ kind: 'failed' }));
    return () => stop.abort();
  }, [requests, session, analysis, sources, codes, segments, progress]);

  return answer?.to === requests ? answer.reports : { kind: 'computing', done: 0 };
}
