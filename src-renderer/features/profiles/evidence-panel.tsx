import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../application/navigation';
import { useNavigation, useProjectState } from '../../application/react/context';
import { labelIn } from '../../domain/model/language';
import type { CodedSegment } from '../../domain/model/segment';
import { passages } from '../../domain/profile/passages';
import type { ProfileRequest } from '../../domain/profile/request';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { CodeChip, IconButton } from '../../ui';
import styles from './profiles.module.css';

/** More would make the panel slow; the list of segments shows any number. */
const SHOWN = 200;

export interface EvidencePanelProps {
  readonly request: ProfileRequest;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

/** The passages that a figure counts, each one step from its place in the text. */
export function EvidencePanel({ request, evidence, onClose }: EvidencePanelProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const state = useProjectState();
  const navigation = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { country, codeId } = evidence;
  const segments = useMemo(
    () => passages(state, request, country, codeId),
    [state, request, country, codeId],
  );
  const code = state.codes.get(codeId);
  useEffect(() => heading.current?.focus(), [country, codeId]);

  const open = (segment: CodedSegment) =>
    navigation.go({ view: 'reader', sourceId: segment.sourceId, segmentId: segment.id });
  return (
    <aside
      className={styles['evidence']}
      aria-labelledby="evidence-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles['evidenceHeader']}>
        <div>
          <h2 id="evidence-title" ref={heading} tabIndex={-1}>
            {countryName(country, language) || t('noCountry')}
          </h2>
          {code && <CodeChip code={code} label={labelIn(code.labels, language) || code.key} />}
          <p className={styles['caption']}>{t('evidence.count', { count: segments.length })}</p>
        </div>
        <IconButton label={t('common:close')} onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <ol className={styles['passages']}>
        {segments.slice(0, SHOWN).map((segment) => {
          const source = state.sources.get(segment.sourceId);
          const about = [
            source?.date,
            state.coders.get(segment.coderId)?.name,
            segment.certainty === 'unsure' && t('segments:certainty.unsure'),
            segment.stance !== 'asserts' && t(`segments:stance.${segment.stance}`),
          ].filter(Boolean);
          return (
            <li key={segment.id}>
              <AriaButton className={styles['passage'] ?? ''} onPress={() => open(segment)}>
                <span className={styles['quote']} lang={source?.language || undefined} dir="auto">
                  {segment.quote}
                </span>
                <span className={styles['about']}>
                  <strong>{source?.title}</strong> {about.join(' · ')}
                </span>
              </AriaButton>
            </li>
          );
        })}
      </ol>
      {segments.length > SHOWN && (
        <AriaButton
          className={styles['more'] ?? ''}
          onPress={() =>
            navigation.go({ view: 'segments', query: { countries: [country], codeIds: [codeId] } })
          }
        >
          {t('evidence.more', { count: segments.length - SHOWN })}
        </AriaButton>
      )}
    </aside>
  );
}
