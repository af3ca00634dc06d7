import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, TextField, useEdited } from '../../../ui';
import type { Shared } from './shared';
import styles from './details.module.css';

export interface TextValueProps {
  readonly label: string;
  readonly value: Shared<string>;
  /** Takes the text; out: why it cannot be taken. */
  readonly onTake: (text: string) => string | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly lang?: string | undefined;
}

/** A text of one source, or of several at once; several different ones can be cleared together. */
export function TextValue({ label, value, onTake, placeholder, rows, lang }: TextValueProps) {
  const { t } = useTranslation('library');
  const isSeveral = value.kind === 'several';
  const base = isSeveral ? '' : value.value;
  const [text, setText] = useEdited(base);
  const [refused, setRefused] = useState<{ text: string; why: string }>();

  const take = (taken: string) => {
    const why = onTake(taken);
    setRefused(why === undefined ? undefined : { text: taken, why });
    // What was taken may read differently now: "Dec 2009" has become 2009-12.
    if (why === undefined) setText(base);
  };

  return (
    <div className={styles['withButton']}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        onCommit={() => text !== base && take(text)}
        error={refused?.text === text ? refused.why : undefined}
        placeholder={isSeveral ? t('several') : placeholder}
        {...(rows ? { rows } : {})}
        lang={lang}
      />
      {isSeveral && (
        <IconButton label={t('clearField', { field: label })} onPress={() => take('')}>
          <X />
        </IconButton>
      )}
    </div>
  );
}
