import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../ui';
import { PackageDialog } from './package-dialog';

/** Making packages, from anywhere in a project. */
export function Packages() {
  const { t } = useTranslation('packages');
  const [isOpen, setIsOpen] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'file.package', section: 'file', label: t('command'), run: () => setIsOpen(true) }],
      [t],
    ),
  );
  return isOpen ? <PackageDialog onClose={() => setIsOpen(false)} /> : null;
}
