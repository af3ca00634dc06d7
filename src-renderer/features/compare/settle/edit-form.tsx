import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../application/react/context';
import type { Difference } from '../../../domain/agreement/settle/difference';
import type { EditedSegment } from '../../../domain/agreement/settle/settle';
import type { CodeId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import type { ProjectState } from '../../../domain/model/project';
import type { SourceText } from '../../../domain/model/source';
import { moveBoundary } from '../../../domain/text/boundaries';
import { useLanguage } from '../../../i18n/use-language';
import { Button, FilterMenu, IconButton } from '../../../ui';
import styles from './settle.module.css';

export interface EditFormProps {
  readonly state: ProjectState;
  readonly difference: Difference;
  readonly onDone: (segments: readonly EditedSegment[], text: string) => void;
  readonly onCancel: () => void;
}

/** One agreed segment with ends and codes of its own, from what both coded. */
export function EditForm({ state, difference, onDone, onCancel }: EditFormProps) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const session = useSession();
  const source = state.sources.get(difference.sourceId);
  const [body, setBody] = useState<SourceText>();
  const [{ start, end }, setRange] = useState({ start: difference.start, end: difference.end });
  const [codeIds, setCodeIds] = useState<readonly CodeId[]>(() => [
    ...new Set(difference.considered.flatMap(({ tags }) => tags)),
  ]);
  useEffect(() => {
    let isHere = true;
    void session.text(difference.sourceId).then((text) => isHere && setBody(text));
    return () => {
      isHere = false;
    };
  }, [session, difference.sourceId]);
  if (!body) return null;

  const move = (side: 'start' | 'end', direction: 'forward' | 'backward') => () => {
    const from = side === 'start' ? start : end;
    const to = moveBoundary(body.text, body.blocks, from, 'word', direction, source?.language ?? '');
    const next = { start, end, [side]: to };
    if (next.start < next.end) setRange(next);
  };
  const ends = (side: 'start' | 'end') => (
    <div className={styles['ends']} role="group" aria-label={t(`edit.${side}`)}>
      <span>{t(`edit.${side}`)}</span>
      <IconButton label={t(`edit.${side}Back`)} onPress={move(side, 'backward')}>
        <ArrowLeft />
      </IconButton>
      <IconButton label={t(`edit.${side}On`)} onPress={move(side, 'forward')}>
        <ArrowRight />
      </IconButton>
    </div>
  );
  return (
    <form
      className={styles['edit']}
      aria-label={t('take.edited')}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        onDone([{ start, end, codeIds }], body.text);
      }}
    >
      <p className={styles['quote']} lang={source?.language || undefined} dir="auto" aria-live="polite">
        {body.text.slice(start, end)}
      </p>
      <div className={styles['takes']}>
        {ends('start')}
        {ends('end')}
        <FilterMenu
          label={t('edit.codes')}
          options={[...state.codes.values()]
            .filter(({ codable }) => codable)
            .map(({ id, key, labels }) => ({ id, label: labelIn(labels, language) || key }))}
          value={codeIds}
          onChange={setCodeIds}
        />
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={codeIds.length === 0} autoFocus>
          {t('edit.done')}
        </Button>
      </div>
    </form>
  );
}
