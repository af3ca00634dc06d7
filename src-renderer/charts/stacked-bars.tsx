import { scaleLinear } from 'd3-scale';
import { stack, stackOffsetExpand } from 'd3-shape';
import { useId } from 'react';
import { ChartButton, ChartFrame } from './chart-frame';
import { CodePatterns, CodeSymbolMark, codeFill } from './code-marks';
import type { ChartBar, ChartCode, ChartPanel, PanelChartProps } from './model';
import { inset, panelName } from './panels';
import { fitText, textWidth, wrapText } from './text';
import { ink, size } from './theme';

const row = { height: 76, bar: 16 };
const noteLine = 16;

/**
 * One bar of 100 % for each country. Its parts are the codes' parts of all allocations, which differ
 * from the shares where passages carry several codes; the labels at the parts say the shares.
 */
export function StackedBars({ codes, panels, label, width, onSelect }: PanelChartProps) {
  const prefix = useId().replace(/\W/g, '');
  const inner = width - 2 * inset;
  const keys = legendLines(codes, inner);
  const top = keys.length * 22 + 14;
  const bottoms = panels.map((_, index) =>
    panels
      .slice(0, index + 1)
      .reduce((sum, panel) => sum + row.height + notesOf(panel, inner).length * noteLine, top),
  );
  return (
    <ChartFrame label={label} width={width} height={Math.max(top, ...bottoms)}>
      <CodePatterns prefix={prefix} codes={codes} />
      <g aria-hidden>
        {keys.flatMap((line, y) =>
          line.map(({ code, x }) => (
            <g key={code.id} transform={`translate(${inset + x} ${6 + y * 22})`}>
              <CodeSymbolMark code={code} x={0} y={0} size={12} />
              <rect
                x={17}
                width={18}
                height={12}
                rx={2}
                fill={codeFill(prefix, code)}
                stroke={ink.text}
                strokeOpacity={0.45}
              />
              <text x={41} y={10} fill={ink.text} fontSize={size.label}>
                {code.label}
              </text>
            </g>
          )),
        )}
      </g>
      {panels.map((panel, index) => (
        <g
          key={panel.id}
          role="group"
          aria-label={panelName(panel, panel.bars === null)}
          transform={`translate(${inset} ${bottoms[index - 1] ?? top})`}
        >
          <Row {...{ panel, codes, prefix, onSelect }} width={inner} />
        </g>
      ))}
    </ChartFrame>
  );
}

const notesOf = (panel: ChartPanel, width: number) =>
  panel.notes.flatMap((note) => wrapText(note, width, size.small));

/** The codes with their places in as many lines as they take. */
function legendLines(codes: readonly ChartCode[], width: number) {
  const lines: { code: ChartCode; x: number }[][] = [[]];
  let x = 0;
  for (const code of codes) {
    const room = 41 + textWidth(code.label, size.label) + 20;
    if (x > 0 && x + room > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push({ code, x });
    x += room;
  }
  return lines;
}

interface RowProps {
  readonly panel: ChartPanel;
  readonly codes: readonly ChartCode[];
  readonly prefix: string;
  readonly width: number;
  readonly onSelect: PanelChartProps['onSelect'];
}

function Row({ panel, codes, prefix, width, onSelect }: RowProps) {
  const about = width - textWidth(panel.title, size.title * 1.05) - 12;
  return (
    <>
      <text y={15} fontSize={size.title} fill={ink.text} fontWeight={600}>
        {panel.title}
        <tspan dx={10} fontSize={size.small} fontWeight={400} fill={ink.muted}>
          {fitText(panel.subtitle, about, size.small)}
        </tspan>
      </text>
      {panel.bars ? (
        <Parts {...{ bars: panel.bars, panelId: panel.id, codes, prefix, width, onSelect }} />
      ) : (
        <>
          <rect
            x={0.5}
            y={24.5}
            width={width - 1}
            height={row.bar - 1}
            rx={3}
            fill="none"
            stroke={ink.muted}
            strokeOpacity={0.6}
            strokeDasharray="4 4"
          />
          <text y={56} fill={ink.muted} fontSize={size.small}>
            {panel.emptyLabel}
          </text>
        </>
      )}
      {notesOf(panel, width).map((line, index) => (
        <text key={index} y={74 + index * noteLine} fill={ink.muted} fontSize={size.small}>
          {line}
        </text>
      ))}
    </>
  );
}

function Parts({
  bars,
  panelId,
  codes,
  prefix,
  width,
  onSelect,
}: Omit<RowProps, 'panel'> & { bars: readonly ChartBar[]; panelId: string }) {
  const x = scaleLinear([0, 1], [0, width]);
  const first = bars.findIndex(({ value }) => value > 0);
  const series = stack<readonly ChartBar[], number>()
    .keys(codes.map((_, index) => index))
    .value((of, index) => of[index]?.value ?? 0)
    .offset(stackOffsetExpand)([bars]);
  return series.map(({ key, 0: part }) => {
    const [code, bar] = [codes[key], bars[key]];
    if (!code || !bar || !part || bar.value === 0) return null;
    const [left, right] = [x(part[0]), x(part[1])];
    const room = right - left;
    const labelWidth = 15 + textWidth(bar.shareLabel, size.small);
    return (
      <ChartButton
        key={code.id}
        panelId={panelId}
        codeId={code.id}
        description={bar.description}
        tabStop={key === first}
        area={{ x: left, y: 21, width: room, height: 42 }}
        isSelected={bar.isSelected}
        onSelect={onSelect && (() => onSelect(panelId, code.id))}
        labels={
          <>
            {room >= 14 && <CodeSymbolMark code={code} x={left + 1} y={46} size={11} />}
            {room >= labelWidth && (
              <text x={left + 15} y={56} fill={ink.text} fontSize={size.small}>
                {bar.shareLabel}
              </text>
            )}
          </>
        }
      >
        <rect
          x={left + 0.5}
          y={24.5}
          width={Math.max(1, room - 2)}
          height={row.bar - 1}
          rx={2}
          fill={codeFill(prefix, code)}
          stroke={ink.text}
          strokeOpacity={0.45}
        />
      </ChartButton>
    );
  });
}
