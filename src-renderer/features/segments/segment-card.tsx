import { NotebookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../application/react/context';
import { labelIn } from '../../domain/model/language';
import type { CodedSegment } from '../../domain/model/segment';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { CodeChip } from '../../ui';
import styles from './segments.module.css';

export interface SegmentCardProps {
  readonly segment: CodedSegment;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

export function SegmentCard({ segment, isCurrent, onFocus, onOpen }: SegmentCardProps) {
  const { t } = useTranslation('segments');
  const language = useLanguage();
  const state = useProjectState();
  const source = state.sources.get(segment.sourceId);
  const coder = state.coders.get(segment.coderId);
  const memo = segment.memoId ? state.memos.get(segment.memoId) : undefined;
  const codes = segment.tags.map((tag) => state.codes.get(tag)).filter((code) => code !== undefined);
  const about = [
    source?.country && countryName(source.country, language),
    source?.date,
    coder?.name,
    segment.certainty === 'unsure' && t('certainty.unsure'),
    segment.stance !== 'asserts' && t(`stance.${segment.stance}`),
    t('characters', { count: segment.characters }),
  ].filter(Boolean);

  return (
    <div
      role="link"
      tabIndex={isCurrent ? 0 : -1}
      className={styles['card']}
      style={{ borderInlineStartColor: codes[0]?.color }}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <p className={styles['quote']} lang={source?.language || undefined} dir="auto">
        {segment.quote}
      </p>
      <div className={styles['codes']}>
        {codes.map((code) => (
          <CodeChip key={code.id} code={code} label={labelIn(code.labels, language) || code.key} />
        ))}
      </div>
      {memo?.plainText && (
        <p className={styles['memo']}>
          <NotebookText aria-label={t('memo')} />
          {memo.plainText}
        </p>
      )}
      <p className={styles['about']}>
        <strong>{source?.title}</strong>
        {about.map((part) => (
          <span key={String(part)}>{part}</span>
        ))}
      </p>
    </div>
  );
}
