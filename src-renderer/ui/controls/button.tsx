import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import { Tooltip } from '../overlays/tooltip';
import { classes } from '../classes';
import styles from './button.module.css';

type Kind = 'plain' | 'primary' | 'quiet';
const kinds: Record<Kind, string | undefined> = {
  plain: undefined,
  primary: styles['primary'],
  quiet: styles['quiet'],
};

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly kind?: Kind;
}

export function Button({ kind = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(styles['button'], kinds[kind])} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Accessible name, also shown as tooltip. */
  readonly label: string;
  /** Key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, keys, kind = 'quiet', children, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classes(styles['button'], styles['icon'], kinds[kind])}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'style'> {
  readonly kind?: Kind;
}

export function ToggleButton({ kind = 'plain', ...props }: ToggleButtonProps) {
  return <AriaToggleButton {...props} className={classes(styles['button'], kinds[kind])} />;
}
