import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../../ui';
import styles from './preview.module.css';

export interface BoundaryProps {
  readonly label: string;
  /** Paragraphs on either side; one at least stays on each. */
  readonly before: number;
  readonly after: number;
  /** Where it stands among the paragraphs that are shown, by their `data-at`. */
  readonly at: number;
  /** Positive: paragraphs that come to stand before it; negative: after it. */
  readonly onMove: (paragraphs: number) => void;
  readonly children?: ReactNode;
}

/** Where a boundary that is dragged would come to stand. */
interface Aim {
  readonly paragraphs: number;
  /** Its place in CSS pixels from the top of the handle. */
  readonly line: number;
}

/** Where one source ends and the next begins: moved by keys, by its buttons, or by dragging it. */
export function Boundary({ label, before, after, at, onMove, children }: BoundaryProps) {
  const { t } = useTranslation('import-preview');
  const [aimed, setAimed] = useState<Aim | null>(null);
  const move = (paragraphs: number) => {
    if (paragraphs > -before && paragraphs < after && paragraphs !== 0) onMove(paragraphs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(Math.max(1 - before, Math.min(after - 1, step)));
  };
  const aim = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent): Aim | null => {
    if (!currentTarget.hasPointerCapture(pointerId)) return null;
    const over = document.elementFromPoint(clientX, clientY)?.closest('[data-at]');
    if (!over) return null;
    const { top, bottom } = over.getBoundingClientRect();
    const isPastMiddle = clientY > (top + bottom) / 2;
    const paragraphs = Number(over.getAttribute('data-at')) - at + (isPastMiddle ? 1 : 0);
    const own = currentTarget.getBoundingClientRect().top;
    return { paragraphs, line: (isPastMiddle ? bottom : top) - own };
  };
  return (
    <div className={styles['boundary']}>
      <div
        className={styles['handle']}
        role="separator"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={before + after - 1}
        aria-valuenow={before}
        aria-valuetext={t('boundary.value', { before, after })}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => setAimed(aim(event))}
        onPointerUp={(event) => move(aim(event)?.paragraphs ?? 0)}
        onLostPointerCapture={() => setAimed(null)}
      >
        <span>{label}</span>
        {aimed && <div className={styles['aim']} style={{ top: aimed.line }} />}
      </div>
      <IconButton label={t('boundary.up')} isDisabled={before <= 1} onPress={() => move(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={t('boundary.down')} isDisabled={after <= 1} onPress={() => move(1)}>
        <ChevronDown />
      </IconButton>
      {children}
    </div>
  );
}
