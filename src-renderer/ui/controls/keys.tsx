import { keyParts } from '../commands/keys';
import styles from './keys.module.css';

/** Shows a key combination such as Mod+Shift+Z the way this computer writes it. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']} aria-hidden>
      {keyParts(keys).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
