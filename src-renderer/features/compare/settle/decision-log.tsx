import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileName, saveTable, textsForPositions } from '../../../application/export';
import { useProjectState, useServices, useSession } from '../../../application/react/context';
import { decisionsTable } from '../../../domain/exchange/tables/decisions-table';
import { useLanguage } from '../../../i18n/use-language';
import { Button, EmptyState, toast } from '../../../ui';
import styles from './settle.module.css';

/** More would make the table slow; the file has them all. */
const SHOWN = 500;

/** Who decided what and when, the latest first. */
export function DecisionLog() {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const state = useProjectState();
  const session = useSession();
  const { platform } = useServices();
  const decisions = [...state.decisions.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const save = async () => {
    const name = fileName(session.info.name, t('shown.log'), 'csv');
    const texts = await textsForPositions(session);
    const saved = await saveTable(platform, name, decisionsTable(state, { language, texts }));
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };
  if (decisions.length === 0) return <EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>;
  return (
    <div className={styles['matrix']} role="region" aria-label={t('shown.log')} tabIndex={0}>
      <Button onPress={() => void save()}>
        <Download aria-hidden />
        {t('log.save')}
      </Button>
      <table>
        <thead>
          <tr>
            {(['when', 'who', 'source', 'kind', 'what', 'note'] as const).map((each) => (
              <th key={each} scope="col">
                {t(`log.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decisions.slice(0, SHOWN).map((decision) => (
            <tr key={decision.id}>
              <td>{new Date(decision.at).toLocaleString(language)}</td>
              <td>{state.coders.get(decision.coderId)?.name}</td>
              <td>{state.sources.get(decision.sourceId)?.title}</td>
              <td>{t(`kind.${decision.kind}`)}</td>
              <td>{t(`settlement.${decision.settlement}`)}</td>
              <td>{decision.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
