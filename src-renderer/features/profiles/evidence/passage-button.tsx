import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import type { CodedSegment } from '../../../domain/model/segment';
import { excerpt } from '../../../domain/text/graphemes';
import styles from '../profiles.module.css';

/** A passage behind a figure; pressing it opens the text there. */
export function PassageButton({ segment, onOpen }: { segment: CodedSegment; onOpen: () => void }) {
  const { t } = useTranslation('segments');
  const state = useProjectState();
  const source = state.sources.get(segment.sourceId);
  const words = excerpt(segment.quote);
  const about = [
    source?.date,
    state.coders.get(segment.coderId)?.name,
    segment.certainty === 'unsure' && t('certainty.unsure'),
    segment.stance !== 'asserts' && t(`stance.${segment.stance}`),
    words !== segment.quote && t('common:characters', { count: segment.characters }),
  ].filter(Boolean);
  return (
    <Button className={styles['passage'] ?? ''} data-segment={segment.id} onPress={onOpen}>
      <span className={styles['quote']} lang={source?.language || undefined} dir="auto">
        {words}
      </span>
      <span className={styles['about']}>
        <strong>{source?.title}</strong>
        <span>{about.join(' · ')}</span>
      </span>
    </Button>
  );
}
