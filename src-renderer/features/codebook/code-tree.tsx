import { ChevronRight, GripVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  isTextDropItem,
  Tree,
  TreeItem as AriaTreeItem,
  TreeItemContent,
  useDragAndDrop,
  type Key,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../application/react/context';
import { moveCode } from '../../domain/codebook/move-code';
import { codesUnder } from '../../domain/codebook/tree';
import type { CodeId } from '../../domain/model/ids';
import { CodeGlyph, EmptyState } from '../../ui';
import styles from './codebook.module.css';
import type { TreeItem } from './tree-items';

export interface CodeTreeProps {
  readonly tree: readonly TreeItem[];
  readonly counts: ReadonlyMap<CodeId, number>;
  readonly selected: CodeId | undefined;
  readonly onSelect: (id: CodeId) => void;
  /** While searching everything found stands open. */
  readonly isFiltered: boolean;
}

const CODE_TYPE = 'parallax-code';

export function CodeTree({ tree, counts, selected, onSelect, isFiltered }: CodeTreeProps) {
  const { t } = useTranslation('codebook');
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const folders = useMemo(() => foldersOf(tree), [tree]);
  const expanded = isFiltered ? folders : folders.filter((id) => !closed.has(id));
  const { dragAndDropHooks } = useCodeMoves();

  return (
    <Tree
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
  );
}

function Row({ item, counts }: { item: TreeItem; counts: ReadonlyMap<CodeId, number> }) {
  const { t } = useTranslation('codebook');
  const own = item.code ? (counts.get(item.code.id) ?? 0) : 0;
  const all = own + sumBelow(item, counts);
  return (
    <AriaTreeItem id={item.id} textValue={item.label} className={styles['row'] ?? ''}>
      <TreeItemContent>
        {({ hasChildItems, allowsDragging, level }) => (
          <div className={styles['rowContent']} style={{ paddingInlineStart: (level - 1) * 16 }}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles['chevron'] ?? ''}>
                <ChevronRight aria-hidden />
              </Button>
            ) : (
              <span className={styles['chevron']} />
            )}
            {item.code?.codable && <CodeGlyph code={item.code} />}
            <span className={item.code?.codable ? styles['name'] : styles['folderName']}>{item.label}</span>
            {item.code?.shortcut && <kbd className={styles['shortcut']}>{item.code.shortcut}</kbd>}
            {all > 0 && (
              <span className={styles['count']} aria-label={t('segments', { count: all })}>
                {all}
              </span>
            )}
            {allowsDragging && item.code?.parentId && (
              <Button
                slot="drag"
                className={styles['grip'] ?? ''}
                aria-label={t('drag', { code: item.label })}
              >
                <GripVertical aria-hidden />
              </Button>
            )}
          </div>
        )}
      </TreeItemContent>
      <Collection items={item.children}>{(child) => <Row item={child} counts={counts} />}</Collection>
    </AriaTreeItem>
  );
}

const sumBelow = (item: TreeItem, counts: ReadonlyMap<CodeId, number>): number =>
  item.children.reduce(
    (sum, child) => sum + (counts.get(child.code?.id ?? '') ?? 0) + sumBelow(child, counts),
    0,
  );

const foldersOf = (items: readonly TreeItem[]): readonly string[] =>
  items.flatMap((item) => (item.children.length > 0 ? [item.id, ...foldersOf(item.children)] : []));

/** Moving codes by mouse, and by keyboard through the grip: onto a code makes it a child, between codes orders them. */
function useCodeMoves() {
  const state = useProjectState();
  const session = useSession();
  const move = (codeId: CodeId, targetKey: string, position: 'on' | 'before' | 'after') => {
    const family = state.families.get(targetKey);
    const target = state.codes.get(targetKey);
    if (family) {
      session.attempt(
        moveCode(session.state, { codeId, familyId: family.id, parentId: null }, session.stamp),
      );
    } else if (target && position === 'on') {
      const to = { codeId, familyId: target.familyId, parentId: target.id };
      session.attempt(moveCode(session.state, to, session.stamp));
    } else if (target) {
      const siblings = codesUnder(state, target.familyId, target.parentId).filter(({ id }) => id !== codeId);
      const index = siblings.findIndex(({ id }) => id === target.id) + (position === 'after' ? 1 : 0);
      const to = { codeId, familyId: target.familyId, parentId: target.parentId, index };
      session.attempt(moveCode(session.state, to, session.stamp));
    }
  };
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [CODE_TYPE]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [CODE_TYPE],
    getDropOperation: (target) => (target.type === 'item' ? 'move' : 'cancel'),
    async onItemDrop({ items, target }) {
      for (const item of items.filter(isTextDropItem)) {
        move(await item.getText(CODE_TYPE), String(target.key), 'on');
      }
    },
    onReorder({ keys, target }) {
      for (const key of keys) move(String(key), String(target.key), target.dropPosition);
    },
  });
}
