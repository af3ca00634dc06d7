import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field';
import { useEdited } from './use-edited';

export interface CommittedFieldProps extends Omit<TextFieldProps, 'onCommit' | 'onChange' | 'error'> {
  /** Takes the text; says why not when it cannot be taken. */
  readonly onChange: (value: string) => string | undefined;
}

/**
 * A text field whose text becomes a change when the field is left or Enter is pressed, not at each
 * letter: one edit, one step of undo. A text changed from outside replaces what stands in the field; a
 * text that was refused stays there with the reason below it.
 */
export function CommittedField({ value, onChange, ...props }: CommittedFieldProps) {
  const [text, setText] = useEdited(value);
  const [refused, setRefused] = useState({ text: '', reason: '' });
  const commit = () => {
    const reason = text === value ? undefined : onChange(text);
    setRefused(reason ? { text, reason } : { text: '', reason: '' });
  };
  return (
    <TextField
      {...props}
      value={text}
      onChange={setText}
      onCommit={commit}
      error={refused.text === text ? refused.reason : undefined}
    />
  );
}
