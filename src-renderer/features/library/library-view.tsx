import { FileInput, FolderInput, History, Merge, Package, X } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteSourcesInSight } from '../../application/packages';
import { useSeenState } from '../../application/react/blind';
import { useNavigation, useProjectState, useSession } from '../../application/react/context';
import { progressOf, setFinished } from '../../domain/coders/progress';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import {
  Button,
  EmptyState,
  IconButton,
  Keys,
  Page,
  runCommand,
  SidePanel,
  useCommands,
  useHasRoom,
  type Command,
} from '../../ui';
import { CarriedItems } from './carried/carried-items';
import { DetailsPanel } from './details/details-panel';
import { RemoveDialog } from './details/remove-dialog';
import { VariablesDialog } from './details/variables-dialog';
import styles from './library.module.css';
import { useLibraryLook, useLibraryStore } from './library-store';
import { filterSources, flatLines, groupedLines, noFilter, sortSources } from './list/arrange';
import { useColumns } from './list/columns';
import { FilterBar } from './list/filter-bar';
import { SourceGrid } from './list/source-grid';
import { ViewTools } from './list/view-tools';

/** CSS pixels: a list with its tools, and the details beside it. */
const ROOM_FOR_DETAILS = 520 + 336;

const importFiles = () => runCommand('file.import');
const importFolder = () => runCommand('file.importFolder');

/** All sources of the project: found, sorted, grouped, and described one or many at once. */
export function LibraryView() {
  const { t } = useTranslation('library');
  const navigation = useNavigation();
  const store = useLibraryStore();
  const session = useSession();
  const { sources, imports } = useProjectState();
  const box = useRef<HTMLDivElement>(null);
  const fits = useHasRoom(box, ROOM_FOR_DETAILS);
  const isWished = useLibraryLook((look) => look.hasDetails);
  const [isOver, setIsOver] = useState(false);
  const hasDetails = fits ? isWished : isOver;
  const showDetails = useCallback(
    (isShown: boolean) => (fits ? store.setState({ hasDetails: isShown }) : setIsOver(isShown)),
    [fits, store],
  );
  const search = useRef<HTMLInputElement>(null);
  const { columns, shownColumns, lines, chosen, described, found } = useLines();
  const [dialog, setDialog] = useState<'remove' | 'variables' | null>(null);

  const open = useCallback((sourceId: string) => navigation.go({ view: 'reader', sourceId }), [navigation]);
  const remove = useCallback(() => {
    if (chosen.length > 0) setDialog('remove');
  }, [chosen]);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'library.find',
          section: 'go',
          label: t('search'),
          keys: ['Mod+F'],
          run: () => search.current?.focus(),
        },
        {
          id: 'library.group',
          section: 'view',
          label: t('groupByCountry'),
          keys: ['Mod+G'],
          run: () => store.setState(({ isGrouped }) => ({ isGrouped: !isGrouped })),
        },
        {
          id: 'library.details',
          section: 'view',
          label: t('details.toggle'),
          keys: ['Mod+I'],
          run: () => showDetails(!hasDetails),
        },
        {
          id: 'library.variables',
          section: 'edit',
          label: t('variables.command'),
          run: () => setDialog('variables'),
        },
        ...[true, false].map((finished): Command => ({
          id: finished ? 'library.finish' : 'library.reopen',
          section: 'edit',
          label: t(finished ? 'finish' : 'reopen'),
          enabled: chosen.length > 0,
          run: () => {
            const sourceIds = chosen.map(({ id }) => id);
            const { state, stamp, coderId } = session;
            session.attempt(setFinished(state, stamp, { sourceIds, coderId, finished }));
          },
        })),
        {
          id: 'library.remove',
          section: 'edit',
          label: t('remove.many'),
          enabled: chosen.length > 0,
          run: remove,
        },
      ],
      [t, store, session, chosen, remove, showDetails, hasDetails],
    ),
  );

  if (sources.size === 0) {
    return (
      <div ref={box} className={styles['library']}>
        <div className={styles['main']}>
          <EmptyState
            title={t('empty.title')}
            action={
              <div className={styles['firstImport']}>
                <Button kind="primary" onPress={importFiles}>
                  <FileInput aria-hidden />
                  {t('import.button')}
                  <Keys keys="Mod+O" />
                </Button>
                <Button onPress={importFolder}>
                  <FolderInput aria-hidden />
                  {t('import.folder')}
                  <Keys keys="Mod+Shift+F" />
                </Button>
              </div>
            }
          >
            {t('empty.body')}
          </EmptyState>
          <CarriedItems />
        </div>
      </div>
    );
  }

  return (
    <div ref={box} className={styles['library']}>
      <div className={styles['main']}>
        <Page
          title={t('title')}
          subtitle={
            found === sources.size
              ? t('count', { count: found })
              : t('countOf', { count: found, total: sources.size })
          }
          actions={
            <>
              <ViewTools columns={columns} hasDetails={hasDetails} onDetails={showDetails} />
              {imports.size > 0 && (
                <IconButton label={t('reports.title')} onPress={() => runCommand('file.importReports')}>
                  <History />
                </IconButton>
              )}
              <IconButton label={t('packages:command')} onPress={() => runCommand('file.package')}>
                <Package />
              </IconButton>
              <IconButton label={t('merge:command')} onPress={() => runCommand('file.merge')}>
                <Merge />
              </IconButton>
              <IconButton label={t('import.folder')} keys="Mod+Shift+F" onPress={importFolder}>
                <FolderInput />
              </IconButton>
              <Button kind="primary" onPress={importFiles}>
                <FileInput aria-hidden />
                {t('import.button')}
              </Button>
            </>
          }
          toolbar={<FilterBar searchRef={search} />}
        >
          <div className={styles['list']}>
            {found > 0 ? (
              <SourceGrid lines={lines} columns={shownColumns} onOpen={open} onRemove={remove} />
            ) : (
              <EmptyState
                title={t('none.title')}
                action={
                  <Button onPress={() => store.setState({ filter: noFilter })}>{t('clearFilters')}</Button>
                }
              />
            )}
            <CarriedItems />
          </div>
        </Page>
      </div>
      {hasDetails && (
        <SidePanel
          label={t('details.label')}
          isOver={!fits}
          onClose={() => showDetails(false)}
          className={styles['side']}
        >
          {!fits && (
            <div className={styles['close']}>
              <IconButton label={t('common:close')} keys="Escape" onPress={() => showDetails(false)}>
                <X />
              </IconButton>
            </div>
          )}
          <DetailsPanel
            sources={described}
            onOpen={open}
            onRemove={remove}
            onVariables={() => setDialog('variables')}
          />
        </SidePanel>
      )}
      {dialog === 'remove' && <RemoveDialog sources={chosen} onClose={() => setDialog(null)} />}
      {dialog === 'variables' && <VariablesDialog onClose={() => setDialog(null)} />}
    </div>
  );
}

/** What the list shows, in its order, and what of it is chosen. */
function useLines() {
  const language = useLanguage();
  const session = useSession();
  const { coderId } = session;
  // While blind nothing here tells what others coded.
  const { sources, segmentsBySource, progress } = useSeenState();
  const columns = useColumns();
  const filter = useLibraryLook((look) => look.filter);
  const sort = useLibraryLook((look) => look.sort);
  const isGrouped = useLibraryLook((look) => look.isGrouped);
  const shown = useLibraryLook((look) => look.columns);
  const ids = useLibraryLook((look) => look.selection.ids);
  // Typing stays quick while a list of thousands catches up.
  const deferred = useDeferredValue(filter);

  const found = useMemo(() => {
    const isCoded = ({ id }: { id: string }) => segmentsBySource.has(id);
    const far = ({ id }: { id: string }) => progressOf({ progress, segmentsBySource }, id, coderId);
    const list = filterSources(sources.values(), deferred, isCoded, far, columns);
    return sortSources(list, sort, columns, new Intl.Collator(language, { numeric: true }));
  }, [sources, segmentsBySource, progress, coderId, deferred, columns, sort, language]);
  const lines = useMemo(
    () =>
      isGrouped
        ? groupedLines(found, (country) => countryName(country, language), new Intl.Collator(language))
        : flatLines(found),
    [found, isGrouped, language],
  );
  // What is filtered away is not chosen: an edit never reaches what is out of sight.
  const chosen = useMemo(() => found.filter(({ id }) => ids.has(id)), [found, ids]);
  useEffect(
    () =>
      noteSourcesInSight(session, { found: found.map(({ id }) => id), chosen: chosen.map(({ id }) => id) }),
    [session, found, chosen],
  );
  // The arrow keys stay quick while the details catch up with what is chosen.
  const describedIds = useDeferredValue(ids);
  const described = useMemo(() => found.filter(({ id }) => describedIds.has(id)), [found, describedIds]);
  const shownColumns = useMemo(() => {
    const some = columns.filter(({ id }) => shown.includes(id));
    return some.length === 0 ? columns : columns.filter(({ id }) => id === 'title' || shown.includes(id));
  }, [columns, shown]);
  return { columns, shownColumns, lines, chosen, described, found: found.length };
}
