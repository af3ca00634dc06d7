import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuSection, PlatformPort } from '../application/ports/platform';
import { commandSections, runCommand, useCurrentCommands } from '../ui';

/**
 * Keeps the native menu the same as the palette: one list of commands behind both. A component of its
 * own, so that a change of commands draws nothing else anew.
 */
export function NativeMenu({ platform }: { platform: PlatformPort }): null {
  const { t } = useTranslation('shell');
  const commands = useCurrentCommands();
  const sections = useMemo<readonly MenuSection[]>(
    () =>
      commandSections.map((section) => ({
        id: section,
        label: t(`menu.${section}`),
        items: commands
          .filter((command) => command.section === section && !command.hidden)
          .map(({ id, label, keys, enabled }) => ({
            id,
            label,
            keys: keys?.[0] ?? '',
            enabled: enabled !== false,
          })),
      })),
    [commands, t],
  );
  useEffect(() => platform.setMenu(sections), [platform, sections]);
  useEffect(() => platform.onMenuCommand(runCommand), [platform]);
  return null;
}
