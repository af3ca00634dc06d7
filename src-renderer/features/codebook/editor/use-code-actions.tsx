import { FolderInput, Merge, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../domain/model/codebook';
import { useCommands, type Command, type MenuAction } from '../../../ui';

export type CodeAction = 'child' | 'move' | 'merge' | 'delete';

const actions = [
  { id: 'child', icon: <Plus /> },
  { id: 'move', icon: <FolderInput />, keys: 'Alt+M' },
  { id: 'merge', icon: <Merge /> },
  { id: 'delete', icon: <Trash2 />, keys: 'Delete' },
] as const;

/** What can be done to the chosen code, the same in its menu, in the palette and by key. */
export function useCodeActions(
  { codable }: Code,
  onAction: (action: CodeAction) => void,
): readonly (MenuAction | 'separator')[] {
  const { t } = useTranslation('codebook');
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        actions.map(({ id, ...rest }) => ({
          id: `codebook.${id}`,
          section: 'code',
          label: t(`action.${id}`),
          keys: 'keys' in rest ? [rest.keys] : [],
          enabled: id !== 'merge' || codable,
          run: () => onAction(id),
        })),
      [t, codable, onAction],
    ),
  );
  return actions.flatMap(({ id, icon, ...rest }) => [
    ...(id === 'delete' ? (['separator'] as const) : []),
    {
      id,
      label: t(`action.${id}`),
      icon,
      keys: 'keys' in rest ? rest.keys : undefined,
      isDisabled: id === 'merge' && !codable,
      onAction: () => onAction(id),
    },
  ]);
}
