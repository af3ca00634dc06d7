import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Heading } from 'react-aria-components';
import { classes } from '../classes';
import styles from './layout.module.css';

export interface FoldHeadingProps {
  readonly level: 2 | 3 | 4;
  /** Speaks as loud as the text around it; without it, for what most people leave folded, more quietly. */
  readonly isLoud?: boolean;
  /** For a place that the heading fills to its edges. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The heading of a Disclosure, which opens and closes it. */
export function FoldHeading({ level, isLoud = false, className, children }: FoldHeadingProps) {
  return (
    <Heading level={level} className={styles['foldHeading'] ?? ''}>
      <Button slot="trigger" data-loud={isLoud || undefined} className={classes(styles['fold'], className)}>
        <ChevronRight aria-hidden />
        {children}
      </Button>
    </Heading>
  );
}
