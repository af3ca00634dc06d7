import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { CodeGlyph, type CodeLook } from './code-glyph';
import styles from './code-chip.module.css';

export interface CodeChipProps {
  readonly code: CodeLook;
  readonly label: string;
  readonly title?: string;
  /** With `onRemove`, `removeLabel` names the button: "Remove Organized crime". */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

export function CodeChip({ code, label, title, onRemove, removeLabel }: CodeChipProps) {
  return (
    <span className={styles['chip']} title={title ?? label}>
      <CodeGlyph code={code} />
      <span className={styles['label']}>{label}</span>
      {onRemove && (
        <Button className={styles['remove'] ?? ''} aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  );
}
