import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  exportCodebookCsv,
  exportCodebookQdc,
  exportSegmentsCsv,
  type Exported,
} from '../../application/export';
import { useNavigation, useProjectState, useServices, useSession } from '../../application/react/context';
import { labelIn, labelLanguages, type LabelLanguage } from '../../domain/model/language';
import { languageNames } from '../../i18n';
import { useLanguage } from '../../i18n/use-language';
import { Button, Checkbox, Dialog, Select, toast } from '../../ui';
import styles from './exchange.module.css';

/** Everything that leaves the project as a file, and what each format cannot carry. */
export function ExportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  return (
    <Dialog title={t('title')} width={600} isOpen={isOpen} onClose={onClose}>
      {isOpen && <ExportChoices onClose={onClose} />}
    </Dialog>
  );
}

function ExportChoices({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const state = useProjectState();
  const session = useSession();
  const { platform } = useServices();
  const navigation = useNavigation();
  const windowLanguage = useLanguage();
  const [language, setLanguage] = useState<LabelLanguage>(windowLanguage);
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(families.filter(({ enabled }) => enabled).map(({ id }) => id)),
  );
  const [losses, setLosses] = useState<readonly string[]>([]);

  const finish = async (exporting: Promise<Exported>) => {
    const exported = await exporting;
    if (!exported.ok) toast({ kind: 'problem', text: t(`failure.${exported.error.kind}`) });
    else if (exported.value.outcome === 'saved') {
      toast({ text: t('saved') });
      setLosses(exported.value.losses.map(({ key, params }) => t(key, params)));
    }
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };

  return (
    <>
      <section className={styles['choice']}>
        <h3>{t('codebook.title')}</h3>
        <p>{t('codebook.text')}</p>
        <Select
          label={t('codebook.language')}
          value={language}
          options={labelLanguages.map((id) => ({ id, label: languageNames[id] }))}
          onChange={(id) => setLanguage(labelLanguages.find((known) => known === id) ?? language)}
        />
        <div className={styles['families']} role="group" aria-label={t('codebook.families')}>
          {families.map((family) => (
            <Checkbox
              key={family.id}
              isSelected={chosen.has(family.id)}
              onChange={(on) => toggle(family.id, on)}
            >
              {labelIn(family.labels, windowLanguage) || family.key}
            </Checkbox>
          ))}
        </div>
        <div className={styles['buttons']}>
          <Button
            kind="primary"
            isDisabled={chosen.size === 0}
            onPress={() =>
              void finish(
                exportCodebookQdc(session, platform, {
                  families: [...chosen],
                  language,
                  headings: {
                    include: t('heading.include', { lng: language }),
                    exclude: t('heading.exclude', { lng: language }),
                    response: t('heading.response', { lng: language }),
                  },
                }),
              )
            }
          >
            {t('codebook.qdc')}
          </Button>
          <Button onPress={() => void finish(exportCodebookCsv(session, platform, language))}>
            {t('codebook.csv')}
          </Button>
        </div>
        {losses.length > 0 && (
          <div role="status" className={styles['losses']}>
            <p>{t('losses')}</p>
            <ul>
              {losses.map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <section className={styles['choice']}>
        <h3>{t('segments.title')}</h3>
        <p>{t('segments.text', { count: state.segments.size })}</p>
        <div className={styles['buttons']}>
          <Button
            isDisabled={state.segments.size === 0}
            onPress={() => void finish(exportSegmentsCsv(session, platform, language))}
          >
            {t('segments.csv')}
          </Button>
        </div>
      </section>
      <section className={styles['choice']}>
        <h3>{t('profiles.title')}</h3>
        <p>{t('profiles.text')}</p>
        <div className={styles['buttons']}>
          <Button
            onPress={() => {
              onClose();
              navigation.go(navigation.last('profiles') ?? { view: 'profiles' });
            }}
          >
            {t('profiles.open')}
          </Button>
        </div>
      </section>
    </>
  );
}
