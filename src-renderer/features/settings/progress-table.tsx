import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlind, useSeenState } from '../../application/react/blind';
import { useNavigation, useSession } from '../../application/react/context';
import { personsOf } from '../../domain/agreement/settle/agreed-layer';
import { isFinished, progressOf } from '../../domain/coders/progress';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui';
import styles from './settings.module.css';

/** Rows shown at once: enough for most projects, and quick for the largest. */
const STEP = 200;

/** How far each coder is with each source; every source one step away. */
export function ProgressTable() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const navigation = useNavigation();
  const { coderId } = useSession();
  const { isBlind } = useBlind();
  const state = useSeenState();
  const [shown, setShown] = useState(STEP);
  const coders = personsOf(state).filter(({ id }) => !isBlind || id === coderId);
  const sources = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    return [...state.sources.values()].sort((a, b) => collator.compare(a.title, b.title));
  }, [state.sources, language]);
  if (sources.length === 0) return null;
  const rest = sources.length - shown;
  return (
    <section aria-labelledby="progress-heading">
      <h2 id="progress-heading">{t('progress.title')}</h2>
      <p className={styles['hint']}>{t(isBlind ? 'progress.blind' : 'progress.hint')}</p>
      {/* Reached from the keyboard, since many coders or sources scroll. */}
      <div className={styles['progress']} role="group" aria-labelledby="progress-heading" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('progress.source')}</th>
              {coders.map(({ id, name }) => {
                const done = sources.filter((source) => isFinished(progressOf(state, source.id, id))).length;
                return (
                  <th key={id} scope="col">
                    {name}
                    <span>{t('progress.done', { done, count: sources.length })}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sources.slice(0, shown).map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <button
                    type="button"
                    onClick={() => navigation.go({ view: 'reader', sourceId: source.id })}
                  >
                    {source.title}
                  </button>
                </th>
                {coders.map(({ id }) => {
                  const progress = progressOf(state, source.id, id);
                  return (
                    <td key={id} data-progress={progress}>
                      {t(`reader:progress.${progress}`)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <div className={styles['after']}>
          <Button onPress={() => setShown(shown + STEP)}>
            {t('progress.more', { count: Math.min(STEP, rest) })}
          </Button>
        </div>
      )}
    </section>
  );
}
