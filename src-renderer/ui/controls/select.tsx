import { ChevronDown } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { classes } from '../classes';
import overlays from '../overlays/overlays.module.css';
import buttons from './button.module.css';
import styles from './field.module.css';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** How deep it stands below other options; 0 where absent. */
  readonly depth?: number;
}

/** An option as a list shows it: set in by its depth. */
export const OptionContent = ({ option }: { option: Option }) => (
  <>
    {option.depth ? <span data-indent style={{ width: option.depth * 12 }} /> : null}
    {option.icon}
    <span className={overlays['itemLabel']}>{option.label}</span>
  </>
);

function Options({ options }: { options: readonly Option[] }) {
  return (
    <Popover className={overlays['popover'] ?? ''}>
      <ListBox className={overlays['menu'] ?? ''} items={options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={overlays['item'] ?? ''}>
            <OptionContent option={option} />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

export interface SelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly options: readonly Option[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

export function Select({ label, hideLabel, value, onChange, options, placeholder, isDisabled }: SelectProps) {
  return (
    <AriaSelect
      className={styles['field'] ?? ''}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? ''}
    >
      <Label className={classes(styles['label'], hideLabel && 'visually-hidden')}>{label}</Label>
      <Button className={classes(buttons['button'], styles['select'])}>
        <SelectValue className={styles['value'] ?? ''} />
        <ChevronDown aria-hidden />
      </Button>
      <Options options={options} />
    </AriaSelect>
  );
}

export interface ComboBoxProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** What stands in the field: an option's label or a text of the person's own. */
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onPick: (id: string) => void;
  /** Called when the field is left or Enter is pressed, so that a text of the person's own can be taken. */
  readonly onCommit?: () => void;
  readonly options: readonly Option[];
  /** The options already fit the text; otherwise those whose label contains it are shown. */
  readonly isFiltered?: boolean;
  readonly placeholder?: string | undefined;
  readonly error?: string | undefined;
}

/** A field with suggestions that also takes what is not among them. */
export function ComboBox({
  label,
  hideLabel,
  text,
  onTextChange,
  onPick,
  onCommit,
  options,
  isFiltered,
  placeholder,
  error,
}: ComboBoxProps) {
  const takeOwnText = (event: KeyboardEvent<HTMLInputElement>) => {
    // With an option in focus, Enter takes the option.
    const hasOption = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !hasOption && !event.nativeEvent.isComposing) onCommit?.();
  };
  return (
    <AriaComboBox
      className={styles['field'] ?? ''}
      inputValue={text}
      onInputChange={onTextChange}
      onSelectionChange={(key) => key !== null && onPick(String(key))}
      onBlur={() => onCommit?.()}
      allowsCustomValue
      isInvalid={Boolean(error)}
      {...(isFiltered ? { items: options } : { defaultItems: options })}
    >
      <Label className={classes(styles['label'], hideLabel && 'visually-hidden')}>{label}</Label>
      <div className={styles['combo']}>
        <Input className={styles['input'] ?? ''} placeholder={placeholder} onKeyDown={takeOwnText} />
        <Button className={styles['comboButton'] ?? ''}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
      <Options options={options} />
    </AriaComboBox>
  );
}
