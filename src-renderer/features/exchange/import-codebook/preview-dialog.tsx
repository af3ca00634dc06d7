import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { codebookImportDraft } from '../../../domain/exchange/codebook/plan/draft';
import type { CodebookPlan } from '../../../domain/exchange/codebook/plan/types';
import { labelIn, labelLanguages } from '../../../domain/model/language';
import { languageNames } from '../../../i18n';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Counts, Dialog, Select, TextField, toast } from '../../../ui';
import { Losses, ReportLines } from '../report-lines';
import { Clashes } from './clashes';
import styles from './import-codebook.module.css';
import { AddedCodes, AddedFamilies, ChangedRows, StillCodes } from './planned-rows';
import type { ReadCodebook } from './use-import';
import { usePlan, type Planned } from './use-plan';

/** Everything that an import would do, before it does it. */
export function PreviewDialog({ read, onClose }: { read: ReadCodebook; onClose: () => void }) {
  const { t } = useTranslation('codebook-import');
  const session = useSession();
  const planned = usePlan(read);
  const { plan, whole } = planned;
  const { added, changed, unchanged, onlyHere, clashes, repairs, losses } = plan;
  const count = stepsOf(plan);
  const number = new Intl.NumberFormat(useLanguage());
  const familiesOfFile = useMemo(() => new Set(read.file.families.map(({ id }) => id)), [read]);

  const run = () => {
    if (!session.attempt(codebookImportDraft(session.state, plan))) return;
    onClose();
    toast({
      text: t('done', { count: added.length + changed.length }),
      action: { label: t('common:undo'), run: () => void session.undo() },
    });
  };
  const facts = (
    [
      ['added', added.length],
      ['changed', changed.length],
      ['unchanged', unchanged.length],
      ['onlyHere', onlyHere.length],
      ['clashes', clashes.length],
    ] as const
  ).map(([id, value]) => ({ id, label: t(`facts.${id}`), value: number.format(value) }));

  return (
    <Dialog
      title={t('title')}
      width={820}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isDisabled={count === 0 || planned.isBehind} onPress={run}>
            {t('import')}
          </Button>
        </>
      }
    >
      <div className={styles['preview']}>
        <p className={styles['origin']}>
          <strong>{read.fileName}</strong>
          {read.file.origin && ` · ${t('origin', { program: read.file.origin })}`}
        </p>
        <Counts columns={facts.length} counts={facts} />
        <Places read={read} planned={planned} />
        {count === 0 && <p role="status">{stepsOf(whole) === 0 ? t('nothing') : t('nothingTaken')}</p>}
        <Clashes clashes={clashes} onResolve={planned.resolve} />
        <ChangedRows planned={planned} />
        <AddedFamilies planned={planned} theirs={familiesOfFile} />
        <AddedCodes planned={planned} />
        <StillCodes title={t('unchangedTitle', { count: unchanged.length })} codes={unchanged} />
        <StillCodes title={t('onlyHereTitle', { count: onlyHere.length })} codes={onlyHere} />
        {losses.length > 0 && <Losses messages={losses} none="" />}
        {repairs.length > 0 && (
          <div className={styles['repairs']}>
            <ReportLines title={t('repairs')} messages={repairs} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

const stepsOf = ({ added, changed, families }: CodebookPlan): number =>
  added.length + changed.length + families.added.length + families.changed.length;

/** What the file does not say: in which language its names are, and where its codes belong. */
function Places({ read, planned }: { read: ReadCodebook; planned: Planned }) {
  const { t } = useTranslation('codebook-import');
  const state = useProjectState();
  const windowLanguage = useLanguage();
  const { codes } = read.file;
  const isSilentOfLanguage = codes.some(({ name }) => name !== null);
  const isSilentOfPlace = codes.some(({ familyId }) => familyId === null);
  if (!isSilentOfLanguage && !isSilentOfPlace) return null;
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  return (
    <div className={styles['places']}>
      {isSilentOfLanguage && (
        <Select
          label={t('language')}
          value={planned.language}
          options={labelLanguages.map((id) => ({ id, label: languageNames[id] }))}
          onChange={(id) =>
            planned.setLanguage(labelLanguages.find((known) => known === id) ?? planned.language)
          }
        />
      )}
      {isSilentOfPlace && (
        <Select
          label={t('place')}
          value={planned.familyId}
          options={[
            { id: '', label: t('newFamily') },
            ...families.map(({ id, key, labels }) => ({ id, label: labelIn(labels, windowLanguage) || key })),
          ]}
          onChange={planned.setFamilyId}
        />
      )}
      {isSilentOfPlace && planned.familyId === '' && (
        <TextField label={t('familyName')} value={planned.familyName} onChange={planned.setFamilyName} />
      )}
    </div>
  );
}
