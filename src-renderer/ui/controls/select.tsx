import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
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
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <Popover className={overlays['popover'] ?? ''}>
      <ListBox className={overlays['menu'] ?? ''} items={options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={overlays['item'] ?? ''}>
            {option.icon}
            <span className={overlays['itemLabel']}>{option.label}</span>
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
  /** Called when the field is left, so that a text of the person's own can be taken. */
  readonly onCommit?: () => void;
  readonly options: readonly Option[];
  readonly placeholder?: string;
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
  placeholder,
}: ComboBoxProps) {
  return (
    <AriaComboBox
      className={styles['field'] ?? ''}
      inputValue={text}
      onInputChange={onTextChange}
      onSelectionChange={(key) => key !== null && onPick(String(key))}
      onBlur={() => onCommit?.()}
      allowsCustomValue
      menuTrigger="focus"
      defaultItems={options}
    >
      <Label className={classes(styles['label'], hideLabel && 'visually-hidden')}>{label}</Label>
      <div className={styles['combo']}>
        <Input className={styles['input'] ?? ''} placeholder={placeholder} />
        <Button className={styles['comboButton'] ?? ''}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <Options options={options} />
    </AriaComboBox>
  );
}
