import { useTranslation } from 'react-i18next';
import type { CodedSegment } from '../../../domain/model/segment';
import { Button, Keys } from '../../../ui';
import { useOpenReader } from '../open/reader-context';
import { ModeButtons } from './mode-buttons';
import styles from './panels.module.css';

/** Several segments are selected: what is done is done to all of one's own among them. */
export function SeveralInspector({ segments }: { segments: readonly CodedSegment[] }) {
  const { t } = useTranslation('reader');
  const { coding, openPalette } = useOpenReader();
  const own = segments.filter(coding.isOwn);
  return (
    <>
      <h2 className={styles['panelTitle']}>{t('several.title', { count: segments.length })}</h2>
      {own.length < segments.length && (
        <p className={styles['foreign']}>{t('several.foreign', { count: segments.length - own.length })}</p>
      )}
      <ModeButtons />
      <div className={styles['row']}>
        <Button onPress={openPalette} isDisabled={own.length === 0}>
          {t('passage.other')}
          <Keys keys="/" />
        </Button>
        <Button onPress={() => coding.merge()} isDisabled={own.length < 2}>
          {t('command.merge')}
          <Keys keys="j" />
        </Button>
        <Button onPress={() => coding.toggleUnsure()} isDisabled={own.length === 0}>
          {t('certainty.unsure')}
          <Keys keys="u" />
        </Button>
        <Button onPress={() => coding.remove()} isDisabled={own.length === 0}>
          {t('command.remove')}
          <Keys keys="Delete" />
        </Button>
      </div>
    </>
  );
}
