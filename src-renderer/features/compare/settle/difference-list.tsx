import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../domain/agreement/settle/difference';
import { standingOf } from '../../../domain/agreement/settle/standing';
import type { ProjectState } from '../../../domain/model/project';
import { labelIn } from '../../../domain/model/language';
import { shorten } from '../../../domain/text/graphemes';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph } from '../../../ui';
import styles from './settle.module.css';

/** More would make the list slow; filters reach the rest. */
const SHOWN = 300;

export interface DifferenceListProps {
  readonly state: ProjectState;
  readonly differences: readonly Difference[];
  readonly current: string | undefined;
  readonly onChoose: (difference: Difference) => void;
}

export function DifferenceList({ state, differences, current, onChoose }: DifferenceListProps) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const at = Math.max(0, differences.findIndex(({ id }) => id === current) - SHOWN / 2);
  const from = Math.min(Math.floor(at), Math.max(0, differences.length - SHOWN));
  return (
    <ol ref={list} className={styles['list']} start={from + 1}>
      {differences.slice(from, from + SHOWN).map((difference) => {
        const source = state.sources.get(difference.sourceId);
        const codes = new Set(difference.considered.flatMap(({ tags }) => tags));
        const quote = difference.segments.flat()[0]?.quote ?? '';
        return (
          <li key={difference.id}>
            <Button
              className={styles['item'] ?? ''}
              aria-current={difference.id === current ? 'true' : undefined}
              onPress={() => onChoose(difference)}
            >
              <span className={styles['itemHead']}>
                <strong>{t(`kind.${difference.kind}`)}</strong>
                <span>{t('common:characters', { count: difference.characters })}</span>
                <span className={styles['standing']} data-standing={standingOf(state, difference)}>
                  {t(`standing.${standingOf(state, difference)}`)}
                </span>
              </span>
              <span className={styles['quote']} lang={source?.language || undefined} dir="auto">
                {shorten(quote, 80)}
              </span>
              <span className={styles['itemFoot']}>
                {[...codes].map((id) => {
                  const code = state.codes.get(id);
                  return (
                    code && (
                      <span key={id} title={labelIn(code.labels, language)}>
                        <CodeGlyph code={code} />
                      </span>
                    )
                  );
                })}
                <span>{source?.title}</span>
              </span>
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
