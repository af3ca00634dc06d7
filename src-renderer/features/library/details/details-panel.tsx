import { useTranslation } from 'react-i18next';
import type { Source } from '../../../domain/model/source';
import { Button } from '../../../ui';
import styles from './details.module.css';
import { FileFacts } from './file-facts';
import { SourceFields } from './source-fields';
import { SuggestionBox } from './suggestion-box';
import { VariableFields } from './variable-fields';

export interface DetailsPanelProps {
  readonly sources: readonly Source[];
  readonly onOpen: (sourceId: string) => void;
  readonly onRemove: () => void;
  readonly onVariables: () => void;
}

/** Describes what is chosen in the list: one source, or many at once. */
export function DetailsPanel({ sources, onOpen, onRemove, onVariables }: DetailsPanelProps) {
  const { t } = useTranslation('library');
  const [first, second] = sources;
  if (!first) {
    return (
      <aside className={styles['panel']} aria-label={t('details.label')}>
        <p className={styles['nothing']}>{t('details.nothing')}</p>
      </aside>
    );
  }
  const chosen = [first, ...sources.slice(1)] as const;
  const owner = `${first.id} ${sources.at(-1)?.id} ${sources.length}`;
  return (
    <aside className={styles['panel']} aria-label={t('details.label')}>
      <header className={styles['head']}>
        <h2>{second ? t('count', { count: sources.length }) : t('details.one')}</h2>
        {second ? (
          <p>{t('details.many')}</p>
        ) : (
          <Button onPress={() => onOpen(first.id)}>{t('openInReader')}</Button>
        )}
      </header>
      <SuggestionBox sources={chosen} />
      <div className={styles['fields']}>
        <SourceFields sources={chosen} owner={owner} />
      </div>
      <section className={styles['section']} aria-labelledby="library-variables">
        <header>
          <h3 id="library-variables">{t('variables.title')}</h3>
          <Button kind="quiet" onPress={onVariables}>
            {t('variables.manage')}
          </Button>
        </header>
        <div className={styles['fields']}>
          <VariableFields sources={chosen} owner={owner} />
        </div>
      </section>
      {!second && <FileFacts source={first} />}
      <footer className={styles['foot']}>
        <Button onPress={onRemove}>{second ? t('remove.many') : t('remove.one')}</Button>
      </footer>
    </aside>
  );
}
