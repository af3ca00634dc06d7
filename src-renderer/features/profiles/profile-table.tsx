import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../application/navigation';
import { labelIn } from '../../domain/model/language';
import type { FramingProfile } from '../../domain/profile/profile';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { CodeGlyph } from '../../ui';
import styles from './profiles.module.css';
import { useNumbers } from './use-numbers';

export interface ProfileTableProps {
  readonly profile: FramingProfile;
  /** The figure whose passages are shown. */
  readonly evidence: Evidence | undefined;
  readonly onSelect: (country: string, codeId: string) => void;
}

/** The figures of the chart as a table; each opens its passages. */
export function ProfileTable({ profile, evidence, onSelect }: ProfileTableProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const numbers = useNumbers();
  const nameOf = (id: string) =>
    labelIn(profile.columns.find((code) => code.id === id)?.labels ?? {}, language);
  return (
    <section>
      <h2 className={styles['heading']}>{t('table.title')}</h2>
      <div className={styles['tableBox']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('table.country')}</th>
              {profile.columns.map((code) => (
                <th key={code.id} scope="col" className={styles['number']}>
                  <span className={styles['columnName']}>
                    <CodeGlyph code={code} size={12} />
                    {labelIn(code.labels, language) || code.key}
                  </span>
                </th>
              ))}
              <th scope="col" className={styles['number']}>
                {t('table.n', { unit: t(`unit.${profile.unit}`) })}
              </th>
              <th scope="col" className={styles['number']}>
                {t('table.sources')}
              </th>
              <th scope="col">{t('table.assigned')}</th>
            </tr>
          </thead>
          <tbody>
            {profile.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{countryName(row.key, language) || t('noCountry')}</th>
                {row.status === 'no-data' ? (
                  <td colSpan={profile.columns.length} className={styles['none']}>
                    {t('noData')}
                  </td>
                ) : (
                  row.cells.map((cell) => (
                    <td key={cell.codeId} className={styles['number']}>
                      <Button
                        className={styles['cell'] ?? ''}
                        isDisabled={cell.value === 0}
                        aria-pressed={evidence?.country === row.key && evidence.codeId === cell.codeId}
                        aria-label={t('table.cell', {
                          country: countryName(row.key, language),
                          code: nameOf(cell.codeId),
                          value: numbers.count(cell.value),
                          share: numbers.percent(cell.share ?? 0),
                        })}
                        onPress={() => onSelect(row.key, cell.codeId)}
                      >
                        <span className={styles['share']}>{numbers.percent(cell.share ?? 0)}</span>
                        <span className={styles['value']}>{numbers.count(cell.value)}</span>
                      </Button>
                    </td>
                  ))
                )}
                <td className={styles['number']}>{row.status === 'no-data' ? '–' : numbers.count(row.n)}</td>
                <td className={styles['number']}>
                  {t('table.ofSources', {
                    coded: numbers.count(row.sourcesCoded),
                    sources: numbers.count(row.sources),
                  })}
                </td>
                <td className={styles['assigned']}>
                  {row.judgement ? nameOf(row.judgement.codeId) : t('table.notAssigned')}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('table.all')}</th>
              {profile.total.cells.map((cell) => (
                <td key={cell.codeId} className={styles['number']}>
                  {profile.total.n > 0 && (
                    <span className={styles['cell']}>
                      <span className={styles['share']}>{numbers.percent(cell.share ?? 0)}</span>
                      <span className={styles['value']}>{numbers.count(cell.value)}</span>
                    </span>
                  )}
                </td>
              ))}
              <td className={styles['number']}>{numbers.count(profile.total.n)}</td>
              <td className={styles['number']}>
                {t('table.ofSources', {
                  coded: numbers.count(profile.total.sourcesCoded),
                  sources: numbers.count(profile.total.sources),
                })}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles['caption']}>{t('table.caption')}</p>
    </section>
  );
}
