import type { CodePattern, CodeSymbol } from '../domain/model/codebook';

/** A code as charts draw it: three ways to tell it apart, so that none of them must be seen. */
export interface ChartCode {
  readonly id: string;
  readonly label: string;
  /** #RRGGBB */
  readonly color: string;
  readonly symbol: CodeSymbol;
  readonly pattern: CodePattern;
}

/** One code in one panel. All words and figures come ready for the reader's language. */
export interface ChartBar {
  readonly codeId: string;
  /** 0–1 of the panel's denominator. */
  readonly share: number;
  /** Amount in the unit of the figure; decides the parts of a stacked bar. */
  readonly value: number;
  /** Such as "6". */
  readonly valueLabel: string;
  /** Such as "55 %". */
  readonly shareLabel: string;
  /** Such as "Japan, Immigration crime: 6 of 11 segments, 55 %; show passages". */
  readonly description: string;
  /** Said beside the label where this code was assigned to the country, such as "assigned". */
  readonly mark?: string;
}

/** One country. */
export interface ChartPanel {
  readonly id: string;
  readonly title: string;
  /** Names the denominator, such as "n = 11 segments in 2 of 3 documents". */
  readonly subtitle: string;
  /** What must be known to read the panel, such as "Rests on one document". */
  readonly notes: readonly string[];
  /** In the order of the codes; null where there is no data, which `emptyLabel` then says. */
  readonly bars: readonly ChartBar[] | null;
  readonly emptyLabel: string;
}

export interface PanelChartProps {
  readonly codes: readonly ChartCode[];
  readonly panels: readonly ChartPanel[];
  /** Accessible name of the whole figure. */
  readonly label: string;
  /** Room in CSS pixels; the figure is never wider. */
  readonly width: number;
  readonly onSelect?: (panelId: string, codeId: string) => void;
}

/** The accessible name of a panel: all that is written around its bars. */
export const panelName = ({ title, subtitle, notes, bars, emptyLabel }: ChartPanel): string =>
  [title, subtitle, ...(bars ? [] : [emptyLabel]), ...notes]
    .filter(Boolean)
    .map((sentence) => sentence.replace(/[.。]$/u, ''))
    .join('. ');
