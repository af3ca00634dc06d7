import { Check, ChevronDown } from 'lucide-react';
import {
  Autocomplete,
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Input,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import overlays from '../overlays/overlays.module.css';
import { Button } from './button';
import buttons from './button.module.css';
import fields from './field.module.css';
import styles from './filter-menu.module.css';
import { OptionContent, type Option } from './select';

export interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** Empty: the filter lets everything through. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** A filter by some of many: closed it says what it lets through, open it is a searchable list. */
export function FilterMenu({ label, options, value, onChange }: FilterMenuProps) {
  const { t } = useTranslation('common');
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = options.filter((option) => value.includes(option.id)).map((option) => option.label);
  return (
    <DialogTrigger>
      <AriaButton
        className={classes(buttons['button'], styles['trigger'])}
        data-active={chosen.length > 0 || undefined}
      >
        {label}
        {chosen.length > 0 && (
          <span className={styles['value']}>
            {chosen.length > 2 ? t('chosen', { count: chosen.length }) : chosen.join(', ')}
          </span>
        )}
        <ChevronDown aria-hidden />
      </AriaButton>
      <Popover className={overlays['popover'] ?? ''} placement="bottom start">
        <Dialog className={styles['panel'] ?? ''} aria-label={label}>
          <Autocomplete filter={contains}>
            <AriaSearchField
              aria-label={t('searchIn', { label })}
              autoFocus
              className={styles['search'] ?? ''}
            >
              <Input className={fields['input'] ?? ''} placeholder={t('searchIn', { label })} />
            </AriaSearchField>
            <ListBox
              aria-label={label}
              className={styles['list'] ?? ''}
              selectionMode="multiple"
              // Escape closes the menu; it does not take the choice away.
              escapeKeyBehavior="none"
              selectedKeys={value}
              onSelectionChange={(keys) =>
                onChange(options.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))
              }
              items={options}
              renderEmptyState={() => <p className={overlays['pickerEmpty']}>{t('nothingFound')}</p>}
            >
              {(option) => (
                <ListBoxItem id={option.id} textValue={option.label} className={overlays['item'] ?? ''}>
                  <Check className={styles['tick'] ?? ''} aria-hidden />
                  <OptionContent option={option} />
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
          <div className={styles['foot']}>
            <Button kind="quiet" isDisabled={value.length === 0} onPress={() => onChange([])}>
              {t('showAll')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
