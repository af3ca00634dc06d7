import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  mergeBase,
  readIncoming,
  type ReadFiles,
  type UnreadIncoming,
} from '../../application/merge/incoming';
import { keepBefore, type KeptBefore } from '../../application/merge/keep-before';
import type { InputFile } from '../../application/ports/platform';
import { useServices, useSession } from '../../application/react/context';
import { applyMerge } from '../../domain/exchange/merge/apply';
import type { MergeBase, MergePlan } from '../../domain/exchange/merge/types';
import { importedNames, refiWords } from '../../i18n/exchange-words';
import { useLanguage } from '../../i18n/use-language';
import { toast } from '../../ui';

/** What is on the way in: read, looked at, merged, and told of. */
export type Merge =
  | { readonly kind: 'reading'; readonly files: readonly InputFile[]; readonly at: number }
  | ({ readonly kind: 'preview'; readonly base: MergeBase; readonly isMerging: boolean } & ReadFiles)
  | {
      readonly kind: 'done';
      readonly plan: MergePlan;
      readonly unread: readonly UnreadIncoming[];
      readonly kept: KeptBefore;
    };

/** Files on their way into the project; until the person says so, nothing of it is touched. */
export function useMerge() {
  const { t } = useTranslation('merge');
  const services = useServices();
  const session = useSession();
  const language = useLanguage();
  const [merge, setMerge] = useState<Merge | null>(null);
  const task = useRef<AbortController>(null);
  useEffect(() => () => task.current?.abort(), []);

  const close = useCallback(() => {
    task.current?.abort();
    setMerge(null);
  }, []);

  const start = useCallback(
    async (files: readonly InputFile[]) => {
      task.current?.abort();
      const own = new AbortController();
      task.current = own;
      const show = (next: Merge) => !own.signal.aborted && setMerge(next);
      show({ kind: 'reading', files, at: 0 });
      const watch = { signal: own.signal, onFile: (at: number) => show({ kind: 'reading', files, at }) };
      const read = await readIncoming(services, files, importedNames(t), watch);
      const base = await mergeBase(session, read.read);
      show({ kind: 'preview', base, isMerging: false, ...read });
    },
    [services, session, t],
  );

  const run = useCallback(
    async (preview: Extract<Merge, { kind: 'preview' }>, plan: MergePlan) => {
      setMerge({ ...preview, isMerging: true });
      const back = () => setMerge({ ...preview, isMerging: false });
      const fails = (kind: string) => {
        toast({
          kind: 'problem',
          text: t('notKept', { reason: t(`keepFailure.${kind}`, t('keepFailure.failed')) }),
        });
        back();
      };
      try {
        const day = services.stamp.now().slice(0, 10);
        const copyName = t('copyName', { name: session.info.name, day });
        const kept = await keepBefore(session, services, { language, words: refiWords(t) }, copyName);
        if (!kept.ok) return fails(kept.error.kind);
        const { draft, contents } = applyMerge(plan);
        const done = await session.run(draft, contents);
        if (!done.ok) return back();
        setMerge({ kind: 'done', plan, unread: preview.unread, kept: kept.value });
      } catch (error) {
        console.error(error);
        fails('failed');
      }
    },
    [services, session, language, t],
  );

  return { merge, start, run, close };
}
