import { useTranslation } from 'react-i18next';
import type { Source } from '../../domain/model/source';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import styles from './segments.module.css';

export interface SourceHeadingProps {
  readonly source: Source;
  readonly count: number;
  /** Stays at the top while the segments of the source pass below it; the list has the heading itself. */
  readonly isPinned?: boolean;
}

export function SourceHeading({ source, count, isPinned }: SourceHeadingProps) {
  const { t } = useTranslation('segments');
  const language = useLanguage();
  const about = [countryName(source.country, language), source.date, t('inSource', { count })].filter(
    Boolean,
  );
  return (
    <div
      className={styles['heading']}
      data-pinned={isPinned || undefined}
      aria-hidden={isPinned || undefined}
    >
      <h2 lang={source.language || undefined}>{source.title}</h2>
      <p>{about.join(' · ')}</p>
    </div>
  );
}
