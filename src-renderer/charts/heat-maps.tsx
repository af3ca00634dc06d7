import { scaleBand, scaleLinear } from 'd3-scale';
import { ChartButton, ChartFrame } from './chart-frame';
import { CodeSymbolMark } from './code-marks';
import type { ChartCode } from './model';
import { PanelFrame, layOutPanels, type PanelText } from './panels';
import { textWidth, wrapText } from './text';
import { ink, size } from './theme';

/** One cell. All words come ready for the reader's language. */
export interface HeatCell {
  readonly count: number;
  /** Such as "12". */
  readonly label: string;
  /** Such as "Japan, Organized crime with Police: 4 segments; show passages". */
  readonly description: string;
  /** Whether its passages are shown. */
  readonly isSelected?: boolean;
}

/** One country. */
export interface HeatPanel extends PanelText {
  /** `cells[row][column]`; null where there is no data. */
  readonly cells: readonly (readonly HeatCell[])[] | null;
}

export interface HeatMapsProps {
  readonly rows: readonly ChartCode[];
  readonly columns: readonly ChartCode[];
  readonly panels: readonly HeatPanel[];
  /** Accessible name of the whole figure. */
  readonly label: string;
  /** Room in CSS pixels; the figure is never wider. */
  readonly width: number;
  readonly onSelect?: (panelId: string, rowId: string, columnId: string) => void;
}

const limits = { least: 360, most: 560 };
const rowHeight = 30;
const lineHeight = 15;
/** Darkest tint: the figure in it must stay readable. */
const strongest = 0.28;

/** Two families crossed, a panel for each country: counts as figures, tinted by their size on one scale. */
export function HeatMaps({ rows, columns, panels, label, width, onSelect }: HeatMapsProps) {
  // Cells of the same width in all panels; as the layout gives it, which does not depend on the heights.
  const { each } = layOutPanels(panels, width, limits, () => 0);
  const labelWidth = Math.min(230, each * 0.34);
  const cell = Math.min(96, (each - labelWidth) / Math.max(1, columns.length));
  const headings = columns.map((code) => wrapText(code.label, cell - 4, size.small, 4));
  const top = 26 + Math.max(0, ...headings.map((lines) => lines.length)) * lineHeight;
  const bodyHeight = ({ cells }: HeatPanel) => cells && top + rows.length * rowHeight + 8;
  const layout = layOutPanels(panels, width, limits, bodyHeight);
  const counts = panels.flatMap(({ cells }) => cells?.flat() ?? []).map(({ count }) => count);
  const tint = scaleLinear([0, Math.max(1, ...counts)], [0, strongest]);
  const x = scaleBand(
    columns.map(({ id }) => id),
    [labelWidth, labelWidth + cell * columns.length],
  );

  return (
    <ChartFrame label={label} width={layout.width} height={layout.height}>
      {layout.placed.map((place) => (
        <PanelFrame
          key={place.panel.id}
          place={place}
          width={layout.each}
          bodyHeight={bodyHeight(place.panel)}
        >
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
              <RowLabel text={row.label} width={labelWidth - 26} />
              {columns.map((column, at) => {
                const own = place.panel.cells?.[y]?.[at];
                return (
                  own && (
                    <Cell
                      key={column.id}
                      cell={own}
                      // Arrow keys go through the column and the row of one table.
                      panelId={`${place.panel.id} ${column.id}`}
                      codeId={`${place.panel.id} ${row.id}`}
                      tabStop={own === firstFilled(place.panel)}
                      opacity={tint(own.count)}
                      box={{ x: x(column.id) ?? 0, y: 0, width: cell, height: rowHeight }}
                      onSelect={onSelect && (() => onSelect(place.panel.id, row.id, column.id))}
                    />
                  )
                );
              })}
            </g>
          ))}
        </PanelFrame>
      ))}
    </ChartFrame>
  );
}

/** One line, or two smaller ones. */
function RowLabel({ text, width }: { text: string; width: number }) {
  const isShort = textWidth(text, size.label) <= width;
  const lines = isShort ? [text] : wrapText(text, width, size.small, 2);
  return (
    <g aria-hidden fontSize={isShort ? size.label : size.small} fill={ink.text}>
      {lines.map((line, at) => (
        <text key={at} x={18} y={lines.length === 1 ? 19 : 13 + at * 13}>
          {line}
        </text>
      ))}
    </g>
  );
}

const firstFilled = (panel: HeatPanel) => panel.cells?.flat().find(({ count }) => count > 0);

interface CellProps {
  readonly cell: HeatCell;
  readonly panelId: string;
  readonly codeId: string;
  readonly tabStop: boolean;
  readonly opacity: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly onSelect: (() => void) | undefined;
}

function Cell({ cell, panelId, codeId, tabStop, opacity, box, onSelect }: CellProps) {
  const none = cell.count === 0;
  return (
    <ChartButton
      {...{ panelId, codeId, tabStop }}
      description={cell.description}
      isSelected={cell.isSelected}
      area={box}
      onSelect={none ? undefined : onSelect}
      labels={
        <text
          x={box.x + box.width / 2}
          y={19}
          textAnchor="middle"
          fontSize={size.label}
          fontWeight={none ? 400 : 600}
          fill={none ? ink.muted : ink.text}
        >
          {cell.label}
        </text>
      }
    >
      <rect
        x={box.x + 2}
        y={2}
        width={box.width - 4}
        height={box.height - 4}
        rx={3}
        fill={none ? ink.border : ink.accent}
        fillOpacity={none ? 0.25 : 0.04 + opacity}
      />
    </ChartButton>
  );
}
