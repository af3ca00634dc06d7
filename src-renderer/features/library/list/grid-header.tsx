import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui';
import { useLibraryLook, useLibraryStore } from '../library-store';
import type { ListLine } from './arrange';
import type { Column } from './columns';
import styles from './grid.module.css';
import { chooseAll, chooseNone } from './selection';

export interface GridHeaderProps {
  readonly columns: readonly Column[];
  readonly lines: readonly ListLine[];
}

/** Names of the columns; pressing one sorts by it, pressing it again turns the order round. */
export function GridHeader({ columns, lines }: GridHeaderProps) {
  const { t } = useTranslation('library');
  const store = useLibraryStore();
  const sort = useLibraryLook((look) => look.sort);
  const chosen = useLibraryLook((look) => look.selection.ids);
  const row = useRef<HTMLDivElement>(null);
  const isSome = lines.some((line) => line.ids.some((id) => chosen.has(id)));
  const isAll = isSome && lines.every((line) => line.ids.every((id) => chosen.has(id)));
  const tabStop = columns.some(({ id }) => id === sort.column) ? sort.column : columns[0]?.id;

  const press = (column: Column) =>
    store.setState(({ sort: before }) => ({
      sort: {
        column: column.id,
        // Figures are looked at from the largest down.
        descending: before.column === column.id ? !before.descending : column.numeric,
      },
    }));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(row.current?.querySelectorAll<HTMLElement>('[data-sort]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  };

  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['line']} ref={row} onKeyDown={onKeyDown}>
        <div role="columnheader" aria-colindex={1} className={styles['check']}>
          <Checkbox
            label={t('selectAll')}
            isSelected={isAll}
            isIndeterminate={isSome && !isAll}
            onChange={(all) =>
              store.setState(({ selection }) => ({
                selection: all ? chooseAll(selection, lines) : chooseNone(selection),
              }))
            }
          />
        </div>
        {columns.map((column, index) => {
          const isSorted = column.id === sort.column;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={styles['headCell']}
              data-numeric={column.numeric || undefined}
              data-title={column.id === 'title' || undefined}
            >
              <button
                type="button"
                data-sort
                tabIndex={column.id === tabStop ? 0 : -1}
                onClick={() => press(column)}
              >
                <span>{column.label}</span>
                {isSorted && <Arrow aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
