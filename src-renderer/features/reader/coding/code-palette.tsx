import { Check } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { searchCodes, type CodeMatch } from '../../../domain/codebook/search';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph, Keys, Picker, type PickerItem } from '../../../ui';
import { useOpenReader, useSelectedSegments } from '../open/reader-context';
import styles from '../panels/panels.module.css';

/** Finds a code by a few letters of its name in any of its languages, and codes with it. */
export function CodePalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const state = useProjectState();
  const { coding } = useOpenReader();
  const selected = useSelectedSegments();

  const search = useCallback(
    (query: string): readonly PickerItem[] => {
      const matches = searchCodes(state, query, language).filter(({ code }) => code.codable);
      const isUsed = ({ code }: CodeMatch): boolean => state.families.get(code.familyId)?.enabled === true;
      // Without words only what this project uses; whoever types looks for something particular.
      const shown = query.trim() === '' ? matches.filter(isUsed) : matches;
      return shown.slice(0, 200).map(({ code, matched, language: matchedIn }) => {
        const label = labelIn(code.labels, language) || code.key;
        const family = state.families.get(code.familyId);
        const name = (family && labelIn(family.labels, language)) || '';
        const isOn = selected.length > 0 && selected.every(({ tags }) => tags.includes(code.id));
        const otherName = matchedIn !== language && matched !== '' && matched !== label ? matched : '';
        return {
          id: code.id,
          label,
          detail: [otherName, name].filter(Boolean).join(' · '),
          icon: isOn ? <Check aria-label={t('palette.applied')} /> : <CodeGlyph code={code} />,
          keys: code.shortcut || undefined,
        };
      });
    },
    [state, language, selected, t],
  );

  return (
    <Picker
      label={t('command.palette')}
      placeholder={t('palette.placeholder')}
      isOpen={isOpen}
      onClose={onClose}
      search={search}
      onPick={(id) => coding.code(id)}
      footer={
        <>
          <span className={styles['hint']}>
            <Keys keys="Enter" /> {t('palette.apply')}
          </span>
          <span className={styles['hint']}>
            <Keys keys="Shift+Enter" /> {t('palette.more')}
          </span>
        </>
      }
    />
  );
}
