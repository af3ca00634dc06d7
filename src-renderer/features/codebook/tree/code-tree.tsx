import { ChevronRight, GripVertical } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem as AriaTreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { ancestorsOf } from '../../../domain/codebook/tree';
import { CodeGlyph, EmptyState } from '../../../ui';
import styles from '../codebook.module.css';
import type { CodeCounts, TreeItem } from './tree-items';
import { useCodeMoves } from './use-code-moves';

export interface CodeTreeProps {
  readonly tree: readonly TreeItem[];
  readonly counts: CodeCounts;
  /** Id of the chosen row. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  /** While searching everything found stands open. */
  readonly isFiltered: boolean;
}

/** As in the style sheet: only the rows in sight are drawn. */
const ROW_HEIGHT = 30;
const PADDING = 12;

export function CodeTree({ tree, counts, selected, onSelect, isFiltered }: CodeTreeProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const open = (ids: readonly Key[]) =>
    setClosed((now) => new Set([...now].filter((id) => !ids.includes(id))));
  const folders = useMemo(() => foldersOf(tree), [tree]);
  const expanded = isFiltered ? folders : folders.filter((id) => !closed.has(id));
  const dragAndDropHooks = useCodeMoves((target) => open([target]));
  const box = useRef<HTMLDivElement>(null);

  // What was just chosen or made elsewhere must be in sight: the way to it opens.
  const [shown, setShown] = useState(selected);
  if (selected !== shown) {
    setShown(selected);
    if (selected) {
      const code = state.codes.get(selected);
      open([...ancestorsOf(state, selected).map(({ id }) => id), ...(code ? [code.familyId] : [])]);
    }
  }
  const position = selected ? rowsInSight(tree, new Set(expanded)).indexOf(selected) : -1;
  useEffect(() => {
    if (box.current && position >= 0) scrollTo(box.current, PADDING + position * ROW_HEIGHT);
    // Not when the tree moves around a code that stays chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_HEIGHT, padding: PADDING }}>
      <Tree
        ref={box}
        aria-label={t('title')}
        className={styles['tree'] ?? ''}
        items={tree}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onSelect(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setClosed(new Set(folders.filter((id) => !keys.has(id))))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <EmptyState title={t('common:nothingFound')} />}
      >
        {(item) => <Row item={item} counts={counts} />}
      </Tree>
    </Virtualizer>
  );
}

function Row({ item, counts }: { item: TreeItem; counts: CodeCounts }) {
  const { t } = useTranslation('codebook');
  const { code } = item;
  const count = counts.all.get(item.id) ?? 0;
  return (
    <AriaTreeItem id={item.id} textValue={item.label} className={styles['row'] ?? ''}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className={styles['rowContent']} style={{ paddingInlineStart: (level - 1) * 16 }}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles['chevron'] ?? ''}>
                <ChevronRight aria-hidden />
              </Button>
            ) : (
              <span className={styles['chevron']} />
            )}
            {code?.codable && <CodeGlyph code={code} />}
            <span className={code?.codable ? styles['name'] : styles['folderName']} title={item.label}>
              {item.label}
            </span>
            {code?.shortcut && <kbd className={styles['shortcut']}>{code.shortcut}</kbd>}
            <span className={styles['count']} aria-label={count > 0 ? t('segments', { count }) : undefined}>
              {count > 0 && count}
            </span>
            <Button
              slot="drag"
              isDisabled={!code}
              className={styles['grip'] ?? ''}
              aria-label={t('drag', { code: item.label })}
            >
              <GripVertical aria-hidden />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={item.children}>{(child) => <Row item={child} counts={counts} />}</Collection>
    </AriaTreeItem>
  );
}

/** Ids of the rows that stand open to sight, from top to bottom. */
const rowsInSight = (items: readonly TreeItem[], expanded: ReadonlySet<string>): readonly string[] =>
  items.flatMap((item) => [item.id, ...(expanded.has(item.id) ? rowsInSight(item.children, expanded) : [])]);

/** Brings a row into the box, moving no more than it must. */
function scrollTo(box: HTMLElement, top: number): void {
  const bottom = top + ROW_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}

const foldersOf = (items: readonly TreeItem[]): readonly string[] =>
  items.flatMap((item) => (item.children.length > 0 ? [item.id, ...foldersOf(item.children)] : []));
