import { useState, type ReactNode } from 'react';
import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, FoldHeading } from '../../../ui';
import styles from './import-codebook.module.css';

/** A codebook may have ten thousand codes: rows come in lots of so many. */
const LOT = 200;

export interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactNode;
}

/** A list, and a button for more of it where it is long. */
export function Rows<Row>({ rows, children }: RowsProps<Row>) {
  const { t } = useTranslation('codebook-import');
  const [shown, setShown] = useState(LOT);
  const rest = rows.length - shown;
  return (
    <>
      <ul className={styles['rows']}>{rows.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <div>
          <Button onPress={() => setShown(shown + LOT)}>
            {t('more', { count: Math.min(LOT, rest), rest })}
          </Button>
        </div>
      )}
    </>
  );
}

export interface FoldProps<Row> extends RowsProps<Row> {
  readonly title: string;
  readonly isOpen?: boolean;
  /** For rows that can be left out: which of them are not, and how to take all or none. */
  readonly choice?: {
    readonly count: number;
    readonly taken: number;
    readonly onChange: (isTaken: boolean) => void;
  };
}

/** A list under a heading that opens and closes it; nothing where there are no rows. */
export function Fold<Row>({ title, isOpen = false, choice, rows, children }: FoldProps<Row>) {
  const { t } = useTranslation('codebook-import');
  if (rows.length === 0) return null;
  return (
    <Disclosure defaultExpanded={isOpen} className={styles['section'] ?? ''}>
      {({ isExpanded }) => (
        <>
          <div className={styles['foldHead']}>
            <FoldHeading level={3} isLoud>
              {title}
            </FoldHeading>
            {choice && choice.count > 1 && (
              <Checkbox
                label={t('allOf', { title })}
                isSelected={choice.taken > 0}
                isIndeterminate={choice.taken > 0 && choice.taken < choice.count}
                onChange={() => choice.onChange(choice.taken < choice.count)}
              >
                {t('all')}
              </Checkbox>
            )}
          </div>
          <DisclosurePanel>{isExpanded && <Rows rows={rows}>{children}</Rows>}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
