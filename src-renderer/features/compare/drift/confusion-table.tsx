import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import type { Confusion, Confusions } from '../../../domain/agreement/drift/confusions';
import type { CodeId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { CodeChip } from '../../../ui';
import { useNumbers } from './use-numbers';
import styles from './drift.module.css';

export interface ConfusionTableProps {
  readonly found: Confusions;
  readonly open: Confusion | undefined;
  readonly onOpen: (codes: { readonly first: CodeId; readonly second: CodeId | null }) => void;
}

/** Codes and what the other coder gave in their place, the most characters first. */
export function ConfusionTable({ found, open, onOpen }: ConfusionTableProps) {
  const { t } = useTranslation('drift');
  const state = useProjectState();
  const numbers = useNumbers();
  const coderName = (id: string) => state.coders.get(id)?.name ?? '';
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('column.codes')}</th>
            <th scope="col">{t('column.coders')}</th>
            <th scope="col" className={styles['number']}>
              {t('column.passages')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('column.characters')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('column.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.confusions.map((confusion) => {
            const { first, second, passages, characters, share, pairs } = confusion;
            return (
              <tr key={`${first} ${second}`}>
                <th scope="row">
                  <Button
                    className={styles['codes'] ?? ''}
                    aria-pressed={confusion === open}
                    onPress={() => onOpen({ first, second })}
                  >
                    <CodeName id={first} />
                    <span>↔</span>
                    <CodeName id={second} />
                  </Button>
                </th>
                <td>
                  <ul className={styles['pairs']}>
                    {pairs.map(({ coders, characters: own }) => (
                      <li key={coders.join()}>
                        {t('pair', {
                          first: coderName(coders[0]),
                          second: coderName(coders[1]),
                          characters: numbers.count(own),
                        })}
                      </li>
                    ))}
                  </ul>
                </td>
                <td className={styles['number']}>{numbers.count(passages.length)}</td>
                <td className={styles['number']}>{numbers.count(characters)}</td>
                <td className={styles['number']}>
                  <span className={styles['bar']} aria-hidden>
                    <span style={{ width: `${Math.max(1, share * 100)}%` }} />
                  </span>
                  <span className={styles['share']}>{numbers.percent(share)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles['caption']}>
        {t('confused.of', { count: found.sources, characters: numbers.count(found.coded) })}
      </p>
    </div>
  );
}

/** A code, or the words for nothing. */
export function CodeName({ id }: { id: CodeId | null }) {
  const { t } = useTranslation('drift');
  const { codes } = useProjectState();
  const language = useLanguage();
  const code = id === null ? undefined : codes.get(id);
  if (!code) return <span className={styles['nothing']}>{t('nothing')}</span>;
  return <CodeChip code={code} label={labelIn(code.labels, language) || code.key} />;
}
