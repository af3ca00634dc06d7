import { useTranslation } from 'react-i18next';
import { countCodePoints } from '../../../domain/text/positions';
import { Button, Keys } from '../../../ui';
import { useOpenReader } from '../open/reader-context';
import { rangeOf, type TextSelection } from '../engine/selection/text-selection';
import { ModeButtons } from './mode-buttons';
import styles from './panels.module.css';
import { Quote } from './quote';

/** Text is selected and waits for a code. */
export function PassageInspector({ selection }: { selection: TextSelection }) {
  const { t } = useTranslation('reader');
  const { reader, coding, openPalette, source } = useOpenReader();
  const { start, end } = rangeOf(selection);
  const passage = reader.view.text.slice(start, end);
  return (
    <>
      <h2 className={styles['panelTitle']}>{t('passage.title')}</h2>
      <Quote text={passage} language={source.language} />
      <p className={styles['about']}>{t('common:characters', { count: countCodePoints(passage) })}</p>
      <h3 className={styles['groupTitle']}>{t('passage.code')}</h3>
      <ModeButtons />
      <div className={styles['row']}>
        <Button onPress={openPalette}>
          {t('passage.other')}
          <Keys keys="/" />
        </Button>
        <Button onPress={() => coding.repeat()} isDisabled={!coding.canRepeat}>
          {t('passage.repeat')}
          <Keys keys="r" />
        </Button>
      </div>
    </>
  );
}
