import { Circle, CircleCheck, CircleDashed, Eye, EyeOff } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlind } from '../../application/react/blind';
import { useProjectState, useSession } from '../../application/react/context';
import { isFinished, progressOf, setFinished, type Progress } from '../../domain/coders/progress';
import type { Source } from '../../domain/model/source';
import { Button, Tooltip, toast, useCommands, type Command } from '../../ui';
import { stateKeys } from './keys/reader-keys';
import styles from './reader.module.css';

const icons: Record<Progress, typeof Circle> = {
  'not-started': CircleDashed,
  'in-progress': Circle,
  finished: CircleCheck,
  'nothing-to-code': CircleCheck,
};

/** How far the coder at work is with the source, and whether they see what others coded in it. */
export function SourceState({ source }: { source: Source }) {
  const { t } = useTranslation('reader');
  const session = useSession();
  const state = useProjectState();
  const { isBlind, setBlind } = useBlind();
  const progress = progressOf(state, source.id, session.coderId);
  const isDone = isFinished(progress);
  const hasOthers = state.coders.size > 1;
  const Icon = icons[progress];

  const actions = useMemo(() => {
    const finish = () => {
      const { state: now, coderId, stamp } = session;
      const finished = !isFinished(progressOf(now, source.id, coderId));
      if (!session.attempt(setFinished(now, stamp, { sourceIds: [source.id], coderId, finished }))) return;
      toast({ text: t(`progress.${progressOf(session.state, source.id, coderId)}`) });
    };
    const see = () => {
      setBlind(!isBlind);
      toast({ text: t(isBlind ? 'blind.off' : 'blind.on') });
    };
    return { finish, see };
  }, [session, source.id, isBlind, setBlind, t]);

  useCommands(
    useMemo<readonly Command[]>(() => {
      const finish: Command = {
        id: 'reader.finish',
        section: 'code',
        label: t(isDone ? 'progress.reopen' : 'progress.finish'),
        keys: [stateKeys.finish],
        run: actions.finish,
      };
      const blind: Command = {
        id: 'reader.blind',
        section: 'view',
        label: t(isBlind ? 'blind.show' : 'blind.hide'),
        keys: [stateKeys.blind],
        run: actions.see,
      };
      return hasOthers ? [finish, blind] : [finish];
    }, [t, actions, isDone, isBlind, hasOthers]),
  );

  const doFinish = t(isDone ? 'progress.reopen' : 'progress.finish');
  const doSee = t(isBlind ? 'blind.show' : 'blind.hide');
  return (
    <div className={styles['states']}>
      {hasOthers && (
        <Tooltip text={doSee} keys={stateKeys.blind}>
          <Button
            kind="quiet"
            aria-label={`${t(isBlind ? 'blind.on' : 'blind.off')}: ${doSee}`}
            onPress={actions.see}
          >
            {isBlind ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            <span>{t(isBlind ? 'blind.on' : 'blind.off')}</span>
          </Button>
        </Tooltip>
      )}
      <Tooltip text={doFinish} keys={stateKeys.finish}>
        <Button
          kind="quiet"
          aria-label={`${t(`progress.${progress}`)}: ${doFinish}`}
          onPress={actions.finish}
        >
          <Icon aria-hidden />
          <span>{t(`progress.${progress}`)}</span>
        </Button>
      </Tooltip>
    </div>
  );
}
