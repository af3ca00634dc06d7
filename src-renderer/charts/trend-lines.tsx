import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { fitText, textWidth } from './text';
import { ink, size } from './theme';
import styles from './charts.module.css';

/** A figure at one moment. All words come ready for the reader's language. */
export interface TrendPoint {
  /** Up to 1, as coefficients of agreement are; null: no figure, and the line has a gap there. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Such as "Round 2: u-α .71, from .60 to .79; 12 sources". */
  readonly description: string;
}

export interface TrendSeries {
  readonly id: string;
  readonly label: string;
  /** One for each moment. */
  readonly points: readonly TrendPoint[];
}

export interface TrendLinesProps {
  /** In order of time: what stands below the axis, and how much each rests on, such as "n = 12". */
  readonly moments: readonly { readonly id: string; readonly label: string; readonly about: string }[];
  /** One or two. They are told apart by form: colour is for codes. */
  readonly series: readonly TrendSeries[];
  /** Accessible name of the whole figure. */
  readonly label: string;
  /** Room in CSS pixels; the figure is never wider. */
  readonly width: number;
  readonly formatTick: (value: number) => string;
}

const margin = { top: 36, right: 24, bottom: 48, left: 40 };
const plot = 176;
const widest = 760;
/** Room for the marks of two figures of one moment, side by side. */
const apart = 5;

/** How figures of agreement go over time, with their intervals; gaps stay gaps. */
export function TrendLines({ moments, series, label, width, formatTick }: TrendLinesProps) {
  const whole = Math.min(width, widest);
  const inner = Math.max(0, whole - margin.left - margin.right);
  const known = series.flatMap(({ points }) => points.flatMap(({ value, low }) => [value ?? 0, low ?? 0]));
  const y = scaleLinear([Math.min(0, ...known), 1], [plot, 0]).nice(5);
  const place = scalePoint(
    moments.map(({ id }) => id),
    [0, inner],
  ).padding(0.5);
  const x = (index: number, of: number) =>
    (place(moments[index]?.id ?? '') ?? 0) + (of - (series.length - 1) / 2) * apart;
  const every = labelStep(moments, place.step());
  return (
    <svg
      className={styles['chart']}
      role="group"
      aria-label={label}
      width={whole}
      height={margin.top + plot + margin.bottom}
      viewBox={`0 0 ${whole} ${margin.top + plot + margin.bottom}`}
    >
      <Key series={series} />
      <g transform={`translate(${margin.left} ${margin.top})`}>
        <g aria-hidden>
          {y.ticks(5).map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <line x2={inner} stroke={ink.border} strokeWidth={tick === 0 ? 1.5 : 1} />
              <text x={-8} dy="0.35em" textAnchor="end" fill={ink.muted} fontSize={size.small}>
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {moments.map(({ id, label: words, about }, index) =>
            index % every === 0 ? (
              <g key={id} transform={`translate(${place(id) ?? 0} ${plot})`} textAnchor="middle">
                <text y={18} fill={ink.text} fontSize={size.label}>
                  {fitText(words, place.step() * every, size.label)}
                </text>
                <text y={34} fill={ink.muted} fontSize={size.small}>
                  {fitText(about, place.step() * every, size.small)}
                </text>
              </g>
            ) : null,
          )}
        </g>
        {series.map(({ id, label: name, points }, of) => {
          const path = line<TrendPoint>()
            .defined(({ value }) => value !== null)
            .x((_, index) => x(index, of))
            .y(({ value }) => y(value ?? 0))(points as TrendPoint[]);
          return (
            <g key={id} role="group" aria-label={name}>
              <path d={path ?? ''} fill="none" stroke={ink.text} strokeWidth={1.5} {...dashOf(of)} />
              {points.map(({ value, low, high, description }, index) =>
                value === null ? null : (
                  <g
                    key={moments[index]?.id ?? index}
                    role="img"
                    aria-label={description}
                    transform={`translate(${x(index, of)} 0)`}
                  >
                    <title>{description}</title>
                    {low !== null && high !== null && (
                      <line y1={y(low)} y2={y(high)} stroke={ink.muted} strokeWidth={1.5} />
                    )}
                    <Mark of={of} y={y(value)} />
                  </g>
                ),
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}

const dashOf = (of: number) => (of === 0 ? {} : { strokeDasharray: '5 4' });

/** A full circle for the first series, an open square for the second. */
const Mark = ({ of, y }: { of: number; y: number }) =>
  of === 0 ? (
    <circle cy={y} r={4} fill={ink.text} stroke={ink.surface} strokeWidth={1.5} />
  ) : (
    <rect x={-3.5} y={y - 3.5} width={7} height={7} fill={ink.surface} stroke={ink.text} strokeWidth={1.5} />
  );

function Key({ series }: { series: readonly TrendSeries[] }) {
  const starts = series.map((_, of) =>
    series.slice(0, of).reduce((sum, { label }) => sum + 62 + textWidth(label, size.label), 0),
  );
  return (
    <g aria-hidden>
      {series.map(({ id, label }, of) => (
        <g key={id} transform={`translate(${margin.left + (starts[of] ?? 0)} 12)`}>
          <line x2={28} stroke={ink.text} strokeWidth={1.5} {...dashOf(of)} />
          <g transform="translate(14 0)">
            <Mark of={of} y={0} />
          </g>
          <text x={36} dy="0.35em" fill={ink.text} fontSize={size.label}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where labels would meet, only each second, third, … is written. */
function labelStep(moments: TrendLinesProps['moments'], step: number): number {
  const need = Math.max(0, ...moments.map(({ label }) => textWidth(label, size.label) + 10));
  return step > 0 ? Math.max(1, Math.ceil(Math.min(need, 120) / step)) : 1;
}
