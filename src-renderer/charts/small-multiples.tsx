import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { ChartButton, ChartFrame } from './chart-frame';
import { CodePatterns, CodeSymbolMark, codeFill } from './code-marks';
import { panelName, type ChartBar, type ChartCode, type ChartPanel, type PanelChartProps } from './model';
import { fitText, textWidth, wrapText } from './text';
import { ink, size } from './theme';

/** Keeps focus rings inside the figure. */
const inset = 8;
const gap = { x: 40, y: 36 };
const panelWidth = { least: 260, most: 420 };
const header = 50;
const row = { height: 40, bar: 11 };
/** The frame that says that there is no data, and the space below it. */
const emptyHeight = 100;
const noteLine = 16;
/** Room for "100 %" and, at least, for the amount before it. */
const column = { share: 52, value: 46 };

/** One panel of horizontal bars for each country, on one scale of 0 to 100 % in all of them. */
export function SmallMultiples({ codes, panels, label, width, onSelect }: PanelChartProps) {
  const prefix = useId().replace(/\W/g, '');
  const room = width - 2 * inset;
  const across = Math.max(
    1,
    Math.min(panels.length, Math.floor((room + gap.x) / (panelWidth.least + gap.x))),
  );
  const each = Math.min(panelWidth.most, (room - gap.x * (across - 1)) / across);
  const lines = Array.from({ length: Math.ceil(panels.length / across) }, (_, index) =>
    panels.slice(index * across, (index + 1) * across),
  );
  const heights = lines.map((line) =>
    Math.max(...line.map((panel) => panelHeight(panel, codes.length, each))),
  );
  const top = (line: number) => heights.slice(0, line).reduce((sum, height) => sum + height + gap.y, 0);
  return (
    <ChartFrame
      label={label}
      width={across * each + (across - 1) * gap.x + 2 * inset}
      height={Math.max(0, top(lines.length) - gap.y) + 2 * inset}
    >
      <CodePatterns prefix={prefix} codes={codes} />
      {lines.flatMap((line, y) =>
        line.map((panel, x) => (
          <g
            key={panel.id}
            role="group"
            aria-label={panelName(panel)}
            transform={`translate(${inset + x * (each + gap.x)} ${inset + top(y)})`}
          >
            <Panel {...{ panel, codes, prefix, onSelect }} width={each} />
          </g>
        )),
      )}
    </ChartFrame>
  );
}

const notesOf = (panel: ChartPanel, width: number) =>
  panel.notes.flatMap((note) => wrapText(note, width, size.small));

function panelHeight(panel: ChartPanel, codes: number, width: number): number {
  const body = panel.bars ? codes * row.height : emptyHeight;
  return header + body + notesOf(panel, width).length * noteLine;
}

interface PanelProps {
  readonly panel: ChartPanel;
  readonly codes: readonly ChartCode[];
  readonly prefix: string;
  readonly width: number;
  readonly onSelect: PanelChartProps['onSelect'];
}

function Panel({ panel, codes, prefix, width, onSelect }: PanelProps) {
  const bottom = header + (panel.bars ? codes.length * row.height : emptyHeight);
  const first = panel.bars?.findIndex(({ value }) => value > 0);
  return (
    <>
      <text y={15} fill={ink.text} fontSize={size.title} fontWeight={600}>
        {fitText(panel.title, width, size.title * 1.05)}
      </text>
      <text y={33} fill={ink.muted} fontSize={size.small}>
        {fitText(panel.subtitle, width, size.small)}
      </text>
      {panel.bars ? (
        codes.map((code, index) => {
          const bar = panel.bars?.[index];
          return (
            bar && (
              <g key={code.id} transform={`translate(0 ${header + index * row.height})`}>
                <BarRow
                  {...{ panelId: panel.id, code, bar, prefix, width, onSelect }}
                  tabStop={index === first}
                />
              </g>
            )
          );
        })
      ) : (
        <NoData label={panel.emptyLabel} width={width} />
      )}
      {notesOf(panel, width).map((line, index) => (
        <text key={index} y={bottom + 8 + index * noteLine} fill={ink.muted} fontSize={size.small}>
          {line}
        </text>
      ))}
    </>
  );
}

function NoData({ label, width }: { label: string; width: number }) {
  return (
    <>
      <rect
        x={0.5}
        y={header + 0.5}
        width={width - 1}
        height={emptyHeight - 17}
        rx={6}
        fill="none"
        stroke={ink.muted}
        strokeOpacity={0.6}
        strokeDasharray="4 4"
      />
      <text
        x={width / 2}
        y={header + (emptyHeight - 16) / 2}
        dy="0.35em"
        textAnchor="middle"
        fill={ink.muted}
        fontSize={size.label}
      >
        {label}
      </text>
    </>
  );
}

interface BarRowProps extends Omit<PanelProps, 'panel' | 'codes'> {
  readonly panelId: string;
  readonly code: ChartCode;
  readonly bar: ChartBar;
  readonly tabStop: boolean;
}

function BarRow({ panelId, code, bar, prefix, width, tabStop, onSelect }: BarRowProps) {
  const x = scaleLinear([0, 1], [0, width]);
  const none = bar.value === 0;
  const room = width - 18 - column.share - Math.max(column.value, textWidth(bar.valueLabel, size.label) + 14);
  const label = fitText(
    code.label,
    bar.mark ? room - textWidth(bar.mark, size.small) - 14 : room,
    size.label,
  );
  return (
    <ChartButton
      panelId={panelId}
      codeId={code.id}
      description={bar.description}
      tabStop={tabStop}
      area={{ x: -6, y: -5, width: width + 12, height: row.height - 3 }}
      onSelect={none ? undefined : onSelect}
      labels={
        <>
          <CodeSymbolMark code={code} x={0} y={0} size={12} />
          <text x={18} y={10} fill={none ? ink.muted : ink.text} fontSize={size.label}>
            {label}
            {bar.mark && (
              <tspan dx={7} fill={ink.muted} fontSize={size.small}>
                {bar.mark}
              </tspan>
            )}
          </text>
          <text x={width - column.share} y={10} textAnchor="end" fill={ink.muted} fontSize={size.label}>
            {bar.valueLabel}
          </text>
          <text
            x={width}
            y={10}
            textAnchor="end"
            fill={none ? ink.muted : ink.text}
            fontSize={size.label}
            fontWeight={none ? 400 : 600}
          >
            {bar.shareLabel}
          </text>
        </>
      }
    >
      <rect y={16} width={width} height={row.bar} rx={2} fill={ink.border} fillOpacity={0.55} />
      {!none && (
        <rect
          x={0.5}
          y={16.5}
          width={Math.max(2, x(Math.min(1, bar.share)) - 1)}
          height={row.bar - 1}
          rx={2}
          fill={codeFill(prefix, code)}
          stroke={ink.text}
          strokeOpacity={0.45}
        />
      )}
    </ChartButton>
  );
}
