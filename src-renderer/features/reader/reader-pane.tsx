import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentId } from '../../domain/model/ids';
import type { Source } from '../../domain/model/source';
import { EmptyState, SidePanel } from '../../ui';
import { Announcements } from './announcements';
import { CodePalette } from './coding/code-palette';
import { FindBar } from './find/find-bar';
import { ReaderCommands } from './keys/reader-commands';
import { CodeList } from './panels/code-list';
import { Inspector } from './panels/inspector';
import { SourceList } from './panels/source-list';
import { ReaderContext, type OpenReader } from './open/reader-context';
import { ReaderHeader } from './reader-header';
import styles from './reader.module.css';
import { useAside } from './open/use-aside';
import { useOpenSource } from './open/use-open-source';
import { usePanels } from './open/use-panels';
import { useSourceText } from './open/use-source-text';

/** The reader with its panels: sources and codes, the text, what is selected. */
export function ReaderPane({ source }: { source: Source }) {
  const { t } = useTranslation('reader');
  const box = useRef<HTMLDivElement>(null);
  const panels = usePanels(box);
  const host = useRef<HTMLDivElement>(null);
  const body = useSourceText(source.id);
  const open = useOpenSource(host, source, body === 'missing' ? null : body);
  const aside = useAside(open);
  const [isFinding, setIsFinding] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const [memoOf, setMemoOf] = useState<SegmentId | null>(null);

  const context = useMemo<OpenReader | null>(
    () =>
      open && {
        reader: open.reader,
        coding: open.coding,
        find: open.find,
        source,
        memoOf,
        openPalette: () => setIsChoosing(true),
        openFind: () => setIsFinding(true),
        openMemo: () => {
          const [segment] = open.coding.own;
          if (!segment) return;
          panels.inspector.show();
          setMemoOf(segment.id);
        },
        closeMemo: () => setMemoOf(null),
        panels,
        aside,
      },
    [open, source, memoOf, panels, aside],
  );

  return (
    <ReaderContext value={context}>
      <div ref={box} className={styles['reader']}>
        {panels.sources.place !== 'away' && (
          <SidePanel
            label={t('sources.title')}
            isOver={panels.sources.place === 'over'}
            onClose={panels.closeOver}
            className={styles['left']}
          >
            <SourceList current={source.id} onOpen={panels.closeOver} />
            {context && <CodeList />}
          </SidePanel>
        )}
        <div className={styles['middle']}>
          <ReaderHeader source={source} panels={panels} />
          <div className={styles['body']}>
            {context && isFinding && <FindBar onClose={() => setIsFinding(false)} />}
            {body === 'missing' ? (
              <EmptyState title={t('missing.title')}>{t('missing.text')}</EmptyState>
            ) : (
              <div
                ref={host}
                role="document"
                // The caret of the text is moved with the keyboard.
                tabIndex={0}
                aria-label={source.title}
                aria-busy={context === null}
                className={styles['scroller']}
              />
            )}
          </div>
        </div>
        {context && panels.inspector.place !== 'away' && (
          <SidePanel
            label={t('inspector.title')}
            isOver={panels.inspector.place === 'over'}
            onClose={panels.closeOver}
            className={styles['right']}
          >
            <Inspector />
          </SidePanel>
        )}
        {context && <Announcements />}
        {context && <ReaderCommands isPaused={isChoosing} />}
        {context && <CodePalette isOpen={isChoosing} onClose={() => setIsChoosing(false)} />}
      </div>
    </ReaderContext>
  );
}
