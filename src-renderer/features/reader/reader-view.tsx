import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, usePlace, useProject } from '../../application/react/context';
import type { SessionSnapshot } from '../../application/session';
import { Button, EmptyState } from '../../ui';
import { sourcesByCountry } from './panels/source-groups';
import { ReaderPane } from './reader-pane';

const sourcesOf = (snapshot: SessionSnapshot) => snapshot.state.sources;

/** Reading and coding one source: the one asked for, else the one read last, else the first. */
export function ReaderView() {
  const { t } = useTranslation('reader');
  const navigation = useNavigation();
  const place = usePlace();
  const sources = useProject(sourcesOf);
  const asked = place.view === 'reader' ? place.sourceId : undefined;
  const first = useMemo(() => sourcesByCountry([...sources.values()], '')[0]?.sources[0], [sources]);
  const source = sources.get(asked ?? '') ?? sources.get(navigation.last('reader')?.sourceId ?? '') ?? first;

  useEffect(() => {
    if (source && place.view === 'reader' && asked !== source.id) {
      navigation.replace({ view: 'reader', sourceId: source.id });
    }
  }, [asked, source, place, navigation]);

  if (source) return <ReaderPane source={source} />;
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Button kind="primary" onPress={() => navigation.go({ view: 'library' })}>
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
