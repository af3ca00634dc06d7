import type { KeyboardEvent, ReactNode } from 'react';
import styles from './charts.module.css';

/** The SVG around a figure: its size, its name, and the arrow keys between its bars. */
export function ChartFrame({
  label,
  width,
  height,
  children,
}: {
  label: string;
  width: number;
  height: number;
  children: ReactNode;
}) {
  return (
    <svg
      className={styles['chart']}
      role="group"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      onKeyDown={moveFocus}
    >
      {children}
    </svg>
  );
}

export interface ChartButtonProps {
  /** Up and down go through the bars of one panel, left and right through those of one code. */
  readonly panelId: string;
  readonly codeId: string;
  readonly description: string;
  /** Whether its passages are shown. */
  readonly isSelected?: boolean | undefined;
  /** Whether Tab stops here; the other bars of a panel are reached by arrow keys. */
  readonly tabStop: boolean;
  /** The area that answers to the pointer. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly onSelect: (() => void) | undefined;
  /** Written at the bar; the description says it in whole sentences, so it is not read out again. */
  readonly labels: ReactNode;
  /** The bar. */
  readonly children: ReactNode;
}

/** A bar that shows its passages; a plain drawing where nobody listens. */
export function ChartButton(props: ChartButtonProps) {
  const { panelId, codeId, description, isSelected, tabStop, area, onSelect, labels, children } = props;
  const written = (
    <g aria-hidden pointerEvents="none">
      {labels}
    </g>
  );
  if (!onSelect)
    return (
      <>
        <g role="img" aria-label={description}>
          {children}
        </g>
        {written}
      </>
    );
  return (
    <>
      <g
        className={styles['button']}
        role="button"
        tabIndex={tabStop ? 0 : -1}
        aria-label={description}
        aria-pressed={isSelected ?? false}
        data-panel={panelId}
        data-code={codeId}
        onClick={onSelect}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onSelect();
        }}
      >
        <rect className={styles['area']} data-screen-only {...area} rx={4} fill="transparent" />
        {children}
      </g>
      {written}
    </>
  );
}

/** Up and down go through the bars of a panel, left and right to the same code in another panel. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>): void {
  const from = (event.target as Element).closest<SVGElement>('[data-code]');
  if (!from || !event.key.startsWith('Arrow')) return;
  const along = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? 'panel' : 'code';
  const line = [...event.currentTarget.querySelectorAll<SVGElement>('[data-code]')].filter(
    (bar) => bar.dataset[along] === from.dataset[along],
  );
  const step = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1;
  const to = line[line.indexOf(from) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
