import { useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { progresses, type Progress } from '../../../domain/coders/progress';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import type { Source } from '../../../domain/model/source';
import { countryName, languageName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { Button, FilterMenu, SearchField, Segmented, type Option } from '../../../ui';
import { useLibraryLook, useLibraryStore } from '../library-store';
import { isFiltering, noFilter, NOT_SET, type LibraryFilter } from './arrange';
import styles from './grid.module.css';

const sourcesOf = (snapshot: SessionSnapshot) => snapshot.state.sources;

/** Search and filters. */
export function FilterBar({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const store = useLibraryStore();
  const filter = useLibraryLook((look) => look.filter);
  const sources = useProject(sourcesOf);
  const set = (change: Partial<LibraryFilter>) =>
    store.setState((look) => ({ filter: { ...look.filter, ...change } }));

  const options = useMemo(() => {
    const collator = new Intl.Collator(language);
    const list = (read: (source: Source) => string, nameOf: (value: string) => string) =>
      optionsOf(sources.values(), read, nameOf, t('notSet'), collator);
    return {
      countries: list(
        (source) => source.country,
        (country) => countryName(country, language),
      ),
      types: list(
        (source) => source.documentType,
        (type) => t(`type.${type}`),
      ),
      languages: list(
        (source) => source.language,
        (tag) => languageName(tag, language),
      ),
    };
  }, [sources, language, t]);

  return (
    <>
      <div className={styles['search']}>
        <SearchField
          label={t('search')}
          value={filter.text}
          onChange={(text) => set({ text })}
          inputRef={searchRef}
        />
      </div>
      <FilterMenu
        label={t('field.country')}
        options={options.countries}
        value={filter.countries}
        onChange={(countries) => set({ countries })}
      />
      <FilterMenu
        label={t('field.documentType')}
        options={options.types}
        value={filter.types}
        onChange={(types) => set({ types })}
      />
      <FilterMenu
        label={t('field.language')}
        options={options.languages}
        value={filter.languages}
        onChange={(languages) => set({ languages })}
      />
      <FilterMenu
        label={t('field.progress')}
        options={progresses.map((id) => ({ id, label: t(`reader:progress.${id}`) }))}
        value={filter.progress}
        onChange={(chosen) => set({ progress: chosen as readonly Progress[] })}
      />
      <Segmented
        label={t('coded.label')}
        value={filter.coded}
        onChange={(coded) => set({ coded })}
        options={(['all', 'coded', 'uncoded'] as const).map((id) => ({ id, label: t(`coded.${id}`) }))}
      />
      {isFiltering(filter) && (
        <Button kind="quiet" onPress={() => store.setState({ filter: noFilter })}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
}

/** Values that occur, by name, those without a value last. */
function optionsOf(
  sources: Iterable<Source>,
  read: (source: Source) => string,
  nameOf: (value: string) => string,
  notSet: string,
  collator: Intl.Collator,
): readonly Option[] {
  const values = new Set([...sources].map(read));
  const named = [...values]
    .filter((value) => value !== '')
    .map((value) => ({ id: value, label: nameOf(value) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  return values.has('') ? [...named, { id: NOT_SET, label: notSet }] : named;
}
