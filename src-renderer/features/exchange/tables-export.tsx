import { useTranslation } from 'react-i18next';
import { exportTable, exportWorkbook, tableKinds, type TableKind } from '../../application/export-tables';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui';
import styles from './exchange.module.css';
import { useFinish } from './use-finish';

/** Everything countable as tables: each alone, or all in one workbook. */
export function TablesExport() {
  const { t } = useTranslation('exchange');
  const state = useProjectState();
  const session = useSession();
  const services = useServices();
  const finish = useFinish();
  const language = useLanguage();
  const options = { language, countryName: (key: string) => countryName(key, language) };
  const inWorkbook = { ...options, sheetName: (kind: TableKind) => t(`tables.kinds.${kind}`) };
  /** How many rows, where that is known without making the table. */
  const counts: { readonly [kind in TableKind]?: number } = {
    segments: state.segments.size,
    tidy: [...state.segments.values()].reduce((sum, { tags }) => sum + tags.length, 0),
    sources: state.sources.size,
    memos: state.memos.size,
  };
  return (
    <>
      <p className={styles['about']}>{t('tables.text')}</p>
      <ul className={styles['tables']}>
        {tableKinds.map((kind) => {
          const name = t(`tables.kinds.${kind}`);
          const count = counts[kind];
          return (
            <li key={kind}>
              <div>
                <h3>{name}</h3>
                <p className={styles['hint']}>
                  {count !== undefined && <span>{t('tables.rows', { count })} </span>}
                  {t(`tables.about.${kind}`)}
                </p>
              </div>
              <div className={styles['buttons']}>
                <Button
                  aria-label={t('tables.csvNamed', { name })}
                  onPress={() => void finish(exportTable(session, services, kind, options))}
                >
                  CSV
                </Button>
                <Button
                  aria-label={t('tables.xlsxNamed', { name })}
                  onPress={() => void finish(exportWorkbook(session, services, [kind], inWorkbook))}
                >
                  Excel
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={styles['foot']}>
        <Button
          kind="primary"
          onPress={() => void finish(exportWorkbook(session, services, tableKinds, inWorkbook))}
        >
          {t('tables.all')}
        </Button>
      </div>
    </>
  );
}
