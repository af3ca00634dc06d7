import type { CodePattern, CodeSymbol } from '../domain/model/codebook';
import type { PanelText } from './panels';

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
  /** Whether its passages are shown. */
  readonly isSelected?: boolean;
}

/** One country. */
export interface ChartPanel extends PanelText {
  /** In the order of the codes; null where there is no data, which `emptyLabel` then says. */
  readonly bars: readonly ChartBar[] | null;
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
