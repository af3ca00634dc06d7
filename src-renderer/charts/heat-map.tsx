import { scaleBand, scaleLinear } from 'd3-scale';
import { ChartButton, ChartFrame } from './chart-frame';
import { CodeSymbolMark } from './code-marks';
import type { ChartCode } from './model';
import { fitText, wrapText } from './text';
import { ink, size } from './theme';

export interface HeatMapProps {
  readonly rows: readonly ChartCode[];
  readonly columns: readonly ChartCode[];
  /** `counts[row][column]` */
  readonly counts: readonly (readonly number[])[];
  /** Accessible name of the whole figure. */
  readonly label: string;
  readonly width: number;
  /** A count as the reader's language writes it. */
  readonly format: (count: number) => string;
  /** Such as "Organized crime with Police: 4 segments; show passages". */
  readonly describe: (rowId: string, columnId: string, count: number) => string;
  readonly onSelect?: (rowId: string, columnId: string) => void;
}

const rowHeight = 30;
const lineHeight = 15;
const inset = 4;
/** Darkest tint: the figure in it must stay readable. */
const strongest = 0.28;

/** Two families crossed: counts as figures, tinted by their size. */
export function HeatMap({ rows, columns, counts, label, width, format, describe, onSelect }: HeatMapProps) {
  const labelWidth = Math.min(270, width * 0.34);
  const cell = Math.min(104, (width - labelWidth - 2 * inset) / Math.max(1, columns.length));
  const headings = columns.map((code) => wrapText(code.label, cell - 10, size.small, 4));
  const top = 26 + Math.max(0, ...headings.map((lines) => lines.length)) * lineHeight;
  const x = scaleBand(
    columns.map(({ id }) => id),
    [labelWidth, labelWidth + cell * columns.length],
  );
  const tint = scaleLinear([0, Math.max(1, ...counts.flat())], [0, strongest]);
  return (
    <ChartFrame
      label={label}
      width={labelWidth + cell * columns.length + 2 * inset}
      height={top + rows.length * rowHeight + 2 * inset}
    >
      <g transform={`translate(${inset} ${inset})`}>
        {columns.map((code, index) => (
          <g key={code.id} aria-hidden transform={`translate(${x(code.id) ?? 0} 0)`}>
            <CodeSymbolMark code={code} x={cell / 2 - 6} y={0} size={12} />
            {headings[index]?.map((line, at) => (
              <text
                key={at}
                x={cell / 2}
                y={27 + at * lineHeight}
                textAnchor="middle"
                fontSize={size.small}
                fill={ink.muted}
              >
                {line}
              </text>
            ))}
          </g>
        ))}
        {rows.map((row, y) => (
          <g
            key={row.id}
            role="group"
            aria-label={row.label}
            transform={`translate(0 ${top + y * rowHeight})`}
          >
            <CodeSymbolMark code={row} x={0} y={9} size={12} />
            <text x={18} y={19} fontSize={size.label} fill={ink.text}>
              {fitText(row.label, labelWidth - 28, size.label)}
            </text>
            {columns.map((column, at) => {
              const count = counts[y]?.[at] ?? 0;
              const left = x(column.id) ?? 0;
              return (
                <ChartButton
                  key={column.id}
                  panelId={row.id}
                  codeId={column.id}
                  description={describe(row.id, column.id, count)}
                  tabStop={at === counts[y]?.findIndex((each) => each > 0)}
                  area={{ x: left, y: 0, width: cell, height: rowHeight }}
                  onSelect={count > 0 ? onSelect : undefined}
                  labels={
                    <text
                      x={left + cell / 2}
                      y={19}
                      textAnchor="middle"
                      fontSize={size.label}
                      fill={count > 0 ? ink.text : ink.muted}
                    >
                      {format(count)}
                    </text>
                  }
                >
                  <rect
                    x={left + 1}
                    y={1}
                    width={cell - 2}
                    height={rowHeight - 2}
                    rx={3}
                    fill={count > 0 ? ink.accent : ink.border}
                    fillOpacity={count > 0 ? 0.04 + tint(count) : 0.25}
                  />
                </ChartButton>
              );
            })}
          </g>
        ))}
      </g>
    </ChartFrame>
  );
}
