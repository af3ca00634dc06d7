import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem, JoinedRecords } from '../../../../application/import/import-item';
import { columnRoles, readings, type ColumnRole, type ImportChoices } from '../../../../domain/model/import';
import { useLanguage } from '../../../../i18n/use-language';
import { Button, Progress, Select, TextField } from '../../../../ui';
import { fileSize } from '../../file-size';
import styles from './preview.module.css';

export interface FileBoxProps {
  readonly item: ImportItem;
  readonly records: JoinedRecords;
  readonly onRead: (choices: ImportChoices) => void;
  readonly onStop: () => void;
}

/** How a file was read, and how else it can be. */
export function FileBox({ item, records, onRead, onStop }: FileBoxProps) {
  const { t } = useTranslation('import-preview');
  const language = useLanguage();
  const { file, choices } = item;
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
        <div className={styles['row']}>
          <Progress
            label={item.progress ? t('recognising', { ...item.progress }) : t('line.reading')}
            value={item.progress ? (item.progress.page - 1) / item.progress.of : 0}
          />
          <Button onPress={onStop}>{t('common:cancel')}</Button>
        </div>
      )}
      {item.state === 'failed' && (
        <p role="alert">
          {t(`import-messages:failure.${item.failure.kind}`, { detail: item.failure.detail })}
        </p>
      )}
      {item.state === 'failed' && /password/.test(item.failure.kind) && (
        <Password onTry={(password) => again({ password })} />
      )}
      {item.state === 'failed' && choices.reading !== undefined && (
        <Button onPress={() => onRead({ ...choices, reading: 'document' })}>{t('asDocument')}</Button>
      )}
      {item.state === 'read' && <Ways item={item} onRead={again} />}
      {item.state === 'read' && item.read.records.length > 0 && <Records records={records} />}
    </section>
  );
}

const formatsOf = (item: ImportItem) =>
  item.state === 'read' ? [...new Set(item.read.sources.map(({ format }) => format))] : [];

function Password({ onTry }: { onTry: (password: string) => void }) {
  const { t } = useTranslation('import-preview');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onTry(password);
      }}
    >
      <TextField label={t('password')} value={password} onChange={setPassword} />
      <Button type="submit" isDisabled={password === ''}>
        {t('open')}
      </Button>
    </form>
  );
}

function Ways({
  item: { read, choices },
  onRead,
}: {
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
            label: `${each.encoding} — ${each.sample.replace(/\s+/g, ' ').slice(0, 60)}`,
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
      {read.pagesWithoutText.length > 0 && choices.recognise === undefined && (
        <Recognise pages={read.pagesWithoutText.length} onRead={onRead} />
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

/** Languages of the recogniser, with the one that vertical Japanese needs beside. */
const scripts = ['eng', 'jpn', 'jpn_vert', 'kor', 'chi_sim', 'chi_tra'] as const;

function Recognise({ pages, onRead }: { pages: number; onRead: (choices: ImportChoices) => void }) {
  const { t } = useTranslation('import-preview');
  const [script, setScript] = useState<string>('eng');
  return (
    <div className={styles['row']}>
      <Select
        label={t('recognise', { count: pages })}
        value={script}
        options={scripts.map((id) => ({ id, label: t(`script.${id}`) }))}
        onChange={setScript}
      />
      <Button onPress={() => onRead({ recognise: [script] })}>{t('recogniseNow')}</Button>
    </div>
  );
}
