import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigation, useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import type { SourceId } from '../../../domain/model/ids';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { SearchField } from '../../../ui';
import { sourcesByCountry } from './source-groups';
import styles from './panels.module.css';

const sourcesOf = (snapshot: SessionSnapshot) => snapshot.state.sources;
const segmentsOf = (snapshot: SessionSnapshot) => snapshot.state.segmentsBySource;

export interface SourceListProps {
  readonly current: SourceId;
  readonly onOpen: () => void;
}

/** One function for all drawings: it is called when another source becomes the open one, not each time. */
const bringIntoSight = (button: HTMLButtonElement | null) => button?.scrollIntoView({ block: 'nearest' });

/** Goes from source to source without leaving the reader. */
export function SourceList({ current, onOpen }: SourceListProps) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const navigation = useNavigation();
  const sources = useProject(sourcesOf);
  const segments = useProject(segmentsOf);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const groups = useMemo(() => sourcesByCountry([...sources.values()], wanted), [sources, wanted]);

  return (
    <section className={styles['sources']} aria-labelledby="reader-sources">
      <h2 id="reader-sources" className={styles['panelTitle']}>
        {t('sources.title')}
      </h2>
      <div className={styles['search']}>
        <SearchField label={t('sources.search')} value={query} onChange={setQuery} />
      </div>
      <div className={styles['sourceList']}>
        {groups.length === 0 && <p className={styles['nothing']}>{t('common:nothingFound')}</p>}
        {groups.map(({ country, sources: list }) => (
          <div key={country} className={styles['group']}>
            <h3 className={styles['groupTitle']}>
              {country ? countryName(country, language) : t('sources.noCountry')}
            </h3>
            <ul>
              {list.map((source) => (
                <li key={source.id}>
                  <Button
                    ref={source.id === current ? bringIntoSight : undefined}
                    className={styles['source'] ?? ''}
                    aria-current={source.id === current ? 'true' : undefined}
                    onPress={() => {
                      navigation.go({ view: 'reader', sourceId: source.id });
                      onOpen();
                    }}
                  >
                    <span className={styles['sourceTitle']} lang={source.language || undefined}>
                      {source.title}
                    </span>
                    <span className={styles['count']}>
                      {segments.get(source.id)?.length ?? 0}
                      <span className="visually-hidden"> {t('sources.segments')}</span>
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
