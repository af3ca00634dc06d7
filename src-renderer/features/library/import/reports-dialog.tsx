import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileName, saveTable } from '../../../application/export';
import { useProjectState, useServices, useSession } from '../../../application/react/context';
import { importReportTable } from '../../../domain/exchange/tables/import-report-table';
import type { ImportReport, ReportedFile } from '../../../domain/model/import-report';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Dialog, Select, toast } from '../../../ui';
import { failureText } from './failure-text';
import styles from './import.module.css';

/** What imports brought in and what they did not, long after. */
export function ReportsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const session = useSession();
  const { platform } = useServices();
  const { imports, coders } = useProjectState();
  const reports = [...imports.values()].sort((a, b) => b.at.localeCompare(a.at));
  const [chosenId, setChosenId] = useState('');
  const report = reports.find(({ id }) => id === chosenId) ?? reports[0];

  const nameOf = ({ at, coderId, files }: ImportReport) =>
    [
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)),
      coders.get(coderId)?.name ?? '',
      t('reports.files', { count: files.length }),
    ]
      .filter(Boolean)
      .join(' · ');
  const save = async (chosen: ImportReport) => {
    const table = importReportTable(chosen, (remark) =>
      'key' in remark
        ? t(`import-messages:warning.${remark.key}`, remark.params)
        : failureText(t, { kind: remark.failure, detail: remark.detail }),
    );
    const saved = await saveTable(
      platform,
      fileName(session.info.name, `import ${chosen.at.slice(0, 10)}`, 'csv'),
      table,
    );
    if (!saved.ok) toast({ kind: 'problem', text: t(`original.${saved.error.kind}`) });
  };

  return (
    <Dialog
      title={t('reports.title')}
      width={720}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          {report && <Button onPress={() => void save(report)}>{t('reports.save')}</Button>}
          <Button kind="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {report ? (
        <>
          <Select
            label={t('reports.which')}
            value={report.id}
            options={reports.map((each) => ({ id: each.id, label: nameOf(each) }))}
            onChange={setChosenId}
          />
          <p>{outcomeText(t, totalsOf(report.files))}</p>
          <ul className={styles['report']} aria-label={t('import.files')}>
            {report.files
              .toSorted((a, b) => rank(a) - rank(b))
              .map((file, i) => (
                <FileLine key={i} file={file} />
              ))}
          </ul>
        </>
      ) : (
        <p>{t('reports.none')}</p>
      )}
    </Dialog>
  );
}

/** What needs the person's eye comes first. */
const rank = ({ failure, warnings, leftOut }: ReportedFile): number =>
  failure ? 0 : leftOut > 0 ? 1 : warnings.length > 0 ? 2 : 3;

const totalsOf = (files: readonly ReportedFile[]) =>
  [
    [files.reduce((sum, { sources }) => sum + sources.length, 0), 'imported'],
    [files.reduce((sum, { leftOut }) => sum + leftOut, 0), 'known'],
    [files.filter(({ failure }) => failure).length, 'failed'],
  ] as const;

const outcomeText = (t: TFunction<'library'>, totals: ReturnType<typeof totalsOf>): string =>
  totals
    .filter(([count]) => count > 0)
    .map(([count, key]) => t(`import.summary.${key}`, { count }))
    .join(' · ');

function FileLine({ file }: { file: ReportedFile }) {
  const { path, sources, failure, warnings } = file;
  const { t } = useTranslation('library');
  return (
    <li>
      <strong>{path}</strong>
      <p>{outcomeText(t, totalsOf([file]))}</p>
      {sources.length > 1 && (
        <ul aria-label={t('sources')}>
          {sources.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {failure && <p>{failureText(t, failure)}</p>}
      {warnings.map((warning, i) => (
        <p key={i}>{t(`import-messages:warning.${warning.key}`, warning.params)}</p>
      ))}
    </li>
  );
}
