import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../application/react/context';
import type { CodedSegment } from '../../domain/model/segment';
import { SegmentCard } from './segment-card';
import styles from './segments.module.css';

const ESTIMATED_HEIGHT = 118;

/** Segments as cards; only those in sight are in the document. Arrows move, Enter opens the passage. */
export function SegmentList({ segments }: { segments: readonly CodedSegment[] }) {
  const { t } = useTranslation('segments');
  const navigation = useNavigation();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, segments.length - 1);
  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => segments[index]?.id ?? index,
    overscan: 6,
  });

  const open = (segment: CodedSegment | undefined) => {
    if (segment) navigation.go({ view: 'reader', sourceId: segment.sourceId, segmentId: segment.id });
  };
  const move = (index: number) => {
    const next = Math.max(0, Math.min(segments.length - 1, index));
    setActive(next);
    rows.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] [role=link]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 8,
      PageUp: current - 8,
      Home: 0,
      End: segments.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      move(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(segments[current]);
    }
  };

  return (
    <div className={styles['scroller']} ref={scroller}>
      <div
        role="list"
        aria-label={t('title')}
        className={styles['list']}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {rows.getVirtualItems().map((row) => {
          const segment = segments[row.index];
          return segment ? (
            <div
              key={row.key}
              role="listitem"
              aria-posinset={row.index + 1}
              aria-setsize={segments.length}
              ref={rows.measureElement}
              data-index={row.index}
              className={styles['item']}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <SegmentCard
                segment={segment}
                isCurrent={row.index === current}
                onFocus={() => setActive(row.index)}
                onOpen={() => open(segment)}
              />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
