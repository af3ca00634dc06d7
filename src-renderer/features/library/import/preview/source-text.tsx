import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedSource } from '../../../../domain/sources/incoming/proposal';
import { Button } from '../../../../ui';
import styles from './preview.module.css';

/** Blocks that are shown at first, and more at a time when asked for. */
const SOME = 40;

export interface SourceTextProps {
  readonly source: ProposedSource;
  /** Whether there is a source before it in the same file. */
  readonly canJoin: boolean;
  readonly onJoin: () => void;
  readonly onSplit: (position: number) => void;
}

/** The text of a source as it would be kept, and where it can be parted from what belongs elsewhere. */
export function SourceText({ source, canJoin, onJoin, onSplit }: SourceTextProps) {
  const { t } = useTranslation('import-preview');
  const [shown, setShown] = useState(SOME);
  const { text, blocks, warnings, fields, comments } = source.parsed;
  return (
    <section className={styles['box']} aria-labelledby="import-text">
      <header className={styles['row']}>
        <h3 id="import-text">{t('text')}</h3>
        {canJoin && <Button onPress={onJoin}>{t('join')}</Button>}
      </header>
      {warnings.map((warning, i) => (
        <p key={i} className={styles['warning']}>
          {t(`import-messages:warning.${warning.key}`, warning.params)}
        </p>
      ))}
      {comments.length > 0 && <p className={styles['quiet']}>{t('comments', { count: comments.length })}</p>}
      {fields.length > 0 && (
        <dl className={styles['fields']}>
          {fields.map(({ name, value }, i) => (
            <div key={i}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles['text']} lang={source.about.language || undefined}>
        {blocks.slice(0, shown).map(({ start, end, kind }, i) => (
          <div key={start} className={styles['block']} data-kind={kind}>
            {i > 0 && (
              <button type="button" className={styles['split']} onClick={() => onSplit(start)}>
                {t('split')}
              </button>
            )}
            <p>{text.slice(start, Math.min(end, start + 2000))}</p>
          </div>
        ))}
      </div>
      {blocks.length > shown && (
        <Button onPress={() => setShown(shown + 5 * SOME)}>
          {t('more', { count: blocks.length - shown })}
        </Button>
      )}
    </section>
  );
}
