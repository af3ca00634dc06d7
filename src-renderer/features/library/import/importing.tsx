import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { importDeskOf } from '../../../application/import/import-desk';
import type { InputFile } from '../../../application/ports/platform';
import { useNavigation, useServices, useSession } from '../../../application/react/context';
import type { SourceId } from '../../../domain/model/ids';
import { DropHint, toast, useCommands, type Command } from '../../../ui';
import { reveal } from '../library-store';
import { ImportPanel } from './import-panel';

/** Endings offered in the file dialog; what a file is, its content says. */
const extensions = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'docx', 'pdf'];

/**
 * Importing, wherever one is in the project: the command, the whole window as a place to drop files,
 * and the panel that shows each file. It never gets in the way of other work.
 */
export function Importing() {
  const { t } = useTranslation('library');
  const session = useSession();
  const services = useServices();
  const navigation = useNavigation();
  const { platform } = services;
  const desk = importDeskOf(session, services);
  const progress = useSyncExternalStore(desk.subscribe, () => desk.progress);

  // The project is being closed: what was not yet in stays out.
  useEffect(() => () => desk.cancel(), [desk]);

  const show = useCallback(
    (started: readonly SourceId[] | null) => {
      if (started === null) toast({ text: t('import.busy') });
      else if (started.length > 0) reveal(session, started);
    },
    [session, t],
  );
  const take = useCallback(
    async (choose: () => Promise<readonly InputFile[]>) => {
      try {
        show(await desk.start(await choose()));
      } catch (error) {
        console.error(error);
        toast({ kind: 'problem', text: t('import.unreachable') });
      }
    },
    [desk, show, t],
  );
  const choose = useCallback(() => take(() => platform.openFiles(extensions)), [take, platform]);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'file.import',
          section: 'file',
          label: t('import.button'),
          keys: ['Mod+O'],
          run: () => void choose(),
        },
      ],
      [t, choose],
    ),
  );

  return (
    <>
      <DropHint onDrop={(transfer) => void take(() => platform.droppedFiles(transfer))}>
        {t('import.drop')}
      </DropHint>
      {progress && (
        <ImportPanel
          progress={progress}
          onCancel={() => desk.cancel()}
          onTakeDuplicates={() => void desk.takeDuplicates().then(show)}
          onShow={(sourceIds) => {
            reveal(session, sourceIds);
            navigation.go({ view: 'library' });
          }}
          onClose={() => desk.dismiss()}
        />
      )}
    </>
  );
}
