import type { ReactNode } from 'react';
import { fitText, wrapText } from './text';
import { ink, size } from './theme';

/** What stands around the figure of one country. */
export interface PanelText {
  readonly id: string;
  readonly title: string;
  /** Names the denominator, such as "n = 11 segments in 2 of 3 documents". */
  readonly subtitle: string;
  /** What must be known to read the panel, such as "Rests on one document". */
  readonly notes: readonly string[];
  /** Says that there is no data. */
  readonly emptyLabel: string;
}

/** Keeps focus rings inside the figure. */
export const inset = 8;
const gap = { x: 40, y: 36 };
/** Height of title and subtitle. */
export const header = 50;
/** The frame that says that there is no data, and the space below it. */
const emptyHeight = 100;
const noteLine = 16;

export interface PlacedPanel<T> {
  readonly panel: T;
  readonly x: number;
  readonly y: number;
}

/**
 * Sets panels side by side in as many lines as they take.
 * In: the panels, the room in pixels, the least and most that a panel takes, and the height of what a
 * panel shows at a width (null: no data). Out: the width of each, the places, and the size of it all.
 */
export function layOutPanels<T extends PanelText>(
  panels: readonly T[],
  room: number,
  limits: { readonly least: number; readonly most: number },
  bodyHeight: (panel: T) => number | null,
) {
  const inner = room - 2 * inset;
  const across = Math.max(1, Math.min(panels.length, Math.floor((inner + gap.x) / (limits.least + gap.x))));
  const each = Math.min(limits.most, (inner - gap.x * (across - 1)) / across);
  const height = (panel: T) =>
    header + (bodyHeight(panel) ?? emptyHeight) + notesOf(panel, each).length * noteLine;
  const placed: PlacedPanel<T>[] = [];
  let y = inset;
  for (let first = 0; first < panels.length; first += across) {
    const line = panels.slice(first, first + across);
    line.forEach((panel, at) => placed.push({ panel, x: inset + at * (each + gap.x), y }));
    y += Math.max(...line.map(height)) + gap.y;
  }
  return {
    each,
    placed,
    width: across * each + (across - 1) * gap.x + 2 * inset,
    height: Math.max(0, y - gap.y) + inset,
  };
}

const notesOf = (panel: PanelText, width: number) =>
  panel.notes.flatMap((note) => wrapText(note, width, size.small));

/** The accessible name of a panel: all that is written around its figure. */
export const panelName = ({ title, subtitle, notes, emptyLabel }: PanelText, isEmpty: boolean): string =>
  [title, subtitle, ...(isEmpty ? [emptyLabel] : []), ...notes]
    .filter(Boolean)
    .map((sentence) => (/[.。]$/u.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');

export interface PanelFrameProps {
  readonly place: PlacedPanel<PanelText>;
  readonly width: number;
  /** Height of the figure; null where there is no data. */
  readonly bodyHeight: number | null;
  /** The figure, drawn below the header. */
  readonly children: ReactNode;
}

/** Title, denominator and notes of a panel around its figure, or the words for no data. */
export function PanelFrame({ place: { panel, x, y }, width, bodyHeight, children }: PanelFrameProps) {
  const bottom = header + (bodyHeight ?? emptyHeight);
  // Without a figure the words above have room, and more to say: the frame gives way to them.
  const about = wrapText(panel.subtitle, width, size.small, bodyHeight === null ? 3 : 1);
  return (
    <g role="group" aria-label={panelName(panel, bodyHeight === null)} transform={`translate(${x} ${y})`}>
      <text y={15} fill={ink.text} fontSize={size.title} fontWeight={600}>
        {fitText(panel.title, width, size.title * 1.05)}
      </text>
      {about.map((line, index) => (
        <text key={index} y={33 + index * noteLine} fill={ink.muted} fontSize={size.small}>
          {line}
        </text>
      ))}
      {bodyHeight === null ? (
        <NoData
          label={panel.emptyLabel}
          width={width}
          top={header + Math.max(0, about.length - 1) * noteLine}
        />
      ) : (
        <g transform={`translate(0 ${header})`}>{children}</g>
      )}
      {notesOf(panel, width).map((line, index) => (
        <text key={index} y={bottom + 8 + index * noteLine} fill={ink.muted} fontSize={size.small}>
          {line}
        </text>
      ))}
    </g>
  );
}

function NoData({ label, width, top }: { label: string; width: number; top: number }) {
  const height = header + emptyHeight - 16 - top;
  return (
    <>
      <rect
        x={0.5}
        y={top + 0.5}
        width={width - 1}
        height={height - 1}
        rx={6}
        fill="none"
        stroke={ink.muted}
        strokeOpacity={0.6}
        strokeDasharray="4 4"
      />
      <text
        x={width / 2}
        y={top + height / 2}
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
