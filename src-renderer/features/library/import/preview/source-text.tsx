import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDesk } from '../../../../application/import/import-desk';
import type { Block } from '../../../../domain/model/source';
import { withoutNamed } from '../../../../domain/sources/incoming/field-variables';
import type { ProposedSource } from '../../../../domain/sources/incoming/proposal';
import { Button } from '../../../../ui';
import { Boundary } from './boundary';
import styles from './preview.module.css';

/** Blocks that are shown at first, and more at a time when asked for. */
const SOME = 40;
/** Blocks of the neighbours that are shown, so that one sees what lies beyond a boundary. */
const BEYOND = 2;
/** Of a block that is as long as a book, the beginning tells what it is. */
const LONGEST = 2000;

export interface SourceTextProps {
  readonly desk: ImportDesk;
  readonly source: ProposedSource;
  /** The sources beside it in the same file. */
  readonly before: ProposedSource | undefined;
  readonly after: ProposedSource | undefined;
  readonly onChoose: (id: string) => void;
}

/** The text of a source as it would be kept, and where it is parted from what belongs elsewhere. */
export function SourceText({ desk, source, before, after, onChoose }: SourceTextProps) {
  const { t } = useTranslation('import-preview');
  const [shown, setShown] = useState(SOME);
  const { blocks, warnings, comments } = source.parsed;
  const fields = [...withoutNamed(source.parsed.fields, source.fields), ...source.fields];
  return (
    <section className={styles['box']} aria-labelledby="import-text">
      <h3 id="import-text">{t('text')}</h3>
      {warnings.map((warning, i) => (
        <p key={i} className={styles['warning']}>
          {t(`import-messages:warning.${warning.key}`, warning.params)}
        </p>
      ))}
      {comments.length > 0 && <p className={styles['quiet']}>{t('comments', { count: comments.length })}</p>}
      <div className={styles['text']} lang={source.about.language || undefined}>
        {before && (
          <>
            <Blocks
              of={before}
              blocks={before.parsed.blocks.slice(-BEYOND)}
              at={-Math.min(BEYOND, before.parsed.blocks.length)}
              isBeyond
            />
            <Boundary
              label={t('boundary.before', { title: before.about.title })}
              before={before.parsed.blocks.length}
              after={blocks.length}
              at={0}
              onMove={(paragraphs) => desk.moveBoundary(source.id, paragraphs)}
            >
              <Button
                onPress={() => {
                  desk.join(source.id);
                  onChoose(before.id);
                }}
              >
                {t('join')}
              </Button>
            </Boundary>
          </>
        )}
        <Blocks
          of={source}
          blocks={blocks.slice(0, shown)}
          at={0}
          onSplit={(position) => desk.split(source.id, position)}
        />
        {after && blocks.length <= shown && (
          <>
            <Boundary
              label={t('boundary.after', { title: after.about.title })}
              before={blocks.length}
              after={after.parsed.blocks.length}
              at={blocks.length}
              onMove={(paragraphs) => desk.moveBoundary(after.id, paragraphs)}
            />
            <Blocks of={after} blocks={after.parsed.blocks.slice(0, BEYOND)} at={blocks.length} isBeyond />
          </>
        )}
      </div>
      {blocks.length > shown && (
        <Button onPress={() => setShown(shown + 5 * SOME)}>
          {t('more', { count: blocks.length - shown })}
        </Button>
      )}
      {fields.length > 0 && (
        <dl className={styles['fields']}>
          {fields.map(({ name, value }, i) => (
            <div key={i}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

interface BlocksProps {
  readonly of: ProposedSource;
  readonly blocks: readonly Block[];
  /** Where the first stands, counted from the beginning of the source that is shown. */
  readonly at: number;
  readonly isBeyond?: boolean;
  readonly onSplit?: (position: number) => void;
}

function Blocks({ of: { parsed, about }, blocks, at, isBeyond, onSplit }: BlocksProps) {
  const { t } = useTranslation('import-preview');
  return blocks.map(({ start, end, kind }, i) => (
    <div
      key={start}
      className={styles['block']}
      data-kind={kind}
      data-at={at + i}
      data-beyond={isBeyond}
      lang={about.language || undefined}
    >
      {onSplit && i > 0 && (
        <button type="button" className={styles['split']} onClick={() => onSplit(start)}>
          {t('split')}
        </button>
      )}
      <p>{parsed.text.slice(start, Math.min(end, start + LONGEST))}</p>
    </div>
  ));
}
