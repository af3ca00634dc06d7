import { ArrowLeftFromLine, ArrowLeftToLine, ArrowRightFromLine, ArrowRightToLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui';
import { commandKeys } from '../keys/reader-keys';
import { useOpenReader } from '../open/reader-context';
import styles from './panels.module.css';

/** Moves the ends of the segment word by word. */
export function ExtentButtons() {
  const { t } = useTranslation('reader');
  const { coding } = useOpenReader();
  return (
    <div className={styles['extent']} role="group" aria-label={t('segment.extent')}>
      <IconButton
        label={t('command.extendStart')}
        keys={commandKeys.extendStart[0]}
        onPress={() => coding.resizeBy('start', 'backward')}
      >
        <ArrowLeftFromLine />
      </IconButton>
      <IconButton
        label={t('command.shrinkStart')}
        keys={commandKeys.shrinkStart[0]}
        onPress={() => coding.resizeBy('start', 'forward')}
      >
        <ArrowRightToLine />
      </IconButton>
      <span aria-hidden className={styles['extentGap']} />
      <IconButton
        label={t('command.shrinkEnd')}
        keys={commandKeys.shrinkEnd[0]}
        onPress={() => coding.resizeBy('end', 'backward')}
      >
        <ArrowLeftToLine />
      </IconButton>
      <IconButton
        label={t('command.extendEnd')}
        keys={commandKeys.extendEnd[0]}
        onPress={() => coding.resizeBy('end', 'forward')}
      >
        <ArrowRightFromLine />
      </IconButton>
    </div>
  );
}
