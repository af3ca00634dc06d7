import type { Coder } from '../../domain/model/segment';
import styles from './settings.module.css';

/** Initials in a ring of the coder's colour; stands beside the name. */
export function CoderBadge({ coder }: { coder: Pick<Coder, 'initials' | 'color'> }) {
  return (
    <span className={styles['badge']} style={{ borderColor: coder.color }} aria-hidden>
      {coder.initials}
    </span>
  );
}
