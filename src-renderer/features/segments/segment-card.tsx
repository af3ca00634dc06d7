import { NotebookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../application/react/context';
import { codesInOrder } from '../../domain/codebook/tree';
import { labelIn } from '../../domain/model/language';
import type { CodedSegment } from '../../domain/model/segment';
import type { Source } from '../../domain/model/source';
import { excerpt } from '../../domain/text/graphemes';
import { useLanguage } from '../../i18n/use-language';
import { CodeChip, codeColors } from '../../ui';
import styles from './segments.module.css';

export interface SegmentCardProps {
  readonly segment: CodedSegment;
  readonly source: Source;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** A coded passage: its words, its codes in the order of the codebook, and how sure who was. */
export function SegmentCard({ segment, source, isCurrent, onFocus, onOpen }: SegmentCardProps) {
  const { t } = useTranslation('segments');
  const language = useLanguage();
  const state = useProjectState();
  const coder = state.coders.get(segment.coderId);
  const memo = segment.memoId ? state.memos.get(segment.memoId) : undefined;
  const codes = codesInOrder(state).filter(({ id }) => segment.tags.includes(id));
  const words = excerpt(segment.quote);
  const about = [
    coder?.name,
    segment.certainty === 'unsure' && t('certainty.unsure'),
    segment.stance !== 'asserts' && t(`stance.${segment.stance}`),
    words !== segment.quote && t('common:characters', { count: segment.characters }),
  ].filter(Boolean);

  return (
    <div
      role="link"
      tabIndex={isCurrent ? 0 : -1}
      className={styles['card']}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span className={styles['stripe']} aria-hidden>
        {codes.map(({ id, color }) => (
          <span key={id} style={{ background: codeColors(color).edge }} />
        ))}
      </span>
      <p className={styles['quote']} lang={source.language || undefined} dir="auto">
        {words}
      </p>
      {memo?.plainText && (
        <p className={styles['memo']}>
          <NotebookText aria-label={t('memo')} />
          <span>{excerpt(memo.plainText)}</span>
        </p>
      )}
      <div className={styles['foot']}>
        <div className={styles['codes']}>
          {codes.map((code) => (
            <CodeChip key={code.id} code={code} label={labelIn(code.labels, language) || code.key} />
          ))}
        </div>
        <p className={styles['about']}>{about.join(' · ')}</p>
      </div>
    </div>
  );
}
