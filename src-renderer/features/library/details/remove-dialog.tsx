import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import type { Source } from '../../../domain/model/source';
import { removeSources } from '../../../domain/sources/remove-sources';
import { useRefusalText } from '../../../i18n/use-refusal-text';
import { ConfirmDialog, toast } from '../../../ui';

/** Asks before sources go, and says what goes with them. */
export function RemoveDialog({ sources, onClose }: { sources: readonly Source[]; onClose: () => void }) {
  const { t } = useTranslation('library');
  const refusalText = useRefusalText();
  const session = useSession();
  const state = useProjectState();
  const draft = useMemo(
    () =>
      removeSources(
        state,
        sources.map(({ id }) => id),
      ),
    [state, sources],
  );
  const removed = (table: string) =>
    draft.ok ? draft.value.changes.filter((c) => c.table === table && c.after === null).length : 0;

  const confirm = async () => {
    if (!draft.ok) return toast({ kind: 'problem', text: refusalText(draft.error) });
    const kept = await session.run(draft.value);
    if (kept.ok) toast({ text: t('remove.done', { count: sources.length }) });
  };
  const [only, another] = sources;
  return (
    <ConfirmDialog
      title={
        only && !another
          ? t('remove.titleOne', { title: only.title })
          : t('remove.titleMany', { count: sources.length })
      }
      confirm={t('remove.confirm')}
      isOpen
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>
        {t('remove.body', {
          segments: t('segments', { count: removed('segments') }),
          memos: t('memos', { count: removed('memos') }),
        })}
      </p>
    </ConfirmDialog>
  );
}
