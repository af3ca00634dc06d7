import { useTranslation } from 'react-i18next';
import { Keys } from '../../../ui';
import { readerKeys } from '../keys/reader-keys';
import styles from './panels.module.css';

/** Nothing is selected: how to begin, and every key of the text. */
export function InspectorHelp() {
  const { t } = useTranslation('reader');
  return (
    <div className={styles['help']}>
      <h2 className={styles['panelTitle']}>{t('help.title')}</h2>
      <p>{t('help.text')}</p>
      {readerKeys.map(({ group, keys }) => (
        <section key={group}>
          <h3 className={styles['groupTitle']}>{t(`help.group.${group}`)}</h3>
          <dl className={styles['keys']}>
            {keys.map(({ name, combinations }) => (
              <div key={name}>
                <dt>{t(`help.key.${name}`)}</dt>
                <dd>
                  {combinations.map((combination) => (
                    <Keys key={combination} keys={combination} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
