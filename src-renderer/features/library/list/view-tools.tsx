import { ListTree, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FilterMenu, ToggleButton, Tooltip } from '../../../ui';
import { useLibraryLook, useLibraryStore } from '../library-store';
import type { Column } from './columns';

export interface ViewToolsProps {
  readonly columns: readonly Column[];
  readonly hasDetails: boolean;
  readonly onDetails: (isShown: boolean) => void;
}

/** How the list is shown: columns, groups, and the details beside it. */
export function ViewTools({ columns, hasDetails, onDetails }: ViewToolsProps) {
  const { t } = useTranslation('library');
  const store = useLibraryStore();
  const isGrouped = useLibraryLook((look) => look.isGrouped);
  const shown = useLibraryLook((look) => look.columns);
  return (
    <>
      <FilterMenu
        label={t('columns')}
        options={columns.filter(({ id }) => id !== 'title').map(({ id, label }) => ({ id, label }))}
        value={shown}
        onChange={(next) => store.setState({ columns: next })}
      />
      <Tooltip text={t('groupByCountry')} keys="Mod+G">
        <ToggleButton
          aria-label={t('groupByCountry')}
          isSelected={isGrouped}
          onChange={(next) => store.setState({ isGrouped: next })}
        >
          <ListTree aria-hidden />
        </ToggleButton>
      </Tooltip>
      <Tooltip text={t('details.toggle')} keys="Mod+I">
        <ToggleButton aria-label={t('details.toggle')} isSelected={hasDetails} onChange={onDetails}>
          <PanelRight aria-hidden />
        </ToggleButton>
      </Tooltip>
    </>
  );
}
