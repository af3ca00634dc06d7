import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigation, useProjectState } from '../../../application/react/context';
import type { ConfusedPassage, Confusion } from '../../../domain/agreement/drift/confusions';
import { isCodebookFrozen } from '../../../domain/codebook/frozen';
import type { CodeId } from '../../../domain/model/ids';
import type { CodedSegment } from '../../../domain/model/segment';
import { excerpt, snapToGraphemes } from '../../../domain/text/graphemes';
import { Button, IconButton } from '../../../ui';
import { CodeName } from './confusion-table';
import { useNumbers } from './use-numbers';
import styles from './drift.module.css';

/** How many passages are shown at first, and with each press more. */
const SOME = 20;

/** Two codes with what the codebook says of them, and the passages that they were confused on. */
export function ConfusionDetails({ confusion, onClose }: { confusion: Confusion; onClose: () => void }) {
  const { t } = useTranslation('drift');
  const state = useProjectState();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(SOME);
  const { first, second, passages } = confusion;
  useEffect(() => heading.current?.focus(), []);
  const left = passages.length - shown;
  return (
    <section
      className={styles['details']}
      aria-labelledby="drift-details"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles['detailsHeader']}>
        <h3 id="drift-details" ref={heading} tabIndex={-1}>
          {t('details.title')}
        </h3>
        <IconButton label={t('common:close')} keys="Escape" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <div className={styles['two']}>
        <Definition id={first} />
        <Definition id={second} />
      </div>
      {isCodebookFrozen(state) && <p className={styles['caption']}>{t('details.frozen')}</p>}
      <h4>{t('details.passages', { count: passages.length })}</h4>
      <ol className={styles['passages']}>
        {passages.slice(0, shown).map((passage) => (
          <li key={`${passage.sourceId} ${passage.start} ${passage.coders.join()}`}>
            <SideBySide passage={passage} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button kind="quiet" onPress={() => setShown(shown + SOME)}>
          {t('details.more', { count: Math.min(left, SOME) })}
        </Button>
      )}
    </section>
  );
}

/** What the codebook says of a code, and the way to change it. */
function Definition({ id }: { id: CodeId | null }) {
  const { t } = useTranslation('drift');
  const state = useProjectState();
  const navigation = useNavigation();
  const code = id === null ? undefined : state.codes.get(id);
  if (!code) {
    return (
      <div className={styles['definition']}>
        <CodeName id={null} />
        <p className={styles['caption']}>{t('details.nothing')}</p>
      </div>
    );
  }
  const parts = (['definition', 'include', 'exclude'] as const).filter((part) => code[part]);
  return (
    <div className={styles['definition']}>
      <CodeName id={id} />
      {parts.length === 0 && <p className={styles['caption']}>{t('details.undefined')}</p>}
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t(`codebook:field.${part}`)}</dt>
            <dd>{code[part]}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={() => navigation.go({ view: 'codebook', codeId: code.id })}>
        {t(isCodebookFrozen(state) ? 'details.show' : 'details.edit')}
      </Button>
    </div>
  );
}

/** A passage as each coder coded it; pressing a side opens the text there. */
function SideBySide({ passage }: { passage: ConfusedPassage }) {
  const { t } = useTranslation('drift');
  const state = useProjectState();
  const navigation = useNavigation();
  const numbers = useNumbers();
  const source = state.sources.get(passage.sourceId);
  const about = [source?.date, t('common:characters', { count: passage.characters })].filter(Boolean);
  const open = (segment: CodedSegment | undefined) =>
    navigation.go({
      view: 'reader',
      sourceId: passage.sourceId,
      ...(segment ? { segmentId: segment.id } : { position: passage.start }),
    });
  return (
    <article className={styles['passage']} aria-label={source?.title}>
      <p className={styles['about']}>
        <strong>{source?.title}</strong>
        <span>{about.join(' · ')}</span>
      </p>
      <div className={styles['two']}>
        {passage.coders.map((coder, side) => {
          const segments = passage.segments[side] ?? [];
          return (
            <AriaButton key={coder} className={styles['side'] ?? ''} onPress={() => open(segments[0])}>
              <span className={styles['coder']}>
                {state.coders.get(coder)?.name}
                {segments[0] && (
                  <time dateTime={segments[0].createdAt}>{numbers.day(segments[0].createdAt)}</time>
                )}
              </span>
              {segments.length === 0 ? (
                <span className={styles['nothing']}>{t('details.notCoded')}</span>
              ) : (
                segments.map((segment) => (
                  <span key={segment.id} className={styles['segment']}>
                    <span className={styles['chips']}>
                      {segment.tags.map((tag) => (
                        <CodeName key={tag} id={tag} />
                      ))}
                    </span>
                    <Quote segment={segment} passage={passage} language={source?.language} />
                  </span>
                ))
              )}
            </AriaButton>
          );
        })}
      </div>
    </article>
  );
}

/** A coded segment; what the confusion is about stands out in it. */
function Quote({
  segment,
  passage,
  language,
}: {
  segment: CodedSegment;
  passage: ConfusedPassage;
  language: string | undefined;
}) {
  const start = Math.max(0, passage.start - segment.start);
  const end = Math.min(segment.quote.length, passage.end - segment.start);
  const [before, here, after] = [
    segment.quote.slice(0, start),
    segment.quote.slice(start, end),
    segment.quote.slice(end),
  ];
  return (
    <span className={styles['quote']} lang={language || undefined} dir="auto">
      {tail(before)}
      <mark>{excerpt(here, 400)}</mark>
      {excerpt(after, 80)}
    </span>
  );
}

/** The end of what comes before: as much as tells where one is. */
const tail = (text: string): string =>
  text.length > 80
    ? `…${text.slice(snapToGraphemes(text, { start: text.length - 80, end: text.length }).start)}`
    : text;
