import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputFile } from '../../../application/ports/platform';
import { useServices } from '../../../application/react/context';
import { DropHint, toast, useCommands, type Command } from '../../../ui';
import { OpenFileDialog } from './open-file-dialog';
import { useOpenFile } from './use-open-file';

const isProjectFile = ({ name }: InputFile) => /\.qdpx$/i.test(name);

/** Projects as files of any program: by command, by dropping one on the start screen, and the dialogs after it. */
export function OpenFile({ onOpen }: { onOpen: (projectId: string) => void }) {
  const { t } = useTranslation('projects');
  const { platform } = useServices();
  const { opening, start, stop, choose, keep } = useOpenFile(onOpen);

  const take = useCallback(
    async (choosing: Promise<readonly InputFile[]>) => {
      try {
        const files = await choosing;
        // What a file is, its content says; its name only helps to choose among several.
        const file = files.find(isProjectFile) ?? files[0];
        if (!file) return;
        if (files.length > 1) toast({ text: t('openFile.oneAtATime', { file: file.name }) });
        await start(file);
      } catch (error) {
        console.error(error);
        toast({ kind: 'problem', text: t('openFile.unreachable') });
      }
    },
    [start, t],
  );
  const ask = useCallback(() => take(platform.openFiles(['qdpx'])), [take, platform]);
  const isIdle = opening === null;

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'file.openProject',
          section: 'file',
          label: t('openFile.button'),
          keys: ['Mod+O'],
          enabled: isIdle,
          run: () => void ask(),
        },
      ],
      [t, ask, isIdle],
    ),
  );

  return (
    <>
      {isIdle && (
        <DropHint onDrop={(transfer) => void take(platform.droppedFiles(transfer))}>
          {t('openFile.drop')}
        </DropHint>
      )}
      {opening && (
        <OpenFileDialog
          opening={opening}
          onAgain={() => {
            stop();
            void ask();
          }}
          onChoose={(preview, overrides) => void choose(preview, overrides)}
          onKeep={(preview, name) => void keep(preview, name)}
          onClose={stop}
        />
      )}
    </>
  );
}
