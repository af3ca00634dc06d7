import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../../ui';
import { PreviewDialog } from './preview-dialog';
import { useImport } from './use-import';

/** Takes in a codebook of co-authors: by command, and with a preview of all that it would do. */
export function ImportCodebook() {
  const { t } = useTranslation('codebook-import');
  const { read, start, close } = useImport();
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'file.importCodebook', section: 'file', label: t('command'), run: () => void start() }],
      [t, start],
    ),
  );
  return read && <PreviewDialog read={read} onClose={close} />;
}
