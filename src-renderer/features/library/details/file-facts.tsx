import { Download, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useServices, useSession } from '../../../application/react/context';
import type { Source, SourceFormat } from '../../../domain/model/source';
import { useLanguage } from '../../../i18n/use-language';
import { Button, toast } from '../../../ui';
import { fileSize } from '../file-size';
import styles from './details.module.css';

const types: Record<SourceFormat, string> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  doc: 'application/msword',
  epub: 'application/epub+zip',
  mhtml: 'multipart/related',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  xml: 'application/xml',
};

/** Where a source came from, and the original to take out again. */
export function FileFacts({ source }: { source: Source }) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const session = useSession();
  const { platform } = useServices();

  const save = async () => {
    const file = await session.file(source.id);
    if (!file) return toast({ kind: 'problem', text: t('original.missing') });
    const bytes = new Uint8Array(file.bytes);
    const saved = await platform.saveFile({ name: file.name, type: types[source.format], bytes });
    if (!saved.ok) toast({ kind: 'problem', text: t(`original.${saved.error.kind}`) });
    else if (saved.value === 'saved') toast({ text: t('original.saved', { name: file.name }) });
  };
  const facts: readonly (readonly [string, string])[] = [
    ['file', source.fileName],
    [
      'format',
      source.encoding ? `${t(`format.${source.format}`)}, ${source.encoding}` : t(`format.${source.format}`),
    ],
    ['size', fileSize(source.bytes, language)],
    ['length', t('common:characters', { count: source.characters })],
    [
      'imported',
      new Date(source.createdAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
    ],
  ];

  return (
    <section className={styles['section']} aria-labelledby="library-file">
      <header>
        <h3 id="library-file">{t('fact.title')}</h3>
        <Button kind="quiet" onPress={() => void save()}>
          <Download aria-hidden />
          {t('original.save')}
        </Button>
      </header>
      {source.warnings.length > 0 && (
        <ul className={styles['warnings']} aria-label={t('warnings')}>
          {source.warnings.map((warning, index) => (
            <li key={index}>
              <TriangleAlert aria-hidden />
              {t(`import-messages:warning.${warning.key}`, warning.params)}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
