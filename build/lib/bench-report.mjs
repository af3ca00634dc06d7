/**
 * @typedef {{ name: string, unit: string, baselineName: string, runs: readonly number[], baseline: readonly number[] }} Figures
 * @typedef {{ name: string, unit: string, median: number, p95: number, runs: number, baseline: { name: string, median: number }, ratio: number }} Result
 */

/** @param {readonly number[]} values @param {number} share from 0 to 1 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const rounded = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

/**
 * What out/bench.json holds.
 * @param {Record<string, string | number>} machine
 * @param {readonly Figures[]} figures
 */
export function report(machine, figures) {
  return {
    machine,
    results: figures.map(({ name, unit, baselineName, runs, baseline }) => {
      const median = quantile(runs, 0.5);
      const base = quantile(baseline, 0.5);
      return {
        name,
        unit,
        median: rounded(median),
        p95: rounded(quantile(runs, 0.95)),
        runs: runs.length,
        baseline: { name: baselineName, median: rounded(base) },
        ratio: rounded(median / base),
      };
    }),
  };
}

/** The same for people. @param {{ results: readonly Result[] }} whole */
export function table({ results }) {
  const head = ['bench', 'unit', 'median', 'p95', 'runs', 'baseline', 'median', 'ratio'];
  const rows = results.map((each) => [
    each.name,
    each.unit,
    each.median.toFixed(1),
    each.p95.toFixed(1),
    String(each.runs),
    each.baseline.name,
    each.baseline.median.toFixed(1),
    each.ratio.toFixed(2),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const isText = (/** @type {number} */ column) => [0, 1, 5].includes(column);
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
