import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  commandSections,
  Picker,
  runCommand,
  useCommands,
  useCurrentCommands,
  type Command,
  type PickerItem,
} from '../ui';

const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase();

/** Every command by name, with its key. */
export function CommandPalette() {
  const { t } = useTranslation('shell');
  const [isOpen, setIsOpen] = useState(false);
  const commands = useCurrentCommands();
  const own = useMemo<readonly Command[]>(
    () => [
      {
        id: 'help.palette',
        section: 'help',
        label: t('palette.open'),
        keys: ['Mod+K', 'Mod+Shift+P', '?'],
        run: () => setIsOpen(true),
      },
    ],
    [t],
  );
  useCommands(own);

  const search = useCallback(
    (query: string): readonly PickerItem[] => {
      const words = fold(query).split(/\s+/u).filter(Boolean);
      return commandSections
        .flatMap((section) => commands.filter((command) => command.section === section))
        .filter((command) => !command.hidden && command.id !== 'help.palette')
        .map((command) => ({ command, section: t(`menu.${command.section}`) }))
        .filter(({ command, section }) => {
          const text = fold(`${command.label} ${section}`);
          return words.every((word) => text.includes(word));
        })
        .map(({ command, section }) => ({
          id: command.id,
          label: command.label,
          detail: section,
          keys: command.keys?.[0],
          isDisabled: command.enabled === false,
        }));
    },
    [commands, t],
  );

  return (
    <Picker
      label={t('palette.label')}
      placeholder={t('palette.placeholder')}
      isOpen={isOpen}
      onClose={() => setIsOpen(false)}
      search={search}
      // After the palette is gone, so that the command finds the focus where it was.
      onPick={(id) => requestAnimationFrame(() => runCommand(id))}
    />
  );
}
