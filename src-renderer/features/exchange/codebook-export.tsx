import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportCodebook } from '../../application/export-codebook';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { codebookFormats, type CodebookFormat } from '../../domain/exchange/codebook/formats';
import type { DocumentHeadings } from '../../domain/exchange/codebook/document/document';
import { codebookQdc } from '../../domain/exchange/codebook/qdc';
import { labelIn, labelLanguages, type LabelLanguage } from '../../domain/model/language';
import { languageNames } from '../../i18n';
import { useLanguage } from '../../i18n/use-language';
import { Button, Checkbox, Segmented, Select } from '../../ui';
import styles from './exchange.module.css';
import { Losses } from './report-lines';
import { useFinish } from './use-finish';

/** Formats made for people to read: only these have a choice of examples. */
const documents: readonly CodebookFormat[] = ['docx', 'html', 'md'];

const headings = (t: TFunction, lng: LabelLanguage): DocumentHeadings => ({
  title: t('heading.title', { lng }),
  contents: t('heading.contents', { lng }),
  definition: t('heading.definition', { lng }),
  include: t('heading.include', { lng }),
  exclude: t('heading.exclude', { lng }),
  response: t('heading.response', { lng }),
  indicators: t('heading.indicators', { lng }),
  examples: t('heading.examples', { lng }),
  color: t('heading.color', { lng }),
  folder: t('heading.folder', { lng }),
  segments: t('heading.segments', { lng }),
  segmentsWithBelow: t('heading.segmentsWithBelow', { lng }),
  sources: t('heading.sources', { lng }),
});

/** The codebook for co-authors; what REFI-QDA would leave behind is said before it is saved. */
export function CodebookExport() {
  const { t } = useTranslation('exchange');
  const state = useProjectState();
  const session = useSession();
  const services = useServices();
  const finish = useFinish();
  const windowLanguage = useLanguage();
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  const [format, setFormat] = useState<CodebookFormat>('qdc');
  const [main, setMain] = useState<LabelLanguage>(windowLanguage);
  const [others, setOthers] = useState<readonly LabelLanguage[]>([]);
  const [examples, setExamples] = useState(true);
  const [counts, setCounts] = useState(true);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    families.filter(({ enabled }) => enabled).map(({ id }) => id),
  );
  const isDocument = documents.includes(format);
  const hasLanguages = isDocument || format === 'csv' || format === 'xlsx';
  const wishes = useMemo(
    () => ({
      families: chosen,
      languages: [main, ...others.filter((other) => other !== main)] as const,
      examples: isDocument && examples,
      counts: format !== 'json' && format !== 'qdc' && counts,
      headings: headings(t, main),
    }),
    [chosen, main, others, isDocument, examples, counts, format, t],
  );
  const losses = useMemo(() => {
    if (format !== 'qdc') return [];
    const qdc = codebookQdc(state, { ...wishes, language: main, origin: '' });
    return qdc.ok ? qdc.value.losses : [];
  }, [format, state, wishes, main]);
  const hasCodes = [...state.codes.values()].some(({ familyId }) => chosen.includes(familyId));

  return (
    <>
      <p className={styles['about']}>{t('codebook.text')}</p>
      <div className={styles['group']}>
        <Segmented
          label={t('codebook.format')}
          value={format}
          onChange={setFormat}
          options={codebookFormats.map((id) => ({ id, label: t(`codebook.formats.${id}`) }))}
        />
        <p className={styles['hint']}>{t(`codebook.formatHint.${format}`)}</p>
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
      {format !== 'json' && (
        <div className={styles['options']}>
          <Select
            label={t('codebook.language')}
            value={main}
            options={labelLanguages.map((id) => ({ id, label: languageNames[id] }))}
            onChange={(id) => setMain(labelLanguages.find((known) => known === id) ?? main)}
          />
          {hasLanguages && (
            <fieldset className={styles['checks']}>
              <legend>{t('codebook.otherLanguages')}</legend>
              {labelLanguages
                .filter((id) => id !== main)
                .map((id) => (
                  <Checkbox
                    key={id}
                    isSelected={others.includes(id)}
                    onChange={(on) => setOthers(on ? [...others, id] : others.filter((each) => each !== id))}
                  >
                    {languageNames[id]}
                  </Checkbox>
                ))}
            </fieldset>
          )}
          {hasLanguages && (
            <fieldset className={styles['checks']}>
              <legend>{t('codebook.with')}</legend>
              {isDocument && (
                <Checkbox isSelected={examples} onChange={setExamples}>
                  {t('codebook.examples')}
                </Checkbox>
              )}
              <Checkbox isSelected={counts} onChange={setCounts}>
                {t('codebook.counts')}
              </Checkbox>
            </fieldset>
          )}
        </div>
      )}
      <Losses
        messages={losses}
        none={t(
          !hasCodes ? 'failure.no-codes' : format === 'qdc' ? 'noLosses' : `codebook.carries.${format}`,
        )}
      />
      <div className={styles['foot']}>
        <Button
          kind="primary"
          isDisabled={!hasCodes}
          onPress={() => void finish(exportCodebook(session, services, format, wishes))}
        >
          {t('codebook.save', { format: t(`codebook.formats.${format}`) })}
        </Button>
      </div>
    </>
  );
}
