import { Undo2 } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDesk } from '../../../../application/import/import-desk';
import type { ImportItem, ImportProgress } from '../../../../application/import/import-item';
import type { SourceId } from '../../../../domain/model/ids';
import type { ImportChoices, Script } from '../../../../domain/model/import';
import { tidyFields } from '../../../../domain/sources/edit-sources';
import type { SourceAbout } from '../../../../domain/sources/add-sources';
import { sharedAbout, type ImportProfile } from '../../../../domain/sources/incoming/import-profile';
import { repeatGroups, repeatsIn } from '../../../../domain/sources/incoming/repeats';
import { afterIt, beforeIt, type ProposedSource } from '../../../../domain/sources/incoming/proposal';
import { useRefusalText } from '../../../../i18n/use-refusal-text';
import { useLanguage } from '../../../../i18n/use-language';
import { Button, ConfirmDialog, Counts, Dialog, IconButton, Segmented, useCommands } from '../../../../ui';
import { AboutFields } from '../../details/source-fields';
import { FileBox } from './file-box';
import { FilesBox } from './files-box';
import { lengthOf } from './length';
import { LineList } from './line-list';
import { chosenOf, linesOf, notable, settledKeys } from './lines';
import { NamesBox, saidByNames, type Named } from './names-box';
import styles from './preview.module.css';
import { ProfilesMenu } from './profiles-menu';
import { likelyScript } from './recognise';
import { SourceText } from './source-text';
import { Twins } from './twins';

export interface PreviewDialogProps {
  readonly desk: ImportDesk;
  readonly progress: ImportProgress;
  readonly onKept: (sourceIds: readonly SourceId[]) => void;
}

const covered = { section: 'edit', hidden: true } as const;

/** Everything an import would bring in, before anything is written; all of it can be mended here. */
export function PreviewDialog({ desk, progress, onKept }: PreviewDialogProps) {
  const { t } = useTranslation('import-preview');
  const language = useLanguage();
  const refusalText = useRefusalText();
  const { items, sources, failure } = progress;
  const lines = useMemo(() => linesOf(items, sources), [items, sources]);
  const [chosenKeys, setKeys] = useState<ReadonlySet<string>>(
    () => new Set(lines.slice(0, 1).map(({ key }) => key)),
  );
  const keys = useMemo(() => settledKeys(lines, chosenKeys), [lines, chosenKeys]);
  const [isAsking, setIsAsking] = useState(false);
  const [script, setScript] = useState<Script>(likelyScript[language]);
  const [isNarrowed, setIsNarrowed] = useState(false);
  const [pattern, setPattern] = useState<string | null>(null);
  const chosen = useMemo(() => chosenOf(lines, keys), [lines, keys]);
  const groups = useRepeatGroups(sources);
  const repeats = useMemo(() => repeatsIn(groups), [groups]);
  const toLookAt = useMemo(() => notable(lines, repeats), [lines, repeats]);
  const named = useMemo(() => namedOf(progress), [progress]);

  const included = sources.filter(({ isIncluded }) => isIncluded);
  const repeated = included.filter(({ id }) => repeats.has(id));
  const isBusy = progress.phase === 'keeping' || items.some(({ state }) => state === 'reading');
  const ids = new Set(chosen.sources.map(({ id }) => id));
  const [first, second] = chosen.sources;
  const [item, anotherItem] = chosen.items;
  const twins = first && !second ? twinsOf(first, groups, sources) : [];
  const describe = (patch: Partial<SourceAbout>) => {
    const tidy = tidyFields(patch);
    if (!tidy.ok) return refusalText(tidy.error);
    desk.describe(ids, tidy.value);
    return undefined;
  };
  const apply = async (profile: ImportProfile) => {
    await desk.readAllAgain(
      new Map(
        items.flatMap((item) => {
          const choices = choicesFor(profile, item);
          return choices ? [[item.id, choices] as const] : [];
        }),
      ),
    );
    // What was read again may be other sources than before.
    const now = desk.progress ?? progress;
    desk.describe(new Set(now.sources.map(({ id }) => id)), profile.about);
    setPattern(profile.pattern);
    desk.describeByNames(saidByNames(profile.pattern, namedOf(now)));
  };
  // The window's own keys would change the project behind the dialog.
  useCommands(
    useMemo(
      () => [
        { ...covered, id: 'edit.undo', label: t('undo'), keys: ['Mod+Z'], run: () => desk.undo() },
        {
          ...covered,
          id: 'edit.redo',
          label: t('undo'),
          keys: ['Mod+Shift+Z', 'Mod+Y'],
          run: () => desk.redo(),
        },
      ],
      [desk, t],
    ),
  );
  const giveUp = () => (progress.isEdited ? setIsAsking(true) : desk.cancel());
  const isOut = chosen.sources.every(({ isIncluded }) => !isIncluded);
  const number = new Intl.NumberFormat(language);
  const counts = [
    ['files', items.filter(({ state }) => state !== 'left-out').length],
    ['sources', included.length],
    ['characters', charactersOf(included)],
    ['failed', items.filter(({ state }) => state === 'failed').length],
  ] as const;

  return (
    <Dialog
      title={t('title')}
      width={1180}
      isOpen
      isSteadfast
      onClose={giveUp}
      footer={
        <>
          {failure && (
            <p role="alert" className={styles['failure']}>
              {t(`library:import.notKept.${failure.kind}`)}
            </p>
          )}
          <IconButton
            label={t('undo')}
            keys="Mod+Z"
            isDisabled={!progress.canUndo}
            onPress={() => desk.undo()}
          >
            <Undo2 />
          </IconButton>
          <ProfilesMenu
            now={() => settingsOf(progress, pattern)}
            onApply={(profile) => void apply(profile)}
          />
          <Button onPress={giveUp}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={isBusy || included.length === 0}
            onPress={() => void desk.keep().then(onKept)}
          >
            {t('import', { count: included.length })}
          </Button>
        </>
      }
    >
      <Counts
        label={t('counts')}
        columns={counts.length}
        counts={counts.map(([id, value]) => ({ id, label: t(`count.${id}`), value: number.format(value) }))}
      />
      <div className={styles['sides']}>
        <div className={styles['left']}>
          {toLookAt.length > 0 && toLookAt.length < lines.length && (
            <div>
              <Segmented
                label={t('show.label')}
                value={isNarrowed ? 'notable' : 'all'}
                options={[
                  { id: 'all', label: t('show.all') },
                  { id: 'notable', label: t('show.notable', { n: toLookAt.length }) },
                ]}
                onChange={(id) => setIsNarrowed(id === 'notable')}
              />
            </div>
          )}
          <LineList
            lines={isNarrowed && toLookAt.length > 0 ? toLookAt : lines}
            chosen={keys}
            repeats={repeats}
            onChoose={setKeys}
            onInclude={(id, isIncluded) => desk.include(new Set([id]), isIncluded)}
          />
          {repeated.length > 0 && (
            <div>
              <Button onPress={() => desk.include(new Set(repeated.map(({ id }) => id)), false)}>
                {t('leaveRepeats', { count: repeated.length })}
              </Button>
            </div>
          )}
          <NamesBox
            named={named}
            typed={pattern}
            onType={setPattern}
            onDescribe={(said) => desk.describeByNames(said)}
          />
        </div>
        <div className={styles['right']}>
          {item && !anotherItem && (
            <FileBox
              key={item.id}
              item={item}
              records={progress.records}
              script={script}
              onScript={setScript}
              onStop={() => desk.stopReading(item.id)}
              onRead={(choices) => void desk.readAgain(item.id, choices)}
            />
          )}
          {anotherItem && (
            <FilesBox
              items={chosen.items}
              script={script}
              onScript={setScript}
              onStop={() => desk.stopReadingAll()}
              onRead={(some, choice) =>
                void desk.readAllAgain(
                  new Map(some.map(({ id, choices }) => [id, { ...choices, ...choice }])),
                )
              }
            />
          )}
          {first && !second && twins.length > 1 && (
            <Twins
              chosen={first}
              group={twins}
              onInclude={(id, isIncluded) => desk.include(new Set([id]), isIncluded)}
            />
          )}
          {first && !second && (
            <SourceText
              key={first.id}
              desk={desk}
              source={first}
              before={beforeIt(sources, first.id)}
              after={afterIt(sources, first.id)}
              onChoose={(id) => setKeys(new Set([id]))}
            />
          )}
          {first && (
            <section className={styles['box']} aria-label={t('about')}>
              <header className={styles['head']}>
                <h3>{second ? t('chosen', { count: chosen.sources.length }) : t('about')}</h3>
                <Button onPress={() => desk.include(ids, isOut)}>{t(isOut ? 'takeIn' : 'leaveOut')}</Button>
              </header>
              <div className={styles['about']}>
                <AboutFields
                  sources={[first.about, ...chosen.sources.slice(1).map(({ about }) => about)]}
                  owner={[...ids].join(' ')}
                  describe={describe}
                />
              </div>
            </section>
          )}
        </div>
      </div>
      <ConfirmDialog
        title={t('giveUp.title')}
        confirm={t('giveUp.confirm')}
        isOpen={isAsking}
        onConfirm={() => desk.cancel()}
        onClose={() => setIsAsking(false)}
      >
        {t('giveUp.text')}
      </ConfirmDialog>
    </Dialog>
  );
}

/** Each source with the path of its file. */
function namedOf({ items, sources }: ImportProgress): readonly Named[] {
  const paths = new Map(items.map(({ id, file }) => [id, file.path]));
  return sources.map(({ id, fileId, fileName }) => ({ id, path: paths.get(fileId) ?? fileName }));
}

/** What of a preview is worth keeping for the next one. */
function settingsOf({ items, sources }: ImportProgress, pattern: string | null): Omit<ImportProfile, 'name'> {
  const columns = items.flatMap((item) => (item.state === 'read' ? item.read.columns : []));
  const [reading] = items.flatMap(({ choices }) => choices.reading ?? []);
  const [encoding] = items.flatMap(({ choices }) => choices.encoding ?? []);
  return {
    pattern: pattern ?? '',
    columns: Object.fromEntries(columns.map(({ name, role }) => [name, role])),
    reading: reading ?? null,
    encoding: encoding ?? null,
    about: sharedAbout(sources),
  };
}

/** How a file is read by a profile; undefined where the profile has nothing to say of it. */
function choicesFor(
  { columns, reading, encoding }: ImportProfile,
  item: ImportItem,
): ImportChoices | undefined {
  if (item.state !== 'read') return undefined;
  const known = item.read.columns.filter(({ name }) => Object.hasOwn(columns, name));
  const canRead = reading !== null && item.read.readings.includes(reading);
  // Only where the file makes sense in it: one delivery may have files in several.
  const canDecode = encoding !== null && item.read.encodings.some((sample) => sample.encoding === encoding);
  if (known.length === 0 && !canRead && !canDecode) return undefined;
  return {
    ...item.choices,
    ...(known.length > 0 && { columns }),
    ...(canRead && { reading }),
    ...(canDecode && { encoding }),
  };
}

const charactersOf = (sources: readonly ProposedSource[]): number =>
  sources.reduce((sum, { parsed }) => sum + lengthOf(parsed), 0);

/** Articles that came more than once; found in its own time, since it compares all texts. */
function useRepeatGroups(sources: readonly ProposedSource[]): ReturnType<typeof repeatGroups> {
  const settled = useDeferredValue(sources);
  return useMemo(() => repeatGroups(settled), [settled]);
}

/** The group that a source is in, as its members are now. */
function twinsOf(
  { id }: ProposedSource,
  groups: ReturnType<typeof repeatGroups>,
  sources: readonly ProposedSource[],
): readonly ProposedSource[] {
  const group = groups.find((members) => members.some((member) => member.id === id));
  const ids = new Set(group?.map((member) => member.id));
  return sources.filter((source) => ids.has(source.id));
}
