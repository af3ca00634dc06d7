import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { views, type View } from '../application/navigation';
import { useNavigation, usePlace, useProject, useSession } from '../application/react/context';
import type { SessionSnapshot } from '../application/session';
import { useCommands, type Command } from '../ui';
import { useChangeName } from './change-name';

export const viewKeys: Record<View, string> = {
  library: 'Alt+1',
  reader: 'Alt+2',
  codebook: 'Alt+3',
  segments: 'Alt+4',
  profiles: 'Alt+5',
  compare: 'Alt+6',
  settings: 'Alt+7',
};

const stacksOf = (snapshot: SessionSnapshot) => snapshot.stacks;

/** What can be done anywhere in a project. */
export function useProjectCommands({
  onClose,
  onExport,
}: {
  onClose: () => void;
  onExport: () => void;
}): void {
  const { t } = useTranslation('shell');
  const session = useSession();
  const navigation = useNavigation();
  usePlace();
  const { canGoBack, canGoForward } = navigation;
  const stacks = useProject(stacksOf);
  const nameOf = useChangeName();
  const undoable = stacks.undoable.at(-1);
  const redoable = stacks.redoable.at(-1);

  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'file.export', section: 'file', label: t('export'), keys: ['Mod+E'], run: onExport },
      { id: 'file.close', section: 'file', label: t('closeProject'), keys: ['Alt+0'], run: onClose },
      {
        id: 'edit.undo',
        section: 'edit',
        label: undoable ? t('undoNamed', { change: nameOf(undoable.label) }) : t('common:undo'),
        keys: ['Mod+Z'],
        enabled: undoable !== undefined,
        run: () => void session.undo(),
      },
      {
        id: 'edit.redo',
        section: 'edit',
        label: redoable ? t('redoNamed', { change: nameOf(redoable.label) }) : t('common:redo'),
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        enabled: redoable !== undefined,
        run: () => void session.redo(),
      },
      ...views.map((view): Command => ({
        id: `go.${view}`,
        section: 'go',
        label: t(`view.${view}`),
        keys: [viewKeys[view]],
        run: () => navigation.goToView(view),
      })),
      {
        id: 'go.back',
        section: 'go',
        label: t('back'),
        keys: ['Alt+ArrowLeft'],
        enabled: canGoBack,
        run: () => navigation.back(),
      },
      {
        id: 'go.forward',
        section: 'go',
        label: t('forward'),
        keys: ['Alt+ArrowRight'],
        enabled: canGoForward,
        run: () => navigation.forward(),
      },
    ],
    [t, nameOf, undoable, redoable, session, navigation, canGoBack, canGoForward, onClose, onExport],
  );
  useCommands(commands);
}
