import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { importDeskOf } from '../../../application/import/import-desk';
import type { ImportProgress } from '../../../application/import/import-item';
import { mergeDeskOf, partProjectFiles } from '../../../application/merge/merge-desk';
import type { InputFile } from '../../../application/ports/platform';
import { useNavigation, useServices, useSession } from '../../../application/react/context';
import { DropHint, toast, useCommands, type Command } from '../../../ui';
import { reveal } from '../library-store';
import { ImportPanel } from './import-panel';
import { PreviewDialog } from './preview/preview-dialog';
import { ReportsDialog } from './reports-dialog';

/** Endings offered in the file dialog; what a file is, its content says. */
const extensions =
  'txt text md markdown html htm mhtml mht docx doc odt rtf epub pdf xlsx csv tsv json jsonl srt vtt xml ris bib zip'.split(
    ' ',
  );

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

  const [hasReports, setHasReports] = useState(false);

  // The project is being closed: what was not yet in stays out.
  useEffect(() => () => desk.cancel(), [desk]);

  const lastProblem = useRef<() => void>(undefined);
  const tell = useCallback((text: string) => {
    lastProblem.current = toast({ kind: 'problem', text });
  }, []);
  const take = useCallback(
    async (choose: () => Promise<readonly InputFile[]>) => {
      // A new try is an answer to what went wrong before, which would lie over the preview.
      lastProblem.current?.();
      try {
        if (!(await desk.start(await choose()))) toast({ text: t('import.busy') });
      } catch (error) {
        console.error(error);
        tell(t('import.unreachable'));
      }
    },
    [desk, t, tell],
  );
  /** Project files among them are offered for a merge; all others are sources. */
  const dropped = async (transfer: DataTransfer) => {
    const { projects, others } = partProjectFiles(await platform.droppedFiles(transfer));
    mergeDeskOf(session).offer(projects);
    return others;
  };
  const choose = useCallback(() => take(() => platform.openFiles(extensions)), [take, platform]);
  const chooseFolder = useCallback(
    () =>
      take(async () => {
        const files = await platform.openFolder();
        if (files.ok) return files.value;
        tell(t('import.folderTooLarge'));
        return [];
      }),
    [take, platform, t, tell],
  );

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
        {
          id: 'file.importFolder',
          section: 'file',
          label: t('import.folder'),
          keys: ['Mod+Shift+F'],
          run: () => void chooseFolder(),
        },
        {
          id: 'file.importReports',
          section: 'file',
          label: t('reports.command'),
          run: () => setHasReports(true),
        },
      ],
      [t, choose, chooseFolder],
    ),
  );

  return (
    <>
      <DropHint onDrop={(transfer) => void take(() => dropped(transfer))}>{t('import.drop')}</DropHint>
      <ReportsDialog isOpen={hasReports} onClose={() => setHasReports(false)} />
      {progress && isPreviewed(progress) && (
        <PreviewDialog
          desk={desk}
          progress={progress}
          onKept={(kept) => kept.length > 0 && reveal(session, kept)}
        />
      )}
      {progress && !isPreviewed(progress) && (
        <ImportPanel
          progress={progress}
          onCancel={() => desk.cancel()}
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

const isPreviewed = ({ phase }: ImportProgress): boolean => phase === 'preview' || phase === 'keeping';
