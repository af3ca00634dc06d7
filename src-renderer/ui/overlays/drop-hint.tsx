import { FileInput } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import styles from './overlays.module.css';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

export interface DropHintProps {
  readonly onDrop: (transfer: DataTransfer) => void;
  /** What letting go will do. */
  readonly children: ReactNode;
}

/** Takes files dropped anywhere on the window, and says so while they are held over it. */
export function DropHint({ onDrop, children }: DropHintProps) {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent(onDrop);

  useEffect(() => {
    // Entering a child comes before leaving its parent.
    let depth = 0;
    const stay = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      if (event.dataTransfer) take(event.dataTransfer);
    };
    const listeners = { dragenter: enter, dragover: stay, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name as 'drop', listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name as 'drop', listener);
      }
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={styles['drop']} role="status">
      <p>
        <FileInput aria-hidden />
        {children}
      </p>
    </div>
  );
}
