import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { labelIn } from '../../../domain/model/language';
import { stances, type CodedSegment } from '../../../domain/model/segment';
import { useLanguage } from '../../../i18n/use-language';
import { Button, CodeChip, IconButton, Keys, Segmented } from '../../../ui';
import { codesOf } from '../coding/look-of';
import { useOpenReader } from '../open/reader-context';
import { ExtentButtons } from './extent-buttons';
import { MemoField } from './memo-field';
import { Overlaps } from './overlaps';
import styles from './panels.module.css';
import { Quote } from './quote';

/** One coded segment. Another coder's is shown and cannot be changed. */
export function SegmentInspector({ segment }: { segment: CodedSegment }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const state = useProjectState();
  const { coding, source, openPalette } = useOpenReader();
  const isOwn = coding.isOwn(segment);
  const coder = state.coders.get(segment.coderId);
  const name = coder?.name ?? '';
  return (
    <>
      <header className={styles['segmentHeader']}>
        <h2 className={styles['panelTitle']}>{t('segment.title')}</h2>
        {isOwn && (
          <IconButton label={t('command.remove')} keys="Delete" onPress={() => coding.remove()}>
            <Trash2 />
          </IconButton>
        )}
      </header>
      {!isOwn && <p className={styles['foreign']}>{t('segment.foreign', { coder: name })}</p>}
      <ul className={styles['chips']} aria-label={t('segment.codes')}>
        {codesOf(state, segment.tags).map((code) => {
          const label = labelIn(code.labels, language) || code.key;
          return (
            <li key={code.id}>
              <CodeChip
                code={code}
                label={label}
                {...(isOwn && {
                  onRemove: () => coding.removeTag(segment.id, code.id),
                  removeLabel: t('segment.removeCode', { code: label }),
                })}
              />
            </li>
          );
        })}
        {isOwn && (
          <li className={styles['unframed']}>
            <Button kind="quiet" onPress={openPalette}>
              {t('segment.addCode')}
              <Keys keys="/" />
            </Button>
          </li>
        )}
      </ul>
      <Quote text={segment.quote} language={source.language} />
      {isOwn && <ExtentButtons />}
      {isOwn ? (
        <>
          <Choice label={t('certainty.title')} keys="u">
            <Segmented
              label={t('certainty.title')}
              value={segment.certainty}
              onChange={() => coding.toggleUnsure()}
              options={[
                { id: 'certain', label: t('certainty.certain') },
                { id: 'unsure', label: t('certainty.unsure') },
              ]}
            />
          </Choice>
          <Choice label={t('stance.title')} keys="q">
            <Segmented
              label={t('stance.title')}
              value={segment.stance}
              onChange={(stance) => coding.setStance(stance)}
              options={stances.map((id) => ({ id, label: t(`stance.${id}`) }))}
            />
          </Choice>
        </>
      ) : (
        <p className={styles['about']}>
          {t(`certainty.${segment.certainty}`)} · {t(`stance.${segment.stance}`)}
        </p>
      )}
      <MemoField key={segment.id} segment={segment} isReadOnly={!isOwn} />
      <Overlaps segment={segment} />
      <About segment={segment} coder={name} />
    </>
  );
}

function Choice({ label, keys, children }: { label: string; keys: string; children: React.ReactNode }) {
  return (
    <div className={styles['choice']}>
      <span className={styles['groupTitle']}>
        {label} <Keys keys={keys} />
      </span>
      {children}
    </div>
  );
}

function About({ segment, coder }: { segment: CodedSegment; coder: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const moment = (iso: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  const lines = [
    [t('segment.coder'), coder],
    [t('segment.length'), t('common:characters', { count: segment.characters })],
    [t('segment.created'), moment(segment.createdAt)],
    [t('segment.modified'), moment(segment.modifiedAt)],
  ];
  return (
    <dl className={styles['facts']}>
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
