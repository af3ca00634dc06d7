import { NotebookPen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import type { CodedSegment } from '../../../domain/model/segment';
import { isBlank } from '../../../domain/text/range';
import { Button, Keys } from '../../../ui';
import { useOpenReader } from '../open/reader-context';
import styles from './panels.module.css';

// The editor is large and not needed to read and code.
const RichTextEditor = lazy(async () => ({
  default: (await import('../../../ui/rich-text')).RichTextEditor,
}));

const memosOf = (snapshot: SessionSnapshot) => snapshot.state.memos;

/** The memo on a segment: read here, written in the editor that opens in its place. */
export function MemoField({ segment, isReadOnly }: { segment: CodedSegment; isReadOnly: boolean }) {
  const { t } = useTranslation('reader');
  const { coding, reader, memoOf, openMemo, closeMemo } = useOpenReader();
  const memo = useProject(memosOf).get(segment.memoId ?? '');
  // What the editor holds; when the project holds something else, as after an undo, it opens anew.
  const [edition, setEdition] = useState({ body: memo?.body ?? '', count: 0 });
  if ((memo?.body ?? '') !== edition.body) setEdition({ body: memo?.body ?? '', count: edition.count + 1 });
  const isOpen = memoOf === segment.id && !isReadOnly;
  if (isReadOnly && !memo) return null;
  return (
    <section>
      <h3 className={styles['groupTitle']}>{t('memo.title')}</h3>
      {isOpen ? (
        <Suspense fallback={<p className={styles['memo']}>{memo?.plainText}</p>}>
          <RichTextEditor
            key={edition.count}
            label={t('memo.title')}
            placeholder={t('memo.placeholder')}
            text={{ body: memo?.body ?? '', plainText: memo?.plainText ?? '' }}
            onSave={(text) => {
              setEdition({ ...edition, body: isBlank(text.plainText) ? '' : text.body });
              coding.writeMemo(segment.id, text);
            }}
            onClose={() => {
              closeMemo();
              reader.view.scroller.focus({ preventScroll: true });
            }}
            autoFocus
          />
        </Suspense>
      ) : (
        <>
          {memo && <p className={styles['memo']}>{memo.plainText}</p>}
          {!isReadOnly && (
            <div className={styles['unframed']}>
              <Button kind="quiet" onPress={openMemo}>
                <NotebookPen aria-hidden />
                {memo ? t('memo.edit') : t('memo.add')}
                <Keys keys="m" />
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
