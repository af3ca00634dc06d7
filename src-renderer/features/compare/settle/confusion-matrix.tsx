import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { confusionOf } from '../../../domain/agreement/settle/confusion';
import type { CodeId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { CodeChip } from '../../../ui';
import styles from './settle.module.css';
import type { Settling } from './use-settle';

export interface ConfusionMatrixProps {
  readonly settling: Settling;
  readonly onCell: (cell: readonly [CodeId | null, CodeId | null]) => void;
}

/** In how many characters each code of the one met each code of the other; a cell lists its passages. */
export function ConfusionMatrix({ settling, onCell }: ConfusionMatrixProps) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const { state, coders, compared, query } = settling;
  const { sourceId, country } = query;
  const { codes, matrix } = useMemo(
    () =>
      confusionOf(
        state,
        coders,
        compared,
        (source) =>
          (sourceId === undefined || source.id === sourceId) &&
          (country === undefined || source.country === country),
      ),
    [state, coders, compared, sourceId, country],
  );
  const [first, second] = coders.map((id) => state.coders.get(id)?.name ?? '');
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const ids: readonly (CodeId | null)[] = [...codes, null];
  const name = (id: CodeId | null) => {
    const code = id === null ? undefined : state.codes.get(id);
    return code ? labelIn(code.labels, language) || code.key : t('noCode');
  };
  const head = (id: CodeId | null) => {
    const code = id === null ? undefined : state.codes.get(id);
    return code ? <CodeChip code={code} label={name(id)} /> : name(id);
  };
  return (
    <div className={styles['matrix']} role="region" aria-label={t('shown.matrix')} tabIndex={0}>
      <table>
        <caption>{t('matrix.caption', { first, second })}</caption>
        <thead>
          <tr>
            <td />
            {ids.map((id) => (
              <th key={id} scope="col">
                {head(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((row, y) => (
            <tr key={row}>
              <th scope="row">{head(row)}</th>
              {ids.map((column, x) => {
                const value = matrix[y]?.[x] ?? 0;
                const isNothing = row === null && column === null;
                return (
                  <td key={column} data-same={x === y || undefined}>
                    {value === 0 || isNothing ? (
                      <span className={styles['muted']}>{number.format(value)}</span>
                    ) : (
                      <Button
                        className={styles['cell'] ?? ''}
                        aria-label={t('matrix.cell', {
                          first: name(row),
                          second: name(column),
                          count: Math.round(value),
                        })}
                        onPress={() => onCell([row, column])}
                      >
                        {number.format(value)}
                      </Button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
