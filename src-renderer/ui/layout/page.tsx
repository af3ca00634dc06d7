import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import styles from './layout.module.css';

export interface PageProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly actions?: ReactNode;
  /** Filters and switches under the title. */
  readonly toolbar?: ReactNode;
  /** The content fills the body to the window's edge and scrolls by itself. */
  readonly scrollsItself?: boolean;
  readonly children: ReactNode;
}

/** The frame of every view but the reader. */
export function Page({ title, subtitle, actions, toolbar, scrollsItself, children }: PageProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <div>
          <h1>{title}</h1>
          {subtitle && (
            <p className={styles['subtitle']} aria-live="polite">
              {subtitle}
            </p>
          )}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {toolbar && <div className={styles['toolbar']}>{toolbar}</div>}
      <div className={styles['body']} data-filled={scrollsItself || undefined}>
        {children}
      </div>
    </div>
  );
}

/** Says what would be here and how to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Progress of a long task; `value` from 0 to 1. */
export function Progress({ label, value }: { label: string; value: number }) {
  return (
    <ProgressBar aria-label={label} value={value * 100}>
      <div className={styles['progress']}>
        <div style={{ width: `${Math.round(value * 100)}%` }} />
      </div>
    </ProgressBar>
  );
}
