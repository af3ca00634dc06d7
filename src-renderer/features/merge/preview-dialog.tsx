import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyMerge } from '../../domain/exchange/merge/apply';
import { planMerge } from '../../domain/exchange/merge/plan';
import type { Choice, MergePlan } from '../../domain/exchange/merge/types';
import { useLanguage } from '../../i18n/use-language';
import { Button, Dialog } from '../../ui';
import { FileSummaries, Unread } from './file-summaries';
import { ItemGroups } from './item-groups';
import styles from './merge.module.css';
import type { Merge } from './use-merge';

export interface PreviewDialogProps {
  readonly preview: Extract<Merge, { kind: 'preview' }>;
  readonly onMerge: (plan: MergePlan) => void;
  readonly onClose: () => void;
}

/** Everything that a merge would do, and what must be said before it does it. */
export function PreviewDialog({ preview, onMerge, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('merge');
  const { base, read, unread, isMerging } = preview;
  const language = useLanguage();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  // Planning many segments anew takes longer than a key stroke may.
  const items = useDeferredValue(chosen);
  const plan = useMemo(
    () => planMerge(base, read, { answers: { items }, language }),
    [base, read, items, language],
  );
  const size = useMemo(() => applyMerge(plan).draft.changes.length, [plan]);
  const open = plan.items.filter(({ required, decided }) => required && !decided).length;
  const answer = (ids: readonly string[], choice: Choice) =>
    setChosen((now) => new Map([...now, ...ids.map((id) => [id, choice] as const)]));
  const isReady = size > 0 && open === 0 && items === chosen && !isMerging;

  return (
    <Dialog
      title={t('title')}
      width={860}
      isOpen
      isSteadfast={chosen.size > 0}
      onClose={() => !isMerging && onClose()}
      footer={
        <>
          <p className={styles['standing']} role="status">
            {isMerging ? t('merging') : standingOf(t, { open, size, files: read.length })}
          </p>
          <Button onPress={onClose} isDisabled={isMerging}>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => onMerge(plan)}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <div className={styles['preview']}>
        <Unread files={unread} />
        <FileSummaries files={plan.files} read={read} />
        <ItemGroups plan={plan} chosen={chosen} onAnswer={answer} />
      </div>
    </Dialog>
  );
}

function standingOf(
  t: (key: string, params?: { readonly count: number }) => string,
  { open, size, files }: { readonly open: number; readonly size: number; readonly files: number },
): string {
  if (files === 0) return t('noneRead');
  if (open > 0) return t('open', { count: open });
  return size === 0 ? t('nothing') : t('ready');
}
