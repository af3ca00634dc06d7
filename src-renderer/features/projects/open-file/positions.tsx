import { useTranslation } from 'react-i18next';
import { Radio, RadioGroup } from 'react-aria-components';
import type { PositionConvention } from '../../../domain/exchange/refi/positions/convention';
import { isSameConvention } from '../../../domain/exchange/refi/positions/convention';
import type {
  PositionCandidate,
  PositionSample,
  PositionVerdict,
} from '../../../domain/exchange/refi/positions/detect';
import { Button } from '../../../ui';
import { conventionText, differingPoints, type Point } from './convention-text';
import styles from './open-file.module.css';
import type { Overrides } from './use-open-file';

export interface PositionsProps {
  readonly verdicts: readonly PositionVerdict[];
  readonly doubtful: readonly PositionVerdict[];
  readonly overrides: Overrides;
  readonly isBusy: boolean;
  readonly onChoose: (overrides: Overrides) => void;
}

/** Programs count characters in their own ways: says so when it is clear how, and asks when it is not. */
export function Positions({ verdicts, doubtful, overrides, isBusy, onChoose }: PositionsProps) {
  const { t } = useTranslation('projects');
  if (verdicts.length === 0) return null;
  return (
    <section className={styles['positions']} aria-labelledby="reading-positions" aria-busy={isBusy}>
      <h3 id="reading-positions">{t('openFile.positions.title')}</h3>
      <p>
        {doubtful.length === 0
          ? t('openFile.positions.sure', { count: verdicts.length })
          : t('openFile.positions.doubtful', { count: doubtful.length })}
      </p>
      {doubtful.map((verdict) => (
        <DocumentChoice
          key={verdict.document}
          verdict={verdict}
          chosen={overrides.get(verdict.document) ?? verdict.convention}
          isDisabled={isBusy}
          onChoose={(convention) => onChoose(new Map([...overrides, [verdict.document, convention]]))}
          onChooseForAll={
            doubtful.length > 1
              ? (convention) => onChoose(new Map([...overrides, ...forAll(doubtful, convention)]))
              : undefined
          }
        />
      ))}
    </section>
  );
}

/** The same convention for each document whose text can tell it from others. */
const forAll = (
  verdicts: readonly PositionVerdict[],
  chosen: PositionConvention,
): readonly (readonly [string, PositionConvention])[] =>
  verdicts
    .filter(({ candidates }) => candidates.some(({ convention }) => isSameConvention(convention, chosen)))
    .map(({ document }) => [document, chosen]);

interface DocumentChoiceProps {
  readonly verdict: PositionVerdict;
  readonly chosen: PositionConvention;
  readonly isDisabled: boolean;
  readonly onChoose: (convention: PositionConvention) => void;
  readonly onChooseForAll: ((convention: PositionConvention) => void) | undefined;
}

function DocumentChoice({ verdict, chosen, isDisabled, onChoose, onChooseForAll }: DocumentChoiceProps) {
  const { t } = useTranslation('projects');
  const { name, candidates, selections } = verdict;
  const value = candidates.findIndex(({ convention }) => isSameConvention(convention, chosen));
  const told = differingPoints(candidates.map(({ convention }) => convention));
  return (
    <div className={styles['document']}>
      <RadioGroup
        aria-label={t('openFile.positions.choose', { name })}
        value={String(value)}
        onChange={(index) => {
          const candidate = candidates[Number(index)];
          if (candidate) onChoose(candidate.convention);
        }}
        isDisabled={isDisabled}
      >
        <header>
          <h4>{name}</h4>
          <span>{t('openFile.positions.passages', { count: selections })}</span>
        </header>
        {candidates.map((candidate, index) => (
          <Candidate key={index} candidate={candidate} told={told} value={String(index)} />
        ))}
      </RadioGroup>
      {onChooseForAll && (
        <Button kind="quiet" isDisabled={isDisabled} onPress={() => onChooseForAll(chosen)}>
          {t('openFile.positions.forAll')}
        </Button>
      )}
    </div>
  );
}

interface CandidateProps {
  readonly candidate: PositionCandidate;
  /** In what it differs from the others. */
  readonly told: readonly Point[];
  readonly value: string;
}

function Candidate({ candidate, told, value }: CandidateProps) {
  const { t } = useTranslation('projects');
  const { samples, convention } = candidate;
  return (
    <Radio value={value} className={styles['candidate'] ?? ''}>
      <span className={styles['dot']} aria-hidden />
      <span className={styles['reading']}>
        {samples.length === 0 && <span>{t('openFile.positions.outside')}</span>}
        {samples.map((sample, index) => (
          <Sample key={index} sample={sample} />
        ))}
        <small>{conventionText(t, convention, told)}</small>
      </span>
    </Radio>
  );
}

const Sample = ({ sample: { before, quote, after } }: { sample: PositionSample }) => (
  <q className={styles['sample']}>
    {before}
    <mark>{quote}</mark>
    {after}
  </q>
);
