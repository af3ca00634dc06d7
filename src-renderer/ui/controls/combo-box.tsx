import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Popover } from 'react-aria-components';
import { classes } from '../classes';
import overlays from '../overlays/overlays.module.css';
import styles from './field.module.css';
import { OptionContent, type Option } from './select';

export interface ComboBoxProps {
  readonly label: string;
  /** What stands in the field: an option's label or a text of the person's own. */
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onPick: (id: string) => void;
  /** Called when the field is left or Enter is pressed, so that a text of the person's own can be taken. */
  readonly onCommit: () => void;
  /** The options that fit the text. */
  readonly options: readonly Option[];
  readonly placeholder?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * A field with suggestions that also takes what is not among them. The list opens by typing, by the
 * arrow keys or by its button, and never because the text was changed from outside.
 */
export function ComboBox({
  label,
  text,
  onTextChange,
  onPick,
  onCommit,
  options,
  placeholder,
  error,
}: ComboBoxProps) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [active, setActive] = useState(-1);
  /** Whether there is something typed that was not taken yet, and so something to undo in the field itself. */
  const [isTyped, setIsTyped] = useState(false);
  const isOpen = isAsked && options.length > 0;
  const current = isOpen ? Math.min(active, options.length - 1) : -1;

  const open = (at = -1) => {
    setIsAsked(true);
    setActive(at);
  };
  const close = () => {
    setIsAsked(false);
    setActive(-1);
  };
  const pick = (option: Option) => {
    close();
    setIsTyped(false);
    onPick(option.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[current];
    if (step) {
      const next = (current + step + options.length) % options.length;
      open(isOpen && current >= 0 ? next : step > 0 ? 0 : options.length - 1);
    } else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else if (event.key === 'Enter') {
      close();
      setIsTyped(false);
      onCommit();
      return;
    } else return;
    // What the list has used is not for the dialog or the form around it.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['combo']} ref={field}>
        <Input
          id={id}
          ref={input}
          className={styles['input'] ?? ''}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? `${id}-error` : undefined}
          data-invalid={error ? true : undefined}
          data-untyped={isTyped ? undefined : true}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setIsTyped(true);
            onTextChange(event.target.value);
            open();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            close();
            setIsTyped(false);
            onCommit();
          }}
        />
        <span
          className={styles['comboButton']}
          aria-hidden
          onMouseDown={(event) => {
            // The focus stays in, or comes to, the field.
            event.preventDefault();
            input.current?.focus();
            if (isOpen) close();
            else open();
          }}
        >
          <ChevronDown />
        </span>
      </div>
      {error && (
        <span id={`${id}-error`} className={styles['error']}>
          {error}
        </span>
      )}
      <Popover
        className={classes(overlays['popover'], styles['comboList'])}
        triggerRef={field}
        isOpen={isOpen}
        onOpenChange={(stays) => !stays && close()}
        placement="bottom start"
        isNonModal
      >
        <div id={`${id}-list`} role="listbox" aria-label={label} className={overlays['menu']}>
          {options.map((option, index) => (
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              data-focused={index === current || undefined}
              className={overlays['item']}
              ref={index === current ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
              onPointerMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <OptionContent option={option} />
            </div>
          ))}
        </div>
      </Popover>
    </div>
  );
}
