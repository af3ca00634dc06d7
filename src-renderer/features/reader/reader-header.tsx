import {
  ChevronDown,
  ChevronUp,
  FoldVertical,
  PanelLeft,
  PanelRight,
  Search,
  UnfoldVertical,
} from 'lucide-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../domain/model/source';
import { countryName, languageName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { IconButton } from '../../ui';
import { commandKeys, panelKeys } from './keys/reader-keys';
import { ReaderContext } from './open/reader-context';
import type { Panels } from './open/use-panels';
import styles from './reader.module.css';
import { SourceState } from './source-state';

/** What is being read, and the switches of the view. */
export function ReaderHeader({ source, panels }: { source: Source; panels: Panels }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const open = use(ReaderContext);
  const about = [
    source.country && countryName(source.country, language),
    source.date,
    source.documentType && t(`library:type.${source.documentType}`),
    languageName(source.language, language),
  ].filter(Boolean);
  return (
    <header className={styles['header']}>
      <IconButton
        label={t(panels.sources.label)}
        keys={panelKeys.sources}
        aria-pressed={panels.sources.place !== 'away'}
        onPress={panels.sources.toggle}
      >
        <PanelLeft />
      </IconButton>
      <div className={styles['heading']}>
        <h1 lang={source.language || undefined}>{source.title}</h1>
        <p>{about.join(' · ')}</p>
      </div>
      <SourceState source={source} />
      <div className={styles['tools']}>
        {open?.aside && (
          <IconButton
            label={t(open.aside.label)}
            aria-pressed={open.aside.isShown}
            onPress={open.aside.toggle}
          >
            {open.aside.isShown ? <FoldVertical /> : <UnfoldVertical />}
          </IconButton>
        )}
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
          label={t(panels.inspector.label)}
          keys={panelKeys.inspector}
          aria-pressed={panels.inspector.place !== 'away'}
          onPress={panels.inspector.toggle}
        >
          <PanelRight />
        </IconButton>
      </div>
    </header>
  );
}
