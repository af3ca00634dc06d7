import { ArrowLeft, ArrowRight, Check, Redo2, Search, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation, usePlace, useProject, useSession } from '../application/react/context';
import type { SessionSnapshot } from '../application/session';
import { Button, IconButton, Keys, runCommand } from '../ui';
import { useChangeName } from './change-name';
import styles from './shell.module.css';

const snapshotOf = (snapshot: SessionSnapshot) => snapshot;

export function TopBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const session = useSession();
  const navigation = useNavigation();
  usePlace();
  const { state, stacks, pending } = useProject(snapshotOf);
  const nameOf = useChangeName();
  const undoable = stacks.undoable.at(-1);
  const redoable = stacks.redoable.at(-1);
  const coder = state.coders.get(session.coderId);

  return (
    <header className={styles['top']}>
      <div className={styles['topGroup']}>
        <Button kind="quiet" onPress={onClose}>
          {t('projects')}
        </Button>
        <span aria-hidden className={styles['slash']}>
          /
        </span>
        <strong className={styles['projectName']} title={session.info.name}>
          {session.info.name}
        </strong>
        <span className={styles['saved']} role="status">
          {pending > 0 ? t('saving') : t('saved')}
          {pending === 0 && <Check aria-hidden />}
        </span>
      </div>
      <div className={styles['topGroup']}>
        <IconButton
          label={t('back')}
          keys="Alt+ArrowLeft"
          isDisabled={!navigation.canGoBack}
          onPress={() => navigation.back()}
        >
          <ArrowLeft />
        </IconButton>
        <IconButton
          label={t('forward')}
          keys="Alt+ArrowRight"
          isDisabled={!navigation.canGoForward}
          onPress={() => navigation.forward()}
        >
          <ArrowRight />
        </IconButton>
        <IconButton
          label={undoable ? t('undoNamed', { change: nameOf(undoable.label) }) : t('common:undo')}
          keys="Mod+Z"
          isDisabled={!undoable}
          onPress={() => void session.undo()}
        >
          <Undo2 />
        </IconButton>
        <IconButton
          label={redoable ? t('redoNamed', { change: nameOf(redoable.label) }) : t('common:redo')}
          keys="Mod+Shift+Z"
          isDisabled={!redoable}
          onPress={() => void session.redo()}
        >
          <Redo2 />
        </IconButton>
        <Button kind="quiet" onPress={() => runCommand('help.palette')}>
          <Search aria-hidden />
          <span className={styles['paletteName']}>{t('palette.open')}</span>
          <span className={styles['paletteKeys']}>
            <Keys keys="Mod+K" />
          </span>
        </Button>
        <Button kind="quiet" onPress={() => navigation.goToView('settings')}>
          <span className={styles['coderBadge']} aria-hidden>
            {coder?.initials}
          </span>
          <span className={styles['coderName']}>{t('codingAs', { name: coder?.name ?? '' })}</span>
        </Button>
      </div>
    </header>
  );
}
