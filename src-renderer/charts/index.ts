export { pngBlob, svgText } from './export';
export { HeatMap, type HeatMapProps } from './heat-map';
export type { ChartBar, ChartCode, ChartPanel, PanelChartProps } from './model';
export { SmallMultiples } from './small-multiples';
export { StackedBars } from './stacked-bars';
export { useWidth } from './use-width';
