import { useTranslation } from 'react-i18next';
import { scripts, type Script } from '../../../../domain/model/import';
import type { InterfaceLanguage } from '../../../../i18n';
import { Button, Select } from '../../../../ui';
import styles from './preview.module.css';

/** The script of most pages of somebody who works in a language. */
export const likelyScript: Readonly<Record<InterfaceLanguage, Script>> = {
  en: 'eng',
  ja: 'jpn',
  ko: 'kor',
  'zh-Hans': 'chi_sim',
  'zh-Hant': 'chi_tra',
};

export interface RecogniseProps {
  /** How many pages are pictures. */
  readonly pages: number;
  /** Whether they have been recognised already, perhaps in another script. */
  readonly isDone: boolean;
  readonly script: Script;
  readonly onScript: (script: Script) => void;
  readonly onRecognise: () => void;
}

/** Has pages that are pictures read, in the script they are written in. */
export function Recognise({ pages, isDone, script, onScript, onRecognise }: RecogniseProps) {
  const { t } = useTranslation('import-preview');
  return (
    <div className={styles['row']}>
      <Select
        label={t('recognise', { count: pages })}
        value={script}
        options={scripts.map((id) => ({ id, label: t(`script.${id}`) }))}
        onChange={(id) => {
          const chosen = scripts.find((known) => known === id);
          if (chosen) onScript(chosen);
        }}
      />
      <Button onPress={onRecognise}>{t(isDone ? 'recogniseAgain' : 'recogniseNow')}</Button>
    </div>
  );
}
