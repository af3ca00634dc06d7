import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../domain/agreement/settle/difference';
import { reopen } from '../../../domain/agreement/settle/settle';
import { decisionsOn, standingOf } from '../../../domain/agreement/settle/standing';
import type { ChangeDraft } from '../../../domain/model/change';
import type { Settlement } from '../../../domain/model/collaboration';
import type { ProjectState } from '../../../domain/model/project';
import { useLanguage } from '../../../i18n/use-language';
import { Button, IconButton, Keys, TextField } from '../../../ui';
import styles from './settle.module.css';

const takes = [
  ['first', '1'],
  ['second', '2'],
  ['both', '3'],
  ['none', '0'],
] as const;

export interface VerdictBarProps {
  readonly state: ProjectState;
  readonly difference: Difference;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onTake: (settlement: Exclude<Settlement, 'edited'>) => void;
  readonly onEdit: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onReopen: (draft: ChangeDraft) => void;
}

/** What can be decided, what has been, and the way on. */
export function VerdictBar({
  state,
  difference,
  note,
  onNote,
  onTake,
  onEdit,
  onStep,
  onOpen,
  onReopen,
}: VerdictBarProps) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const standing = standingOf(state, difference);
  const decision = decisionsOn(state, difference).at(-1);
  const names = difference.coders.map((id) => state.coders.get(id)?.name ?? '');
  return (
    <header className={styles['verdict']}>
      <div className={styles['verdictHead']}>
        <h2>{t(`kind.${difference.kind}`)}</h2>
        <p className={styles['muted']}>
          {t(`explain.${difference.kind}`)}
          {difference.stances && ` ${t('stancesDiffer')}`}
        </p>
        <div className={styles['steps']}>
          <IconButton label={t('previous')} keys="K" onPress={() => onStep(-1)}>
            <ChevronLeft />
          </IconButton>
          <IconButton label={t('next')} keys="J" onPress={() => onStep(1)}>
            <ChevronRight />
          </IconButton>
          <Button kind="quiet" onPress={onOpen}>
            {t('openInReader')}
            <Keys keys="O" />
          </Button>
        </div>
      </div>
      <div className={styles['takes']}>
        {takes.map(([settlement, key]) => (
          <Button key={settlement} onPress={() => onTake(settlement)}>
            {settlement === 'first' || settlement === 'second'
              ? t('take.of', { name: names[settlement === 'first' ? 0 : 1] })
              : t(`take.${settlement}`)}
            <Keys keys={key} />
          </Button>
        ))}
        <Button onPress={onEdit}>
          {t('take.edited')}
          <Keys keys="E" />
        </Button>
      </div>
      <div data-settle-note>
        <TextField label={t('note')} value={note} onChange={onNote} rows={1} placeholder={t('noteHint')} />
      </div>
      {decision && (
        <div className={styles['decided']}>
          <p>
            {standing === 'changed-since' && <strong>{t('changedSince')} </strong>}
            {t('decided', {
              what: t(`settlement.${decision.settlement}`),
              who: state.coders.get(decision.coderId)?.name ?? '',
              when: new Date(decision.at).toLocaleString(language),
            })}
            {decision.note && ` — ${decision.note}`}
          </p>
          <Button kind="quiet" onPress={() => onReopen(reopen(state, difference))}>
            {t('reopen')}
          </Button>
        </div>
      )}
    </header>
  );
}
