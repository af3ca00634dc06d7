import { useTranslation } from 'react-i18next';
import { isCaret } from '../engine/selection/text-selection';
import { useReaderState, useSelectedSegments } from '../open/reader-context';
import { InspectorHelp } from './inspector-help';
import { PassageInspector } from './passage-inspector';
import { SegmentInspector } from './segment-inspector';
import { SeveralInspector } from './several-inspector';
import styles from './panels.module.css';

/** What is selected and what can be done with it. */
export function Inspector() {
  const { t } = useTranslation('reader');
  const { selection } = useReaderState();
  const segments = useSelectedSegments();
  const [segment, second] = segments;
  return (
    <aside className={styles['inspector']} aria-label={t('inspector.title')}>
      {segment && second ? (
        <SeveralInspector segments={segments} />
      ) : segment ? (
        <SegmentInspector segment={segment} />
      ) : selection && !isCaret(selection) ? (
        <PassageInspector selection={selection} />
      ) : (
        <InspectorHelp />
      )}
    </aside>
  );
}
