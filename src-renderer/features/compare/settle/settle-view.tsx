import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, useSession } from '../../../application/react/context';
import { agreeAll, settle, takeableAgreements, type Verdict } from '../../../domain/agreement/settle/settle';
import type { Settlement } from '../../../domain/model/collaboration';
import { Button, EmptyState, Progress, useCommands, type Command } from '../../../ui';
import { ConfusionMatrix } from './confusion-matrix';
import { DecisionLog } from './decision-log';
import { DifferenceList } from './difference-list';
import { EditForm } from './edit-form';
import { Filters } from './filters';
import { PassageText } from './passage-text';
import styles from './settle.module.css';
import { TwoCodings } from './two-codings';
import { useSettle } from './use-settle';
import { VerdictBar } from './verdict-bar';

type Plain = Exclude<Settlement, 'edited'>;

/** Where two coders differ, one passage after the other, and what it comes to. */
export function SettleView() {
  const { t } = useTranslation('settle');
  const session = useSession();
  const navigation = useNavigation();
  const settling = useSettle();
  const { state, all, listed, current, ask, look, step, progress } = settling;
  const [shown, setShown] = useState<'passage' | 'matrix' | 'log'>('passage');
  const [note, setNote] = useState('');
  const [editing, setEditing] = useState('');
  const isEditing = current !== undefined && editing === current.id;
  const takeable = useMemo(() => takeableAgreements(state, all), [state, all]);

  const go = (by: 1 | -1) => {
    const next = step(by);
    if (!next) return;
    setNote('');
    setEditing('');
    look(next);
  };
  const decide = (verdict: Verdict) => {
    if (!current) return;
    const next = step(1) ?? current;
    if (!session.attempt(settle(state, session.stamp, current, verdict, t('layer')))) return;
    setNote('');
    setEditing('');
    look(next);
  };
  const take = (settlement: Plain) => decide({ settlement, note });
  const openInReader = () => {
    const segment = current?.segments.flat()[0];
    if (!current || !segment) return;
    look(current);
    navigation.go({ view: 'reader', sourceId: current.sourceId, segmentId: segment.id });
  };
  const commands: readonly Command[] = [
    { id: 'settle.next', label: t('next'), keys: ['J'], run: () => go(1) },
    { id: 'settle.previous', label: t('previous'), keys: ['K'], run: () => go(-1) },
    { id: 'settle.first', label: t('take.first'), keys: ['1'], run: () => take('first') },
    { id: 'settle.second', label: t('take.second'), keys: ['2'], run: () => take('second') },
    { id: 'settle.both', label: t('take.both'), keys: ['3'], run: () => take('both') },
    { id: 'settle.none', label: t('take.none'), keys: ['0'], run: () => take('none') },
    { id: 'settle.edit', label: t('take.edited'), keys: ['E'], run: () => setEditing(current?.id ?? '') },
    {
      id: 'settle.note',
      label: t('note'),
      keys: ['N'],
      run: () => document.querySelector<HTMLElement>('[data-settle-note] textarea')?.focus(),
    },
    { id: 'settle.reader', label: t('openInReader'), keys: ['O'], run: openInReader },
  ].map((each) => ({ ...each, section: 'code', enabled: current !== undefined && shown === 'passage' }));
  useCommands(commands);

  return (
    <div className={styles['view']}>
      <aside className={styles['side']} aria-label={t('list')}>
        <Filters settling={settling} />
        <div className={styles['progress']}>
          <p aria-live="polite">{t('progress', { ...progress, count: progress.total })}</p>
          <Progress
            label={t('progressLabel')}
            value={progress.total === 0 ? 0 : progress.settled / progress.total}
          />
          {takeable.length > 0 && (
            <Button onPress={() => void session.run(agreeAll(state, session.stamp, all, t('layer')))}>
              {t('agreeAll', { count: takeable.length })}
            </Button>
          )}
        </div>
        <DifferenceList
          state={state}
          differences={listed}
          current={current?.id}
          onChoose={(difference) => {
            setNote('');
            setEditing('');
            setShown('passage');
            look(difference);
          }}
        />
      </aside>
      <section className={styles['main']} aria-label={t('title')}>
        <nav className={styles['tabs']} aria-label={t('shown.label')}>
          {(['passage', 'matrix', 'log'] as const).map((each) => (
            <Button
              key={each}
              kind={shown === each ? 'primary' : 'quiet'}
              aria-pressed={shown === each}
              onPress={() => setShown(each)}
            >
              {t(`shown.${each}`)}
            </Button>
          ))}
        </nav>
        {session.info.packageId !== undefined && <p className={styles['notice']}>{t('package')}</p>}
        {shown === 'matrix' && (
          <ConfusionMatrix
            settling={settling}
            onCell={(cell) => {
              setShown('passage');
              ask({ cell, current: undefined });
            }}
          />
        )}
        {shown === 'log' && <DecisionLog />}
        {shown === 'passage' && !current && (
          <EmptyState title={t('empty.title')}>
            {t(all.length === 0 ? 'empty.nothing' : 'empty.filtered')}
          </EmptyState>
        )}
        {shown === 'passage' && current && (
          <>
            <VerdictBar
              state={state}
              difference={current}
              note={note}
              onNote={setNote}
              onTake={take}
              onEdit={() => setEditing(current.id)}
              onStep={go}
              onOpen={openInReader}
              onReopen={(draft) => void session.run(draft)}
            />
            {isEditing && (
              <EditForm
                key={current.id}
                state={state}
                difference={current}
                onCancel={() => setEditing('')}
                onDone={(segments, text) => decide({ settlement: 'edited', segments, text, note })}
              />
            )}
            <PassageText key={`text ${current.id}`} state={state} difference={current} />
            <TwoCodings state={state} difference={current} />
          </>
        )}
      </section>
    </div>
  );
}
