import { Check, Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../application/react/context';
import { setCurrentCoder } from '../../domain/coders/coders';
import type { CoderId } from '../../domain/model/ids';
import type { Coder } from '../../domain/model/segment';
import { useRefusalText } from '../../i18n/use-refusal-text';
import { Button, IconButton, toast } from '../../ui';
import { CoderBadge } from './coder-badge';
import { CoderDialog } from './coder-dialog';
import styles from './settings.module.css';

/** The coders of the open project, and which of them codes now. */
export function CoderSettings() {
  const { t } = useTranslation('settings');
  const refusalText = useRefusalText();
  const session = useSession();
  const state = useProjectState();
  const [edited, setEdited] = useState<Coder | 'new' | null>(null);

  const counts = useMemo(() => {
    const byCoder = new Map<CoderId, number>();
    for (const { coderId } of state.segments.values()) byCoder.set(coderId, (byCoder.get(coderId) ?? 0) + 1);
    return byCoder;
  }, [state.segments]);

  const makeCurrent = async (coder: Coder) => {
    const draft = setCurrentCoder(session.state, coder.id);
    if (!draft.ok) return toast({ kind: 'problem', text: refusalText(draft.error) });
    const kept = await session.run(draft.value);
    if (kept.ok) toast({ text: t('shell:nowCoding', { name: coder.name }) });
  };

  return (
    <section aria-labelledby="coders-heading">
      <header className={styles['sectionHead']}>
        <h2 id="coders-heading">{t('coders')}</h2>
        <Button onPress={() => setEdited('new')}>
          <Plus aria-hidden />
          {t('addCoder')}
        </Button>
      </header>
      <p className={styles['hint']}>{t('codersHint')}</p>
      <ul className={styles['coders']} aria-label={t('codersOf')}>
        {[...state.coders.values()].map((coder) => (
          <li key={coder.id} className={styles['coder']}>
            <CoderBadge coder={coder} />
            <span className={styles['coderName']}>{coder.name}</span>
            <span className={styles['coderCount']}>
              {t('segments', { count: counts.get(coder.id) ?? 0 })}
            </span>
            {coder.id === session.coderId ? (
              <span className={styles['current']} aria-current="true">
                <Check aria-hidden />
                {t('current')}
              </span>
            ) : (
              <Button onPress={() => void makeCurrent(coder)}>
                {t('makeCurrent', { name: coder.name })}
              </Button>
            )}
            <IconButton label={t('edit', { name: coder.name })} onPress={() => setEdited(coder)}>
              <Pencil />
            </IconButton>
          </li>
        ))}
      </ul>
      {edited && <CoderDialog coder={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}
