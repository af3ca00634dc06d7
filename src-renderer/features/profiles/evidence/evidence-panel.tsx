import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../application/navigation';
import { useSeenState } from '../../../application/react/blind';
import { useNavigation } from '../../../application/react/context';
import type { CodeId, SegmentId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import type { CodedSegment } from '../../../domain/model/segment';
import { passages } from '../../../domain/profile/passages';
import type { ProfileRequest } from '../../../domain/profile/request';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { classes, CodeChip, IconButton } from '../../../ui';
import { PassageButton } from './passage-button';
import styles from '../profiles.module.css';

/** More would make the panel slow; the list of segments shows any number. */
const SHOWN = 200;

export interface EvidencePanelProps {
  readonly request: ProfileRequest;
  readonly evidence: Evidence;
  /** The passage that was opened from here, to come back to. */
  readonly opened: SegmentId | undefined;
  readonly onOpen: (segment: CodedSegment) => void;
  readonly onClose: () => void;
}

/** The passages that a figure counts, each one step from its place in the text. */
export function EvidencePanel({ request, evidence, opened, onOpen, onClose }: EvidencePanelProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const state = useSeenState();
  const navigation = useNavigation();
  const panel = useRef<HTMLElement>(null);
  const { country, codeId, crossed } = evidence;
  const segments = useMemo(
    () => passages(state, request, country, codeId, crossed),
    [state, request, country, codeId, crossed],
  );
  const codeIds: readonly CodeId[] = crossed ? [codeId, crossed.codeId] : [codeId];

  // The passage that was opened, or else the heading; after the frame has moved the focus to the view.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const passage = opened && panel.current?.querySelector<HTMLElement>(`[data-segment="${opened}"]`);
      (passage || panel.current?.querySelector('h2'))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [evidence, opened]);

  return (
    <aside
      ref={panel}
      className={classes(styles['evidence'], styles['chosen'])}
      aria-labelledby="evidence-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles['evidenceHeader']}>
        <div>
          <h2 id="evidence-title" tabIndex={-1}>
            {countryName(country, language) || t('noCountry')}
          </h2>
          {codeIds.map((id) => {
            const code = state.codes.get(id);
            return (
              code && <CodeChip key={id} code={code} label={labelIn(code.labels, language) || code.key} />
            );
          })}
          <p className={styles['caption']}>{t('evidence.count', { count: segments.length })}</p>
        </div>
        <IconButton label={t('common:close')} keys="Escape" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <ol className={styles['passages']}>
        {segments.slice(0, SHOWN).map((segment) => (
          <li key={segment.id}>
            <PassageButton segment={segment} onOpen={() => onOpen(segment)} />
          </li>
        ))}
      </ol>
      {segments.length > SHOWN && (
        <AriaButton
          className={styles['more'] ?? ''}
          onPress={() =>
            navigation.go({ view: 'segments', query: { countries: [country], codeIds, codeMatch: 'all' } })
          }
        >
          {t('evidence.more', { count: segments.length - SHOWN })}
        </AriaButton>
      )}
    </aside>
  );
}
