import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../controls/keys';
import { PaletteFrame } from './dialog';
import styles from './overlays.module.css';

export interface PickerItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
}

export interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The best items first; called for each text typed. */
  readonly search: (query: string) => readonly PickerItem[];
  /** With `keepOpen` the person goes on picking (Shift+Enter). */
  readonly onPick: (id: string, keepOpen: boolean) => void;
  readonly footer?: ReactNode;
}

/** Type, arrow, Enter: the one list behind every palette. */
export function Picker({ label, placeholder, isOpen, onClose, ...rest }: PickerProps) {
  return (
    <PaletteFrame label={label} isOpen={isOpen} onClose={onClose}>
      <PickerBody label={label} placeholder={placeholder} onClose={onClose} {...rest} />
    </PaletteFrame>
  );
}

function PickerBody({ label, placeholder, onClose, search, onPick, footer }: Omit<PickerProps, 'isOpen'>) {
  const { t } = useTranslation('common');
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const items = search(query);
  const current = Math.min(active, items.length - 1);

  const pick = (item: PickerItem | undefined, keepOpen: boolean) => {
    if (!item || item.isDisabled) return;
    if (!keepOpen) onClose();
    onPick(item.id, keepOpen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && items.length > 0) {
      event.preventDefault();
      const next = Math.abs(step) === 1 ? (current + step + items.length) % items.length : current + step;
      setActive(Math.max(0, Math.min(items.length - 1, next)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(items[current], event.shiftKey);
    }
  };

  return (
    <div className={styles['picker']}>
      <input
        className={styles['pickerInput']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${current}` : undefined}
        placeholder={placeholder}
        value={query}
        autoFocus
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {items.length === 0 && <p className={styles['pickerEmpty']}>{t('nothingFound')}</p>}
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className={styles['pickerList']}
        hidden={items.length === 0}
      >
        {items.map((item, index) => (
          <div
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={item.isDisabled || undefined}
            data-focused={index === current || undefined}
            data-disabled={item.isDisabled || undefined}
            className={styles['item']}
            ref={index === current ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setActive(index)}
            onClick={(event) => pick(item, event.shiftKey)}
          >
            {item.icon}
            <span className={styles['itemLabel']}>{item.label}</span>
            {item.detail && <span className={styles['itemDetail']}>{item.detail}</span>}
            {item.keys && <Keys keys={item.keys} />}
          </div>
        ))}
      </div>
      {footer && <div className={styles['pickerHint']}>{footer}</div>}
    </div>
  );
}
