import { useTranslation } from 'react-i18next';
import {
  agreementGroupings,
  agreementUnits,
  type AgreementRequest,
} from '../../../../domain/agreement/study/request';
import type { SpanMatch } from '../../../../domain/agreement/matching/spans';
import { matchName } from '../../../../domain/agreement/study/engine/coefficients';
import { CommittedField, FilterMenu, Segmented, Select } from '../../../../ui';
import styles from '../agreement.module.css';
import { coefficientsFor } from './coefficients';

const matches: Readonly<Record<string, SpanMatch>> = {
  exact: 'exact',
  'iou0.5': { iou: 0.5 },
  'iou0.9': { iou: 0.9 },
  'any-overlap': 'any-overlap',
};

export interface ExpertPanelProps {
  readonly request: AgreementRequest;
  readonly onChange: (patch: Partial<AgreementRequest>) => void;
}

/** Everything that can be asked. */
export function ExpertPanel({ request, onChange }: ExpertPanelProps) {
  const { t } = useTranslation('agreement');
  const { unit, match, coefficients, per, bootstrap } = request;
  const number = (text: string, least: number) => {
    const value = Math.round(Number(text));
    return Number.isFinite(value) && value >= least ? value : undefined;
  };
  const resamples = bootstrap?.resamples ?? 0;
  const seed = bootstrap?.seed ?? 1;
  return (
    <div className={styles['expert']} role="group" aria-label={t('expert.label')}>
      <Segmented
        label={t('expert.unit')}
        value={unit}
        options={agreementUnits.map((id) => ({ id, label: t(`unit.${id}`) }))}
        onChange={(next) => onChange({ unit: next, coefficients: 'default' })}
      />
      <FilterMenu
        label={t('expert.coefficients')}
        options={coefficientsFor(unit).map((id) => ({
          id,
          label: t(`coefficient.${id.replaceAll('.', '_')}`),
        }))}
        value={Array.isArray(coefficients) ? (coefficients as readonly string[]) : []}
        onChange={(ids) => onChange({ coefficients: ids.length > 0 ? ids : 'default' })}
      />
      <FilterMenu
        label={t('expert.per')}
        options={agreementGroupings.map((id) => ({ id, label: t(`per.${id}`) }))}
        value={per}
        onChange={(ids) => onChange({ per: agreementGroupings.filter((id) => ids.includes(id)) })}
      />
      <Select
        label={t('expert.match')}
        value={matchName(match)}
        options={Object.keys(matches).map((id) => ({ id, label: t(`match.${id.replace('.', '_')}`) }))}
        onChange={(id) => onChange({ match: matches[id] ?? match })}
      />
      <CommittedField
        label={t('expert.resamples')}
        value={String(resamples)}
        onChange={(text) => {
          const next = number(text, 0);
          if (next !== undefined)
            onChange({ bootstrap: next === 0 ? null : { resamples: Math.min(next, 100_000), seed } });
          return undefined;
        }}
      />
      <CommittedField
        label={t('expert.seed')}
        value={String(seed)}
        onChange={(text) => {
          const next = number(text, 0);
          if (next !== undefined && bootstrap) onChange({ bootstrap: { ...bootstrap, seed: next } });
          return undefined;
        }}
      />
    </div>
  );
}
