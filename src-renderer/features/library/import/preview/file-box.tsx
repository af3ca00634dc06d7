import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../../../application/import/import-item';
import type { JoinedRecords } from '../../../../domain/sources/incoming/propose-files';
import type { ParseProgress } from '../../../../application/ports/parser';
import {
  columnRoles,
  readings,
  type ColumnRole,
  type ImportChoices,
  type Script,
} from '../../../../domain/model/import';
import { useLanguage } from '../../../../i18n/use-language';
import { Button, Progress, Select } from '../../../../ui';
import { fileSize } from '../../file-size';
import { labelOf } from './files-box';
import { isLocked } from './lines';
import { PasswordForm } from './password-form';
import styles from './preview.module.css';
import { Recognise } from './recognise';

export interface FileBoxProps {
  readonly item: ImportItem;
  readonly records: JoinedRecords;
  /** Of pages that are pictures. */
  readonly script: Script;
  readonly onScript: (script: Script) => void;
  readonly onRead: (choices: ImportChoices) => void;
  readonly onStop: () => void;
}

/** How a file was read, and how else it can be. */
export function FileBox({ item, records, script, onScript, onRead, onStop }: FileBoxProps) {
  const { t } = useTranslation('import-preview');
  const language = useLanguage();
  const { file, choices } = item;
  const progressText = (progress?: ParseProgress) =>
    progress ? t('recognising', { ...progress }) : t('line.reading');
  const again = (more: ImportChoices) => onRead({ ...choices, ...more });
  return (
    <section className={styles['box']} aria-labelledby="import-file">
      <h3 id="import-file">{file.path}</h3>
      <p className={styles['quiet']}>
        {[
          fileSize(file.size, language),
          ...formatsOf(item).map((format) => t(`library:format.${format}`)),
        ].join(' · ')}
      </p>
      {item.state === 'reading' && (
        <div className={styles['head']}>
          <div className={styles['progress']}>
            <span aria-hidden>{progressText(item.progress)}</span>
            <Progress
              label={progressText(item.progress)}
              value={item.progress ? (item.progress.page - 1) / item.progress.of : 0}
            />
          </div>
          <Button onPress={onStop}>{t('common:cancel')}</Button>
        </div>
      )}
      {item.state === 'failed' && (
        <p role="alert">
          {t(`import-messages:failure.${item.failure.kind}`, { detail: item.failure.detail })}
        </p>
      )}
      {isLocked(item) && <PasswordForm onTry={(password) => again({ password })} />}
      {item.state === 'failed' && choices.reading !== undefined && (
        <Button onPress={() => onRead({ ...choices, reading: 'document' })}>{t('asDocument')}</Button>
      )}
      {item.state === 'read' && <Ways item={item} script={script} onScript={onScript} onRead={again} />}
      {item.state === 'read' && item.read.records.length > 0 && <Records records={records} />}
    </section>
  );
}

const formatsOf = (item: ImportItem) =>
  item.state === 'read' ? [...new Set(item.read.sources.map(({ format }) => format))] : [];

function Ways({
  item: { read, choices },
  script,
  onScript,
  onRead,
}: Pick<FileBoxProps, 'script' | 'onScript'> & {
  item: Extract<ImportItem, { state: 'read' }>;
  onRead: (choices: ImportChoices) => void;
}) {
  const { t } = useTranslation('import-preview');
  const [reading] = read.readings;
  const [encoding] = read.encodings;
  const roles = Object.fromEntries(read.columns.map(({ name, role }) => [name, role]));
  return (
    <>
      {read.readings.length > 1 && (
        <Select
          label={t('readAs')}
          value={reading ?? 'document'}
          options={read.readings.map((id) => ({ id, label: t(`reading.${id}`) }))}
          onChange={(id) => {
            const chosen = readings.find((known) => known === id);
            if (chosen) onRead({ reading: chosen });
          }}
        />
      )}
      {read.encodings.length > 1 && (
        <Select
          label={t('encoding')}
          value={encoding?.encoding ?? ''}
          options={read.encodings.map((each) => ({
            id: each.encoding,
            label: labelOf(each.encoding, each.sample),
          }))}
          onChange={(id) => onRead({ encoding: id })}
        />
      )}
      {reading === 'rows' && read.columns.length > 0 && (
        <div className={styles['columns']} role="group" aria-label={t('columns')}>
          {read.columns.map(({ name, role, examples }) => (
            <div key={name}>
              <Select
                label={name}
                value={role}
                options={columnRoles.map((id) => ({ id, label: t(`role.${id}`) }))}
                onChange={(id) =>
                  onRead({
                    columns: {
                      ...roles,
                      [name]: columnRoles.find((known) => known === id) ?? role,
                    } satisfies Record<string, ColumnRole>,
                  })
                }
              />
              <p className={styles['quiet']}>{examples.join(' · ')}</p>
            </div>
          ))}
        </div>
      )}
      {read.pagesWithoutText.length > 0 && (
        <Recognise
          pages={read.pagesWithoutText.length}
          isDone={choices.recognise !== undefined}
          script={script}
          onScript={onScript}
          onRecognise={() => onRead({ recognise: [script] })}
        />
      )}
      {read.warnings.map((warning, i) => (
        <p key={i}>{t(`import-messages:warning.${warning.key}`, warning.params)}</p>
      ))}
    </>
  );
}

/** References that describe other files, and those that could not be joined to one. */
function Records({ records: { joined, doubtful, unmatched } }: { records: JoinedRecords }) {
  const { t } = useTranslation('import-preview');
  return (
    <>
      <p>{t('records.joined', { count: joined })}</p>
      {(
        [
          ['doubtful', doubtful],
          ['unmatched', unmatched],
        ] as const
      ).map(
        ([kind, some]) =>
          some.length > 0 && (
            <div key={kind}>
              <p>{t(`records.${kind}`, { count: some.length })}</p>
              <ul className={styles['quiet']}>
                {some.map(({ title }, i) => (
                  <li key={i}>{title}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
