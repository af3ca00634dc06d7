import type { CSSProperties } from 'react';
import styles from './layout.module.css';

export interface CountsProps {
  /** Names the list where no heading does. */
  readonly label?: string;
  /** How many stand in a line. */
  readonly columns: number;
  /** What is counted and how much of it there is, written as the language writes numbers. */
  readonly counts: readonly { readonly id: string; readonly label: string; readonly value: string }[];
}

/** How much there is of everything, at a glance: each number over its name. */
export function Counts({ label, columns, counts }: CountsProps) {
  return (
    <dl
      className={styles['counts']}
      aria-label={label}
      style={{ '--count-columns': columns } as CSSProperties}
    >
      {counts.map(({ id, label: name, value }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
