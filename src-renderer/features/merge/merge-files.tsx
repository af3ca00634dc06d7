import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeDeskOf } from '../../application/merge/merge-desk';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { isCodebookFrozen } from '../../domain/codebook/frozen';
import { Button, Dialog, Progress, toast, useCommands, type Command } from '../../ui';
import { PreviewDialog } from './preview-dialog';
import { ReportDialog } from './report-dialog';
import { useMerge } from './use-merge';

/** Takes in files that others have coded: by command or by dropping them, with a preview of all that it would do. */
export function MergeFiles() {
  const { t } = useTranslation('merge');
  const { platform } = useServices();
  const desk = mergeDeskOf(useSession());
  const { merge, start, run, close } = useMerge();
  const offered = useSyncExternalStore(desk.subscribe, () => desk.offered);
  const isIdle = merge === null;
  // What others coded may bring codes, and a coder on their own is not to see it.
  const isFrozen = isCodebookFrozen(useProjectState());

  useEffect(() => {
    if (!isIdle || offered.length === 0) return;
    const files = desk.takeUp();
    if (isFrozen) toast({ kind: 'problem', text: t('frozen') });
    else void start(files);
  }, [isIdle, offered, desk, start, isFrozen, t]);

  const choose = useCallback(async () => {
    try {
      desk.offer(await platform.openFiles(['qdpx']));
    } catch (error) {
      console.error(error);
      toast({ kind: 'problem', text: t('unreachable') });
    }
  }, [desk, platform, t]);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'file.merge',
          section: 'file',
          label: t('command'),
          keys: ['Mod+Shift+O'],
          enabled: isIdle,
          run: () => void choose(),
        },
      ],
      [t, choose, isIdle],
    ),
  );

  if (merge === null) return null;
  if (merge.kind === 'preview')
    return <PreviewDialog preview={merge} onMerge={(plan) => void run(merge, plan)} onClose={close} />;
  if (merge.kind === 'done') return <ReportDialog {...merge} onClose={close} />;
  const { files, at } = merge;
  const label = t('reading', { file: files[at]?.name ?? '' });
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={close}
      footer={
        <Button onPress={close} autoFocus>
          {t('common:cancel')}
        </Button>
      }
    >
      <Progress label={label} value={at / files.length} />
      <p role="status">{label}</p>
    </Dialog>
  );
}
