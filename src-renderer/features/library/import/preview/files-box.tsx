import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../../../application/import/import-item';
import type { EncodingSample, ImportChoices, Script } from '../../../../domain/model/import';
import { Button, Progress, Select } from '../../../../ui';
import { isLocked } from './lines';
import { PasswordForm } from './password-form';
import styles from './preview.module.css';
import { Recognise } from './recognise';

export interface FilesBoxProps {
  readonly items: readonly ImportItem[];
  readonly script: Script;
  readonly onScript: (script: Script) => void;
  /** Has the files read again, each by its choices and this one more. */
  readonly onRead: (items: readonly ImportItem[], choice: ImportChoices) => void;
  readonly onStop: (items: readonly ImportItem[]) => void;
}

type ReadItem = Extract<ImportItem, { state: 'read' }>;

/** How else several files can be read, all at once. */
export function FilesBox({ items, script, onScript, onRead, onStop }: FilesBoxProps) {
  const { t } = useTranslation('import-preview');
  const read = items.filter((item): item is ReadItem => item.state === 'read');
  const reading = items.filter(({ state }) => state === 'reading');
  const pictures = read.filter(({ read: { pagesWithoutText } }) => pagesWithoutText.length > 0);
  const pages = pictures.reduce((sum, { read: { pagesWithoutText } }) => sum + pagesWithoutText.length, 0);
  const locked = items.filter(isLocked);
  const encoded = read.filter(({ read: { encodings } }) => encodings.length > 1);
  const encodings = union(encoded);
  const used = new Set(
    encoded.map(
      ({
        read: {
          encodings: [first],
        },
      }) => first?.encoding,
    ),
  );
  const [only = null] = used.size === 1 ? used : [];
  if (reading.length + locked.length + encoded.length + pages === 0) return null;

  return (
    <section className={styles['box']} aria-labelledby="import-files">
      <h3 id="import-files">{t('files', { count: items.length })}</h3>
      {reading.length > 0 && (
        <div className={styles['head']}>
          <Progress label={t('line.reading')} value={1 - reading.length / items.length} />
          <Button onPress={() => onStop(reading)}>{t('common:cancel')}</Button>
        </div>
      )}
      {locked.length > 0 && <PasswordForm onTry={(password) => onRead(locked, { password })} />}
      {encodings.length > 1 && (
        <Select
          label={t('encoding')}
          value={only}
          placeholder={t('library:several')}
          options={encodings.map(({ encoding, sample }) => ({
            id: encoding,
            label: labelOf(encoding, sample),
          }))}
          onChange={(encoding) => onRead(encoded, { encoding })}
        />
      )}
      {pages > 0 && (
        <Recognise
          pages={pages}
          isDone={pictures.every(({ choices }) => choices.recognise !== undefined)}
          script={script}
          onScript={onScript}
          onRecognise={() => onRead(pictures, { recognise: [script] })}
        />
      )}
    </section>
  );
}

/** How an encoding is offered: by its name and what the text looks like under it. */
export const labelOf = (encoding: string, sample: string): string =>
  `${encoding} — ${sample.replace(/\s+/g, ' ').slice(0, 60)}`;

/** Each encoding that one of the files can be read in, with the sample of the first. */
function union(items: readonly ReadItem[]): readonly EncodingSample[] {
  const samples = items.flatMap(({ read: { encodings } }) => encodings);
  return [...new Map(samples.toReversed().map((each) => [each.encoding, each])).values()].reverse();
}
