import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useProjectState } from '../../../application/react/context';
import { labelIn } from '../../../domain/model/language';
import type { CodedSegment } from '../../../domain/model/segment';
import { overlapping } from '../../../domain/text/interval-index';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph } from '../../../ui';
import { codesOf } from '../coding/look-of';
import { useOpenReader } from '../open/reader-context';
import styles from './panels.module.css';

/** The segments that lie over or under this one, to go to. */
export function Overlaps({ segment }: { segment: CodedSegment }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const state = useProjectState();
  const { reader } = useOpenReader();
  const others = overlapping(reader.segments.index, segment.start, segment.end).filter(
    ({ id }) => id !== segment.id,
  );
  if (others.length === 0) return null;
  return (
    <section>
      <h3 className={styles['groupTitle']}>{t('segment.overlapping')}</h3>
      <ul>
        {others.map((other) => {
          const codes = codesOf(state, other.tags);
          const coder = state.coders.get(other.coderId);
          return (
            <li key={other.id}>
              <Button className={styles['overlap'] ?? ''} onPress={() => reader.reveal(other)}>
                {codes[0] && <CodeGlyph code={codes[0]} size={12} />}
                <span className={styles['codeLabel']}>
                  {codes.map((code) => labelIn(code.labels, language) || code.key).join(', ')}
                </span>
                <span className={styles['count']} role="img" title={coder?.name} aria-label={coder?.name}>
                  {coder?.initials}
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
