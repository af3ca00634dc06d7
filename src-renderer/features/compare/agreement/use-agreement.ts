import { useEffect, useState } from 'react';
import { computeAgreement, knownAgreement } from '../../../application/agreement';
import { useProjectState, useServices, useSession } from '../../../application/react/context';
import type { AgreementReport } from '../../../domain/agreement/study/report';
import type { AgreementRequest } from '../../../domain/agreement/study/request';

/** What has become of a question. */
export type Asked =
  | { readonly kind: 'computing'; readonly done: number; readonly stop: () => void }
  | { readonly kind: 'stopped' | 'failed'; readonly again: () => void }
  | { readonly kind: 'ready'; readonly report: AgreementReport };

const nothing = () => undefined;

/**
 * The answer to a question about agreement: at once where it is known, else computed away from the window's
 * thread, until somebody stops it or asks something else. In: the request, the same object while nothing else is asked.
 */
export function useAgreement(request: AgreementRequest): Asked {
  const session = useSession();
  const { analysis } = useServices();
  const { revision } = useProjectState();
  const [attempt, setAttempt] = useState(0);
  const [last, setLast] = useState<{
    readonly request: AgreementRequest;
    readonly revision: number;
    readonly asked: Asked;
  }>();

  useEffect(() => {
    if (knownAgreement(session, request)) return;
    const stopped = new AbortController();
    let left = false;
    const tell = (asked: Asked) => {
      if (!left) setLast({ request, revision, asked });
    };
    const again = () => setAttempt((count) => count + 1);
    const stop = () => stopped.abort();
    const onProgress = (done: number, total: number) => tell({ kind: 'computing', done: done / total, stop });
    onProgress(0, 1);
    computeAgreement(session, analysis, request, { signal: stopped.signal, onProgress }).then(
      (computed) =>
        tell(computed.ok ? { kind: 'ready', report: computed.value } : { kind: 'stopped', again }),
      () => tell({ kind: 'failed', again }),
    );
    return () => {
      left = true;
      stopped.abort();
    };
  }, [session, analysis, request, revision, attempt]);

  const report = knownAgreement(session, request);
  if (report) return { kind: 'ready', report };
  const isOfThis = last?.request === request && last.revision === revision;
  return isOfThis ? last.asked : { kind: 'computing', done: 0, stop: nothing };
}
