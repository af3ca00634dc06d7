import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../domain/agreement/settle/difference';
import { decisionsOn } from '../../../domain/agreement/settle/standing';
import { labelIn } from '../../../domain/model/language';
import { projectInfo, type ProjectState } from '../../../domain/model/project';
import type { CodedSegment } from '../../../domain/model/segment';
import { excerpt } from '../../../domain/text/graphemes';
import { useLanguage } from '../../../i18n/use-language';
import { CodeChip } from '../../../ui';
import styles from './settle.module.css';

/** What each of the two coded and what it came to, side by side, with what the codes mean. */
export function TwoCodings({ state, difference }: { state: ProjectState; difference: Difference }) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const { coders, segments, considered } = difference;
  const decisions = decisionsOn(state, difference);
  const agreed = decisions.flatMap(({ result }) => result.flatMap((id) => state.segments.get(id) ?? []));
  const codes = [...new Set([...considered, ...agreed].flatMap(({ tags }) => tags))].flatMap(
    (id) => state.codes.get(id) ?? [],
  );
  const agreedCoder = projectInfo(state).agreedCoderId;
  return (
    <>
      <div className={styles['codings']}>
        {coders.map((id, i) => (
          <Coding
            key={id}
            state={state}
            name={state.coders.get(id)?.name ?? ''}
            segments={segments[i === 0 ? 0 : 1]}
            none={t('codedNothing')}
          />
        ))}
        {decisions.length > 0 && (
          <Coding
            state={state}
            name={state.coders.get(agreedCoder ?? '')?.name ?? t('layer')}
            segments={agreed}
            none={t('agreedNothing')}
          />
        )}
      </div>
      <section className={styles['definitions']} aria-label={t('definitions')}>
        <h2>{t('definitions')}</h2>
        <dl>
          {codes.map((code) => (
            <div key={code.id}>
              <dt>
                <CodeChip code={code} label={labelIn(code.labels, language) || code.key} />
              </dt>
              <dd>{code.definition || t('noDefinition')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Coding({
  state,
  name,
  segments,
  none,
}: {
  readonly state: ProjectState;
  readonly name: string;
  readonly segments: readonly CodedSegment[];
  readonly none: string;
}) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  return (
    <article className={styles['coding']} aria-label={name}>
      <h2>{name}</h2>
      {segments.length === 0 && <p className={styles['muted']}>{none}</p>}
      {segments.map((segment) => {
        const memo = [...state.memos.values()].find(
          ({ target }) => target?.table === 'segments' && target.id === segment.id,
        );
        return (
          <div key={segment.id} className={styles['segment']}>
            <p
              className={styles['quote']}
              lang={state.sources.get(segment.sourceId)?.language || undefined}
              dir="auto"
            >
              {excerpt(segment.quote, 240)}
            </p>
            <p className={styles['chips']}>
              {segment.tags.map((id) => {
                const code = state.codes.get(id);
                return (
                  code && <CodeChip key={id} code={code} label={labelIn(code.labels, language) || code.key} />
                );
              })}
            </p>
            <p className={styles['muted']}>
              {[
                t('common:characters', { count: segment.characters }),
                t(`segments:stance.${segment.stance}`),
                t(`segments:certainty.${segment.certainty}`),
              ].join(' · ')}
            </p>
            {memo && <p className={styles['memo']}>{memo.plainText}</p>}
          </div>
        );
      })}
    </article>
  );
}
