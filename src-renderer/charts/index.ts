export { pngBlob, svgText } from './export';
export { HeatMaps, type HeatCell, type HeatMapsProps, type HeatPanel } from './heat-maps';
export type { ChartBar, ChartCode, ChartPanel, PanelChartProps } from './model';
export { SmallMultiples } from './small-multiples';
export { StackedBars } from './stacked-bars';
export { TrendLines, type TrendLinesProps, type TrendPoint, type TrendSeries } from './trend-lines';
export { useWidth } from './use-width';
