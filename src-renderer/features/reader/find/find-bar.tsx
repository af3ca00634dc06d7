import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, SearchField } from '../../../ui';
import { commandKeys } from '../keys/reader-keys';
import { useOpenReader } from '../open/reader-context';
import { rangeOf } from '../engine/selection/text-selection';
import styles from './find-bar.module.css';

/** Finding in the open source: Enter goes on, Shift+Enter back, Escape leaves at the hit. */
export function FindBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reader');
  const { find, reader } = useOpenReader();
  const { query, hits, current } = useSyncExternalStore(find.subscribe, () => find.state);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    return () => find.clear();
  }, [find]);

  const close = () => {
    const hit = hits[current];
    onClose();
    // What was found is selected and can be coded.
    if (hit) reader.select({ anchor: hit.start, focus: hit.end });
    reader.view.scroller.focus({ preventScroll: true });
  };

  return (
    <div
      role="search"
      className={styles['bar']}
      // Before the field, which would take Escape to clear itself.
      onKeyDownCapture={(event) => {
        const isField = event.target === input.current;
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && isField) find.step(event.shiftKey ? 'backward' : 'forward');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles['field']}>
        <SearchField
          label={t('command.find')}
          value={query}
          onChange={(words) => find.search(words, rangeOf(reader.from).start)}
          inputRef={input}
        />
      </div>
      <span className={styles['count']} role="status">
        {query.trim() === ''
          ? ''
          : hits.length === 0
            ? t('find.none')
            : t('find.count', { current: current + 1, total: hits.length })}
      </span>
      <IconButton
        label={t('command.findPrevious')}
        keys={commandKeys.findPrevious[0]}
        isDisabled={hits.length === 0}
        onPress={() => find.step('backward')}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={t('command.findNext')}
        keys={commandKeys.findNext[0]}
        isDisabled={hits.length === 0}
        onPress={() => find.step('forward')}
      >
        <ChevronDown />
      </IconButton>
      <IconButton label={t('find.close')} keys="Escape" onPress={close}>
        <X />
      </IconButton>
    </div>
  );
}
