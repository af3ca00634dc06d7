import { useTranslation } from 'react-i18next';
import type { ProposedSource } from '../../../../domain/sources/incoming/proposal';
import { excerpt } from '../../../../domain/text/graphemes';
import { Checkbox } from '../../../../ui';
import { lengthOf } from './length';
import styles from './preview.module.css';

/** Of each article this much is shown, in UTF-16 units: enough to see that it is the same, or where it differs. */
const BEGINNING = 400;

export interface TwinsProps {
  readonly chosen: ProposedSource;
  /** The articles that are the same, in their order; the chosen one among them. */
  readonly group: readonly ProposedSource[];
  readonly onInclude: (id: string, isIncluded: boolean) => void;
}

/** An article that came more than once, beside each other time that it came; each can be left out. */
export function Twins({ chosen, group, onInclude }: TwinsProps) {
  const { t } = useTranslation('import-preview');
  return (
    <section className={styles['box']} aria-label={t('twins.label')}>
      <h3>{t('twins.label')}</h3>
      <ul className={styles['twins']}>
        {group.map(({ id, fileName, about: { title, date, outlet, language }, parsed, isIncluded }) => (
          <li key={id} aria-current={id === chosen.id || undefined}>
            <strong lang={language || undefined}>{title}</strong>
            <Checkbox isSelected={isIncluded} onChange={(isNow) => onInclude(id, isNow)}>
              {[
                date || t('twins.undated'),
                outlet,
                t('common:characters', { count: lengthOf(parsed) }),
                fileName,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Checkbox>
            <p lang={language || undefined}>{excerpt(parsed.text, BEGINNING)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
