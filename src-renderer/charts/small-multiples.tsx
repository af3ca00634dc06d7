import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { ChartButton, ChartFrame } from './chart-frame';
import { CodePatterns, CodeSymbolMark, codeFill } from './code-marks';
import type { ChartBar, ChartCode, ChartPanel, PanelChartProps } from './model';
import { PanelFrame, layOutPanels } from './panels';
import { fitText, textWidth } from './text';
import { ink, size } from './theme';

const limits = { least: 260, most: 420 };
const row = { height: 40, bar: 11 };
/** Room for "100 %" and, at least, for the amount before it. */
const column = { share: 44, value: 34 };

/** One panel of horizontal bars for each country, on one scale of 0 to 100 % in all of them. */
export function SmallMultiples({ codes, panels, label, width, onSelect }: PanelChartProps) {
  const prefix = useId().replace(/\W/g, '');
  const bodyHeight = ({ bars }: ChartPanel) => bars && codes.length * row.height;
  const layout = layOutPanels(panels, width, limits, bodyHeight);
  return (
    <ChartFrame label={label} width={layout.width} height={layout.height}>
      <CodePatterns prefix={prefix} codes={codes} />
      {layout.placed.map((place) => (
        <PanelFrame
          key={place.panel.id}
          place={place}
          width={layout.each}
          bodyHeight={bodyHeight(place.panel)}
        >
          <Bars panel={place.panel} width={layout.each} {...{ codes, prefix, onSelect }} />
        </PanelFrame>
      ))}
    </ChartFrame>
  );
}

interface BarsProps {
  readonly panel: ChartPanel;
  readonly codes: readonly ChartCode[];
  readonly prefix: string;
  readonly width: number;
  readonly onSelect: PanelChartProps['onSelect'];
}

function Bars({ panel, codes, prefix, width, onSelect }: BarsProps) {
  const first = panel.bars?.findIndex(({ value }) => value > 0);
  return codes.map((code, index) => {
    const bar = panel.bars?.[index];
    return (
      bar && (
        <g key={code.id} transform={`translate(0 ${index * row.height})`}>
          <BarRow {...{ panelId: panel.id, code, bar, prefix, width, onSelect }} tabStop={index === first} />
        </g>
      )
    );
  });
}

interface BarRowProps extends Omit<BarsProps, 'panel' | 'codes'> {
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
    bar.mark ? room - textWidth(bar.mark, size.small) - 10 : room,
    size.label,
  );
  return (
    <ChartButton
      panelId={panelId}
      codeId={code.id}
      description={bar.description}
      tabStop={tabStop}
      area={{ x: -6, y: -5, width: width + 12, height: row.height - 3 }}
      isSelected={bar.isSelected}
      onSelect={none || !onSelect ? undefined : () => onSelect(panelId, code.id)}
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
