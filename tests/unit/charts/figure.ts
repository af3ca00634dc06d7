import type { ChartBar, ChartCode, ChartPanel } from '../../../src-renderer/charts';

export const codes: readonly ChartCode[] = [
  { id: 'm1', label: 'Immigration crime', color: '#332288', symbol: 'square', pattern: 'diagonal-up' },
  { id: 'm2', label: 'Prostitution problem', color: '#B0306A', symbol: 'circle', pattern: 'dots' },
  { id: 'm3', label: 'Organized crime', color: '#DDAA33', symbol: 'triangle', pattern: 'diagonal-down' },
];

const bars = (country: string, values: readonly number[], n: number): readonly ChartBar[] =>
  values.map((value, index) => ({
    codeId: codes[index]!.id,
    value,
    share: value / n,
    valueLabel: String(value),
    shareLabel: `${Math.round((100 * value) / n)} %`,
    description: `${country}, ${codes[index]!.label}: ${value} of ${n} segments; show passages`,
    ...(country === 'Japan' && index === 0 ? { mark: 'assigned' } : {}),
  }));

const panel = (id: string, title: string, values: readonly number[] | null, notes: string[]): ChartPanel => ({
  id,
  title,
  subtitle: values ? 'n = 10 segments' : '1 document',
  notes,
  bars: values && bars(title, values, 10),
  emptyLabel: 'No data',
});

export const panels: readonly ChartPanel[] = [
  panel('JP', 'Japan', [6, 0, 5], ['Shares add up to 110 %.']),
  panel('KR', 'South Korea', [2, 3, 5], ['Rests on one document.']),
  panel('TW', 'Taiwan', null, []),
];
