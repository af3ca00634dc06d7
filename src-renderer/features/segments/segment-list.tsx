import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../application/react/context';
import type { SegmentId } from '../../domain/model/ids';
import type { CodedSegment } from '../../domain/model/segment';
import { listRows } from './list-rows';
import { SegmentCard } from './segment-card';
import { SourceHeading } from './source-heading';
import styles from './segments.module.css';

const HEADING_HEIGHT = 44;
const SEGMENT_HEIGHT = 112;

export interface SegmentListProps {
  readonly segments: readonly CodedSegment[];
  /** The segment to begin at: the one that was opened last. */
  readonly start: SegmentId | undefined;
  readonly onOpen: (segment: CodedSegment) => void;
}

/** Segments by source; only those in sight are in the document. Arrows move, Enter opens the passage. */
export function SegmentList({ segments, start, onOpen }: SegmentListProps) {
  const { t } = useTranslation('segments');
  const { sources } = useProjectState();
  const list = useMemo(() => listRows({ sources }, segments), [sources, segments]);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(start);
  const isSegment = (index: number) => list[index]?.kind === 'segment';
  const found = list.findIndex((row) => row.kind === 'segment' && row.segment.id === active);
  const current = found >= 0 ? found : list.findIndex(({ kind }) => kind === 'segment');
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isSegment(index) ? SEGMENT_HEIGHT : HEADING_HEIGHT),
    getItemKey: (index) => {
      const row = list[index];
      return row ? `${row.kind} ${row.kind === 'segment' ? row.segment.id : row.source.id}` : index;
    },
    scrollPaddingStart: HEADING_HEIGHT,
    overscan: 6,
  });

  const move = (index: number, align?: 'center') => {
    const row = list[index];
    if (row?.kind !== 'segment') return;
    setActive(row.segment.id);
    rows.scrollToIndex(index, align && { align });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [role=link]`)?.focus(),
    );
  };
  /** The nearest segment from a row on, in one direction, within the list. */
  const nearest = (from: number, step: 1 | -1): number => {
    let index = Math.max(0, Math.min(list.length - 1, from));
    while (index >= 0 && index < list.length && !isSegment(index)) index += step;
    return isSegment(index) ? index : current;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => number> = {
      ArrowDown: () => nearest(current + 1, 1),
      ArrowUp: () => nearest(current - 1, -1),
      PageDown: () => nearest(current + 6, 1),
      PageUp: () => nearest(current - 6, -1),
      Home: () => nearest(0, 1),
      End: () => nearest(list.length - 1, -1),
    };
    const row = list[current];
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      move(step());
    } else if (event.key === 'Enter' && row?.kind === 'segment') {
      event.preventDefault();
      onOpen(row.segment);
    }
  };
  // Only on arrival: the list comes back to where it was left.
  useEffect(() => {
    if (start && found >= 0) requestAnimationFrame(() => move(found, 'center'));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const first = rows.range?.startIndex ?? 0;
  const top = list.findLast((row, index) => row.kind === 'source' && index <= first);
  return (
    <div className={styles['scroller']} ref={scroller}>
      {top?.kind === 'source' && <SourceHeading source={top.source} count={top.count} isPinned />}
      <div
        role="list"
        aria-label={t('title')}
        className={styles['list']}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {rows.getVirtualItems().map(({ index, key, start: y }) => {
          const row = list[index];
          return row ? (
            <div
              key={key}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={list.length}
              ref={rows.measureElement}
              data-index={index}
              data-last={index === list.length - 1 || list[index + 1]?.kind === 'source' || undefined}
              className={styles['item']}
              style={{ transform: `translateY(${y}px)` }}
            >
              {row.kind === 'source' ? (
                <SourceHeading source={row.source} count={row.count} />
              ) : (
                <SegmentCard
                  segment={row.segment}
                  source={row.source}
                  isCurrent={index === current}
                  onFocus={() => setActive(row.segment.id)}
                  onOpen={() => onOpen(row.segment)}
                />
              )}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
