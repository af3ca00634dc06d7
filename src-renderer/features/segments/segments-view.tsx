import { Download } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenState } from '../../application/react/blind';
import { useNavigation, usePlace, useServices, useSession } from '../../application/react/context';
import { exportSegmentsCsv } from '../../application/export';
import type { CodedSegment } from '../../domain/model/segment';
import { filterSegments, type SegmentFilter } from '../../domain/retrieval/filter';
import { useLanguage } from '../../i18n/use-language';
import { Button, EmptyState, Page, toast } from '../../ui';
import { FilterBar } from './filter-bar';
import { SegmentList } from './segment-list';

/** Every coded segment, filtered; one step from each to its place in the text. */
export function SegmentsView() {
  const { t } = useTranslation('segments');
  const state = useSeenState();
  const session = useSession();
  const { platform } = useServices();
  const language = useLanguage();
  const navigation = useNavigation();
  const place = usePlace();
  const { query = {}, segmentId } = place.view === 'segments' ? place : {};
  const filter = (next: SegmentFilter) => navigation.replace({ view: 'segments', query: next });
  // Typing stays quick while the list of many thousands catches up.
  const deferred = useDeferredValue(query);
  const segments = useMemo(() => filterSegments(state, deferred), [state, deferred]);
  const [isSaving, setIsSaving] = useState(false);
  const total = state.segments.size;

  const open = ({ id, sourceId }: CodedSegment) => {
    navigation.replace({ view: 'segments', query, segmentId: id });
    navigation.go({ view: 'reader', sourceId, segmentId: id });
  };
  const save = async () => {
    setIsSaving(true);
    const saved = await exportSegmentsCsv(session, platform, language, segments);
    setIsSaving(false);
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };

  return (
    <Page
      title={t('title')}
      subtitle={
        segments.length === total ? t('all', { count: total }) : t('some', { count: segments.length, total })
      }
      actions={
        <Button isDisabled={segments.length === 0 || isSaving} onPress={() => void save()}>
          <Download aria-hidden />
          {t('saveCsv')}
        </Button>
      }
      toolbar={<FilterBar query={query} onChange={filter} />}
      scrollsItself
    >
      {segments.length > 0 ? (
        <SegmentList segments={segments} start={segmentId} onOpen={open} />
      ) : total === 0 ? (
        <EmptyState
          title={t('empty.title')}
          action={<Button onPress={() => navigation.go({ view: 'reader' })}>{t('empty.action')}</Button>}
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <EmptyState
          title={t('none.title')}
          action={<Button onPress={() => filter({})}>{t('none.action')}</Button>}
        />
      )}
    </Page>
  );
}
