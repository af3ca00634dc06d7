import { useTranslation } from 'react-i18next';
import { shorten } from '../../domain/text/graphemes';
import { countCodePoints } from '../../domain/text/positions';
import { useOpenReader, useReaderState, useSelectedSegments } from './open/reader-context';
import { isCaret, rangeOf } from './engine/selection/text-selection';

/** Tells screen readers what is selected: the selection of the text is ours, not the browser's. */
export function Announcements() {
  const { t } = useTranslation('reader');
  const { reader } = useOpenReader();
  const { selection } = useReaderState();
  const segments = useSelectedSegments();
  const [segment] = segments;
  const text = (): string => {
    if (segment) return t('announce.segment', { count: segments.length, quote: shorten(segment.quote) });
    if (!selection || isCaret(selection)) return '';
    const { start, end } = rangeOf(selection);
    const passage = reader.view.text.slice(start, end);
    return t('announce.passage', { quote: shorten(passage), count: countCodePoints(passage) });
  };
  return (
    <div role="status" className="visually-hidden">
      {text()}
    </div>
  );
}
