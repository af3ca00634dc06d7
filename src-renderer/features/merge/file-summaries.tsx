import { useTranslation } from 'react-i18next';
import type { ReadIncoming, UnreadIncoming } from '../../application/merge/incoming';
import type { FileSummary } from '../../domain/exchange/merge/types';
import styles from './merge.module.css';

/** Files that cannot be read, each with why. */
export function Unread({ files }: { files: readonly UnreadIncoming[] }) {
  const { t } = useTranslation('merge');
  if (files.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="merge-unread">
      <h3 id="merge-unread">{t('unread', { count: files.length })}</h3>
      <ul className={styles['rows']}>
        {files.map(({ name, failure: { kind, params } }, index) => (
          <li key={index}>
            <strong>{name}</strong> · {t(`exchange-report:failure.${kind}`, params)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface FileSummariesProps {
  readonly files: readonly FileSummary[];
  readonly read: readonly ReadIncoming[];
}

/** What each file brings: who coded, how much of it is new, which sources it has in common with the project. */
export function FileSummaries({ files, read }: FileSummariesProps) {
  const { t } = useTranslation('merge');
  if (files.length === 0) return null;
  return (
    <section className={styles['section']} aria-label={t('files')}>
      <ul className={styles['rows']}>
        {files.map((file, index) => (
          <li key={index}>
            <p>
              <strong>{file.name}</strong>
              <span className={styles['quiet']}>
                {' '}
                {[file.project, read[index]?.origin].filter(Boolean).join(' · ')}
              </span>
            </p>
            <Summary file={file} />
            {read[index]?.report.losses.map(({ key, params }, line) => (
              <p key={line} className={styles['quiet']}>
                {t(`exchange-report:${key}`, params)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ file: { standing, coders, sources, segments, codes } }: { file: FileSummary }) {
  const { t } = useTranslation('merge');
  if (standing !== 'merged') return <p>{t(`standing.${standing}`)}</p>;
  return (
    <>
      {coders.length === 0 && <p>{t('nobody')}</p>}
      {coders.map((coder, index) => (
        <p key={index}>
          {coder.segments === 0
            ? t('codedNothing', { name: coder.name, count: coder.finished })
            : t('coded', { name: coder.name, count: coder.segments, added: coder.added })}
        </p>
      ))}
      <p className={styles['quiet']}>
        {t('sources', sources)} · {t('segments', segments)} · {t('codes', codes)}
      </p>
    </>
  );
}
