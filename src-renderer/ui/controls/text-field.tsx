import { Search, X } from 'lucide-react';
import { useLayoutEffect, useRef, type Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { IconButton } from './button';
import styles from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left, also by leaving the view, or Enter is pressed in a single line. */
  readonly onCommit?: () => void;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly lang?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text, or several with `rows`. */
export function TextField({
  label,
  hideLabel,
  value,
  onChange,
  onCommit,
  description,
  error,
  placeholder,
  rows,
  autoFocus = false,
  isDisabled = false,
  lang,
  inputRef,
}: TextFieldProps) {
  const field = useCommitOnLeaving(onCommit);
  return (
    <AriaTextField
      ref={field}
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      onBlur={() => onCommit?.()}
    >
      <Label className={classes(styles['label'], hideLabel && 'visually-hidden')}>{label}</Label>
      {rows ? (
        <TextArea
          className={classes(styles['input'], styles['area'])}
          rows={rows}
          style={{ minHeight: `calc(${rows}lh + 12px)` }}
          placeholder={placeholder}
          lang={lang}
        />
      ) : (
        <Input
          ref={inputRef}
          className={styles['input'] ?? ''}
          placeholder={placeholder}
          lang={lang}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCommit?.();
          }}
        />
      )}
      {description && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

/** A key may take the person to another view while the field has the focus: then no blur comes. */
function useCommitOnLeaving(onCommit: (() => void) | undefined) {
  const field = useRef<HTMLDivElement>(null);
  const commit = useRef(onCommit);
  useLayoutEffect(() => {
    commit.current = onCommit;
  });
  useLayoutEffect(() => {
    const element = field.current;
    return () => {
      if (element?.contains(document.activeElement)) commit.current?.();
    };
  }, []);
  return field;
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, value, onChange, placeholder = label, inputRef }: SearchFieldProps) {
  const { t } = useTranslation('common');
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange}>
      <div className={styles['search']}>
        <Search aria-hidden />
        <Input ref={inputRef} className={styles['input'] ?? ''} placeholder={placeholder} />
        {value && (
          <span className={styles['clear']}>
            <IconButton label={t('clear')}>
              <X />
            </IconButton>
          </span>
        )}
      </div>
    </AriaSearchField>
  );
}
