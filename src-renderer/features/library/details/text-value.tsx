import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, TextField } from '../../../ui';
import styles from './details.module.css';
import type { Shared } from './shared';
import { useEntry } from './use-entry';

export interface TextValueProps {
  readonly label: string;
  readonly value: Shared<string>;
  /** Tells the sources (or whatever is described) from others. */
  readonly owner: string;
  /** Takes the text; out: why it cannot be taken. */
  readonly onTake: (text: string) => string | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly lang?: string | undefined;
}

/** A text of one source, or of several at once; several different ones can be cleared together. */
export function TextValue({ label, value, owner, onTake, placeholder, rows, lang }: TextValueProps) {
  const { t } = useTranslation('library');
  const isSeveral = value.kind === 'several';
  const shown = isSeveral ? '' : value.value;
  const entry = useEntry(shown, owner);

  return (
    <div className={styles['withButton']}>
      <TextField
        label={label}
        value={entry.text}
        onChange={entry.type}
        onCommit={() => entry.text !== shown && entry.settle(onTake(entry.text))}
        error={entry.why}
        placeholder={isSeveral ? t('several') : placeholder}
        {...(rows ? { rows } : {})}
        lang={lang}
      />
      {isSeveral && (
        <IconButton label={t('clearField', { field: label })} onPress={() => entry.settle(onTake(''))}>
          <X />
        </IconButton>
      )}
    </div>
  );
}
