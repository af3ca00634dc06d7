import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportCodebookCsv, exportCodebookQdc, qdcFile, type Exported } from '../../application/export';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { labelIn, labelLanguages, type LabelLanguage } from '../../domain/model/language';
import { languageNames } from '../../i18n';
import { useLanguage } from '../../i18n/use-language';
import { Button, Checkbox, Select } from '../../ui';
import styles from './exchange.module.css';

/** The codebook for other programs; what REFI-QDA would leave behind is said before it is saved. */
export function CodebookExport({ onExport }: { onExport: (exporting: Promise<Exported>) => void }) {
  const { t } = useTranslation('exchange');
  const state = useProjectState();
  const session = useSession();
  const { platform } = useServices();
  const windowLanguage = useLanguage();
  const [language, setLanguage] = useState<LabelLanguage>(windowLanguage);
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    families.filter(({ enabled }) => enabled).map(({ id }) => id),
  );
  const wishes = useMemo(
    () => ({
      families: chosen,
      language,
      headings: {
        include: t('heading.include', { lng: language }),
        exclude: t('heading.exclude', { lng: language }),
        response: t('heading.response', { lng: language }),
      },
    }),
    [chosen, language, t],
  );
  const qdc = useMemo(() => qdcFile(state, wishes), [state, wishes]);

  return (
    <section className={styles['codebook']}>
      <div>
        <h3>{t('codebook.title')}</h3>
        <p>{t('codebook.text')}</p>
      </div>
      <fieldset className={styles['families']}>
        <legend>{t('codebook.families')}</legend>
        {families.map((family) => (
          <Checkbox
            key={family.id}
            isSelected={chosen.includes(family.id)}
            onChange={(on) =>
              setChosen(on ? [...chosen, family.id] : chosen.filter((id) => id !== family.id))
            }
          >
            {labelIn(family.labels, windowLanguage) || family.key}
          </Checkbox>
        ))}
      </fieldset>
      <div className={styles['foot']}>
        <Select
          label={t('codebook.language')}
          value={language}
          options={labelLanguages.map((id) => ({ id, label: languageNames[id] }))}
          onChange={(id) => setLanguage(labelLanguages.find((known) => known === id) ?? language)}
        />
        <div className={styles['buttons']}>
          <Button onPress={() => onExport(exportCodebookCsv(session, platform, language))}>
            {t('codebook.csv')}
          </Button>
          <Button
            kind="primary"
            isDisabled={!qdc.ok}
            onPress={() => onExport(exportCodebookQdc(session, platform, wishes))}
          >
            {t('codebook.qdc')}
          </Button>
        </div>
      </div>
      <p className={styles['losses']} role="status">
        {qdc.ok
          ? qdc.value.losses.length > 0
            ? t('losses', { list: qdc.value.losses.map(({ key, params }) => t(key, params)).join('; ') })
            : t('noLosses')
          : t(`failure.${qdc.error.kind}`)}
      </p>
    </section>
  );
}
