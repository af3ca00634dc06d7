import styles from './agreement.module.css';

const WIDTH = 168;
const HEIGHT = 22;
const INSET = 6;
const targets = [0.667, 0.8];

/** A value below 0 is worse than chance: it stands at the left edge with those that are much worse. */
const place = (value: number) => INSET + Math.max(0, Math.min(1, value)) * (WIDTH - 2 * INSET);

export interface IntervalMarkProps {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A value and its interval on a line from 0 to 1, over thin marks at .667 and .800. The figures stand beside it. */
export function IntervalMark({ value, low, high }: IntervalMarkProps) {
  return (
    <svg className={styles['mark']} width={WIDTH} height={HEIGHT} aria-hidden>
      <line x1={INSET} x2={WIDTH - INSET} y1={HEIGHT / 2} y2={HEIGHT / 2} className={styles['axis']} />
      {targets.map((target) => (
        <line
          key={target}
          x1={place(target)}
          x2={place(target)}
          y1={3}
          y2={HEIGHT - 3}
          className={styles['target']}
        />
      ))}
      {low !== null && high !== null && (
        <line x1={place(low)} x2={place(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} className={styles['range']} />
      )}
      <circle cx={place(value)} cy={HEIGHT / 2} r={4.5} className={styles['dot']} />
    </svg>
  );
}
