import { TextField, type TextFieldProps } from './text-field';
import { useEdited } from './use-edited';

/**
 * A text field whose text becomes a change when the field is left or Enter is pressed, not at each
 * letter: one edit, one step of undo. A text changed from outside replaces what stands in the field.
 */
export function CommittedField({
  value,
  onChange,
  ...props
}: Omit<TextFieldProps, 'onCommit'> & { readonly onChange: (value: string) => void }) {
  const [text, setText] = useEdited(value);
  return (
    <TextField {...props} value={text} onChange={setText} onCommit={() => text !== value && onChange(text)} />
  );
}
