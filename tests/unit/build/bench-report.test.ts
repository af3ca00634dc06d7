import { expect, test } from 'vitest';
import { report, table } from '../../../build/lib/bench-report.mjs';

const whole = report({ cores: 2 }, [
  { name: 'import', unit: 'ms', baselineName: 'bare', runs: [30, 10, 20], baseline: [8, 16, 10] },
  { name: 'import: JS heap kept', unit: 'MB', baselineName: 'bare', runs: [6.04], baseline: [3.02] },
]);

test('times and memory are told in the same shape', () => {
  expect(whole.results).toEqual([
    {
      name: 'import',
      unit: 'ms',
      median: 20,
      p95: 30,
      runs: 3,
      baseline: { name: 'bare', median: 10 },
      ratio: 2,
    },
    {
      name: 'import: JS heap kept',
      unit: 'MB',
      median: 6.04,
      p95: 6.04,
      runs: 1,
      baseline: { name: 'bare', median: 3.02 },
      ratio: 2,
    },
  ]);
});

test('the table has a line for each', () => {
  const [, , ...lines] = table(whole).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['import', 'ms', '20.0', '30.0', '3', 'bare', '10.0', '2.00'],
    ['import: JS heap kept', 'MB', '6.0', '6.0', '1', 'bare', '3.0', '2.00'],
  ]);
});
