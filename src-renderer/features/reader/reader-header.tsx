import { ChevronDown, ChevronUp, PanelLeft, PanelRight, Search } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSession } from '../../application/react/context';
import type { Source } from '../../domain/model/source';
import { countryName, languageName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { IconButton } from '../../ui';
import { commandKeys } from './keys/reader-keys';
import { ReaderContext } from './open/reader-context';
import { memoryOf } from './open/reader-store';
import styles from './reader.module.css';

/** What is being read, and the switches of the view. */
export function ReaderHeader({ source }: { source: Source }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const open = use(ReaderContext);
  const { look } = memoryOf(useSession());
  const { hasSources, hasInspector } = useStore(look);
  const about = [
    source.country && countryName(source.country, language),
    source.date,
    source.documentType && t(`library:type.${source.documentType}`),
    languageName(source.language, language),
  ].filter(Boolean);
  return (
    <header className={styles['header']}>
      <IconButton
        label={hasSources ? t('hideSources') : t('showSources')}
        aria-pressed={hasSources}
        onPress={() => look.setState({ hasSources: !hasSources })}
      >
        <PanelLeft />
      </IconButton>
      <div className={styles['heading']}>
        <h1 lang={source.language || undefined}>{source.title}</h1>
        <p>{about.join(' · ')}</p>
      </div>
      <div className={styles['tools']}>
        <IconButton
          label={t('command.find')}
          keys={commandKeys.find[0]}
          isDisabled={!open}
          onPress={() => open?.openFind()}
        >
          <Search />
        </IconButton>
        <IconButton
          label={t('command.previousSegment')}
          keys={commandKeys.previousSegment[0]}
          isDisabled={!open}
          onPress={() => open?.reader.goToSegment('backward')}
        >
          <ChevronUp />
        </IconButton>
        <IconButton
          label={t('command.nextSegment')}
          keys={commandKeys.nextSegment[0]}
          isDisabled={!open}
          onPress={() => open?.reader.goToSegment('forward')}
        >
          <ChevronDown />
        </IconButton>
        <IconButton
          label={hasInspector ? t('hideInspector') : t('showInspector')}
          aria-pressed={hasInspector}
          onPress={() => look.setState({ hasInspector: !hasInspector })}
        >
          <PanelRight />
        </IconButton>
      </div>
    </header>
  );
}
