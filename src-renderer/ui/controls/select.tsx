import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
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
