import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibraryLook, useLibraryStore } from '../library-store';
import type { ListLine } from './arrange';
import type { Column } from './columns';
import { GridHeader } from './grid-header';
import { GroupRow, SourceRow } from './grid-rows';
import styles from './grid.module.css';
import { choose, extend, toggle } from './selection';
import { useGridKeys } from './use-grid-keys';
import { useWindow } from './use-window';

/** Height of every line and of the header in CSS pixels, as in grid.module.css. */
const LINE = 36;
const CHECK_WIDTH = 36;

export interface SourceGridProps {
  readonly lines: readonly ListLine[];
  readonly columns: readonly Column[];
  readonly onOpen: (sourceId: string) => void;
  readonly onRemove: () => void;
}

/**
 * The list of sources: a grid in which only the lines in sight exist, so that thousands are as quick
 * as ten. One line has the focus and is always there.
 */
export function SourceGrid({ lines, columns, onOpen, onRemove }: SourceGridProps) {
  const { t } = useTranslation('library');
  const store = useLibraryStore();
  const selection = useLibraryLook((look) => look.selection);
  const reveals = useLibraryLook((look) => look.reveals);
  const box = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const { start, end } = useWindow(box, LINE);

  const indexByKey = useMemo(() => new Map(lines.map(({ key }, index) => [key, index])), [lines]);
  const activeIndex = indexByKey.get(selection.active ?? '') ?? 0;
  const drawn = lines.slice(start, end).map((_, offset) => start + offset);
  if (activeIndex < lines.length && (activeIndex < start || activeIndex >= end)) drawn.push(activeIndex);

  const show = (index: number) => {
    const node = box.current;
    if (!node) return;
    const top = index * LINE;
    const room = node.clientHeight - 2 * LINE;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (top > node.scrollTop + room) node.scrollTop = top - room;
  };

  const onKeyDown = useGridKeys({
    lines,
    activeIndex,
    pageSize: () => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / LINE) - 2),
    onMove: (index) => {
      takesFocus.current = true;
      show(index);
    },
    onOpen,
    onRemove,
  });

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    box.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  });

  // Where the list was scrolled to outlives the view.
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    node.scrollTop = store.getState().scrollTop;
    const note = () => store.setState({ scrollTop: node.scrollTop });
    node.addEventListener('scrollend', note);
    return () => node.removeEventListener('scrollend', note);
  }, [store]);

  const revealed = useRef(reveals);
  useEffect(() => {
    if (revealed.current === reveals) return;
    revealed.current = reveals;
    show(activeIndex);
  }, [reveals, activeIndex]);

  const lineAt = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    return row ? lines[Number(row.dataset['index'])] : undefined;
  };
  const onClick = (event: MouseEvent) => {
    const line = lineAt(event);
    if (!line) return;
    const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null;
    store.setState(({ selection: before }) => ({
      selection: event.shiftKey
        ? extend(before, lines, line)
        : event.metaKey || event.ctrlKey || isCheck
          ? toggle(before, line)
          : choose(line),
    }));
  };
  const onDoubleClick = (event: MouseEvent) => {
    const line = lineAt(event);
    if (line?.kind === 'source') onOpen(line.source.id);
  };

  const widths = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`));
  const layout = {
    '--grid-columns': `${CHECK_WIDTH}px ${widths.join(' ')}`,
    '--grid-width': `${columns.reduce((sum, { width }) => sum + width, CHECK_WIDTH)}px`,
  } as CSSProperties;

  return (
    <div className={styles['box']} ref={box} style={layout}>
      <div
        role="grid"
        className={styles['grid']}
        aria-label={t('sources')}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
      >
        <GridHeader columns={columns} lines={lines} />
        <div
          role="rowgroup"
          className={styles['body']}
          style={{ height: lines.length * LINE }}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          onKeyDown={onKeyDown}
        >
          {drawn.map((index) => {
            const line = lines[index];
            if (!line) return null;
            const isChosen = line.ids.every((id) => selection.ids.has(id));
            const common = { key: line.key, index, isChosen, isActive: index === activeIndex };
            return line.kind === 'group' ? (
              <GroupRow {...common} key={line.key} line={line} span={columns.length} />
            ) : (
              <SourceRow {...common} key={line.key} source={line.source} columns={columns} />
            );
          })}
        </div>
      </div>
    </div>
  );
}
