import { Check } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../domain/model/source';
import { suggestionFor } from '../../../domain/sources/suggestions';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import type { ListLine } from './arrange';
import type { Column } from './columns';
import styles from './grid.module.css';

interface RowProps {
  readonly index: number;
  readonly isChosen: boolean;
  readonly isActive: boolean;
}

/** What every line shares: its place, whether it is chosen, and the box that chooses it. */
function rowProps({ index, isChosen, isActive }: RowProps) {
  return {
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': isChosen,
    tabIndex: isActive ? 0 : -1,
    'data-index': index,
    style: { insetBlockStart: `calc(${index} * var(--grid-line))` },
  } as const;
}

function CheckCell() {
  return (
    <div role="gridcell" aria-colindex={1} className={styles['check']} data-check>
      <span className={styles['checkBox']} aria-hidden>
        <Check />
      </span>
    </div>
  );
}

export const SourceRow = memo(function SourceRow({
  source,
  columns,
  ...row
}: RowProps & { source: Source; columns: readonly Column[] }) {
  const language = useLanguage();
  const suggestion = suggestionFor(source);
  const guesses: Record<string, string> = {
    country: countryName(suggestion.country, language),
    date: suggestion.date,
  };
  return (
    <div {...rowProps(row)} className={styles['line']}>
      <CheckCell />
      {columns.map((column, index) => {
        const text = column.text(source);
        return (
          <div
            key={column.id}
            role={column.id === 'title' ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 2}
            className={styles['cell']}
            data-numeric={column.numeric || undefined}
            data-title={column.id === 'title' || undefined}
            lang={column.id === 'title' && source.language ? source.language : undefined}
            title={text}
          >
            {text || (guesses[column.id] ? <Guess text={guesses[column.id] ?? ''} /> : '')}
          </div>
        );
      })}
    </div>
  );
});

/** What the file's name suggests, until somebody says so. */
function Guess({ text }: { text: string }) {
  const { t } = useTranslation('library');
  return (
    <span className={styles['guess']} title={t('guessed')}>
      {text}?
    </span>
  );
}

export const GroupRow = memo(function GroupRow({
  line,
  span,
  ...row
}: RowProps & { line: Extract<ListLine, { kind: 'group' }>; span: number }) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  return (
    <div {...rowProps(row)} className={styles['line']} data-group>
      <CheckCell />
      <div role="rowheader" aria-colindex={2} aria-colspan={span} className={styles['groupName']}>
        <strong>{line.country ? countryName(line.country, language) : t('noCountry')}</strong>
        <span>{t('count', { count: line.ids.length })}</span>
      </div>
    </div>
  );
});
