import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { labelIn } from '../../../domain/model/language';
import type { FramingProfile, ProfileRow } from '../../../domain/profile/profile';
import { caseOf } from '../../../domain/sources/case';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { CodeChip, IconButton } from '../../../ui';
import { CaseDialog } from './case-dialog';
import styles from '../profiles.module.css';

/** Each country's case: the researcher's own judgement beside what the segments show, and dated facts. */
export function CaseList({ profile }: { profile: FramingProfile }) {
  const { t } = useTranslation('profiles');
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section>
      <h2 className={styles['heading']}>{t('case.title')}</h2>
      <div className={styles['cases']}>
        {profile.rows
          .filter(({ key }) => key !== '')
          .map((row) => (
            <CaseCard key={row.key} row={row} onEdit={() => setEditing(row.key)} />
          ))}
      </div>
      {editing !== null && <CaseDialog country={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function CaseCard({ row, onEdit }: { row: ProfileRow; onEdit: () => void }) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const state = useProjectState();
  const found = caseOf(state, row.key);
  const name = countryName(row.key, language);
  const assigned = found?.judgement ? state.codes.get(found.judgement.codeId) : undefined;
  return (
    <article className={styles['case']} aria-label={name}>
      <header>
        <h3>{name}</h3>
        <IconButton label={t('case.edit', { country: name })} onPress={onEdit}>
          <Pencil />
        </IconButton>
      </header>
      {assigned ? (
        <p className={styles['judgement']}>
          {t('case.assigned')} <CodeChip code={assigned} label={labelIn(assigned.labels, language)} />
        </p>
      ) : (
        <p className={styles['judgement']}>{t('case.noJudgement')}</p>
      )}
      {row.judgement && <p className={styles['caption']}>{t(`verdict.${row.judgement.verdict}`)}</p>}
      {found?.judgement?.reasons && <p className={styles['reasons']}>{found.judgement.reasons}</p>}
      {found && found.facts.length > 0 && (
        <details>
          <summary>{t('case.facts', { count: found.facts.length })}</summary>
          <dl className={styles['facts']}>
            {found.facts.map((fact) => (
              <div key={fact.id}>
                <dt>{fact.label}</dt>
                <dd>
                  {fact.value}
                  <span className={styles['caption']}>
                    {[fact.date, fact.asOf && t('case.asOf', { date: fact.asOf }), fact.reference]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}
