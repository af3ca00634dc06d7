import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface SidePanelProps {
  readonly label: string;
  /** Too narrow for both: the panel lies over the view. The style sheet places it by `data-over`. */
  readonly isOver: boolean;
  readonly onClose: () => void;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/**
 * A panel beside a view, or over it where there is no room for both. Over it, it has the focus while it is
 * there, gives it back, and goes with Escape.
 */
export function SidePanel({ label, isOver, onClose, className, children }: SidePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = panel;
    if (!isOver || !current) return;
    const before = document.activeElement;
    current.focus({ preventScroll: true });
    return () => {
      const isLeft = current.contains(document.activeElement);
      if (isLeft && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [isOver]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOver || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={panel}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className={className}
      data-over={isOver || undefined}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
