import { BookOpenText, ChartColumn, UsersRound, LibraryBig, ListTree, Rows3, Settings } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { views, type View } from '../application/navigation';
import { useNavigation, usePlace } from '../application/react/context';
import { CodebookView } from '../features/codebook';
import { CompareView } from '../features/compare';
import { ExportDialog, ImportCodebook } from '../features/exchange';
import { Importing, LibraryView } from '../features/library';
import { MergeFiles } from '../features/merge';
import { PackageLine, Packages } from '../features/packages';
import { ProfilesView } from '../features/profiles';
import { ReaderView } from '../features/reader';
import { SegmentsView } from '../features/segments';
import { SettingsView } from '../features/settings';
import { Tooltip } from '../ui';
import { useProjectCommands, viewKeys } from './project-commands';
import styles from './shell.module.css';
import { TopBar } from './top-bar';

const icons: Record<View, ComponentType> = {
  library: LibraryBig,
  reader: BookOpenText,
  codebook: ListTree,
  segments: Rows3,
  profiles: ChartColumn,
  compare: UsersRound,
  settings: Settings,
};

const components: Record<View, ComponentType> = {
  library: LibraryView,
  reader: ReaderView,
  codebook: CodebookView,
  segments: SegmentsView,
  profiles: ProfilesView,
  compare: CompareView,
  settings: SettingsView,
};

/** The window with a project in it: top bar, rail, and one view. */
export function ProjectFrame({ onClose }: { onClose: () => void }) {
  const { view } = usePlace();
  const [isExporting, setIsExporting] = useState(false);
  useProjectCommands({ onClose, onExport: useCallback(() => setIsExporting(true), []) });
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus({ preventScroll: true }), [view]);
  const Current = components[view];
  return (
    <div className={styles['frame']}>
      <TopBar onClose={onClose} />
      <Rail />
      <main className={styles['main']} ref={main} tabIndex={-1}>
        <PackageLine />
        <div className={styles['view']}>
          <Current key={view} />
        </div>
      </main>
      <Importing />
      <ImportCodebook />
      <Packages />
      <MergeFiles />
      <ExportDialog isOpen={isExporting} onClose={() => setIsExporting(false)} />
    </div>
  );
}

function Rail() {
  const { t } = useTranslation('shell');
  const navigation = useNavigation();
  const { view: current } = usePlace();
  return (
    <nav className={styles['rail']} aria-label={t('views')}>
      {views.map((view) => {
        const Icon = icons[view];
        return (
          <Tooltip key={view} text={t(`view.${view}`)} keys={viewKeys[view]}>
            <Button
              className={styles['railButton'] ?? ''}
              aria-current={view === current ? 'page' : undefined}
              data-view={view}
              onPress={() => navigation.goToView(view)}
            >
              <Icon />
              <span>{t(`view.${view}`)}</span>
            </Button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
