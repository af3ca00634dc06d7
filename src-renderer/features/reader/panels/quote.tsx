import { shorten } from '../../../domain/text/graphemes';
import styles from './panels.module.css';

/** The words of a passage, cut where they would fill the panel. */
export function Quote({ text, language }: { text: string; language: string }) {
  return (
    <blockquote className={styles['quote']} lang={language || undefined} dir="auto">
      {shorten(text, 220)}
    </blockquote>
  );
}
