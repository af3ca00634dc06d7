/** Figures of several runs of something and of its baseline, taken in turn so that both meet the same noise. */
export interface Figures {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly baselineName: string;
  readonly runs: readonly number[];
  readonly baseline: readonly number[];
}

/** Runs the work and tells what it took. */
export type Measure = (work: () => unknown) => Promise<number>;

/** One run: it prepares, hands the work that counts to `measure`, clears away, and gives back what was measured. */
export type Run = (measure: Measure) => Promise<number>;

export interface Contest {
  readonly name: string;
  /** How long it may take at most, in words. */
  readonly limit: string;
  readonly baselineName: string;
  readonly runs: number;
  /** How many runs are weighed besides those that are timed. */
  readonly weighings?: number;
  readonly ours: Run;
  readonly baseline: Run;
}

/**
 * Times both in turn, after one run of each that does not count, and weighs both afterwards: collecting
 * garbage would disturb the times.
 */
export async function compete(contest: Contest): Promise<readonly Figures[]> {
  const { name, limit, baselineName, runs, weighings = 0, ours, baseline } = contest;
  await baseline(timed);
  await ours(timed);
  const times = { runs: [] as number[], baseline: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.baseline.push(await baseline(timed));
    times.runs.push(await ours(timed));
  }
  const figures: Figures[] = [{ name: `${name} (limit ${limit})`, unit: 'ms', baselineName, ...times }];
  if (weighings === 0) return figures;
  const kept = { runs: [] as number[], baseline: [] as number[] };
  const peak = { runs: [] as number[], baseline: [] as number[] };
  for (let run = 0; run < weighings; run++) {
    for (const [side, weighed] of [['baseline', baseline] as const, ['runs', ours] as const]) {
      peak[side].push(await weighed(weigher((heap) => kept[side].push(heap))));
    }
  }
  figures.push({ name: `${name}: JS heap kept`, unit: 'MB', baselineName, ...kept });
  figures.push({ name: `${name}: JS heap at its peak`, unit: 'MB', baselineName, ...peak });
  return figures;
}

/** Waits until what was done is on the screen: the frame that shows it has been given to the compositor. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });

/** Waits for a quiet moment, so that one run does not pay for the last. */
export const quiet = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 50), { timeout: 2000 }));

export const timed: Measure = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const SAMPLE_EVERY = 5;

/**
 * Measures the whole heap of the page's own thread, in MB: the largest seen while the work ran, and to
 * `onKept` what is left after it when garbage has been collected and its result is still held.
 */
function weigher(onKept: (heap: number) => void): Measure {
  return async (work) => {
    collectGarbage();
    let peak = heapSize();
    const look = () => (peak = Math.max(peak, heapSize()));
    const timer = setInterval(look, SAMPLE_EVERY);
    const held = { result: await work() };
    clearInterval(timer);
    look();
    collectGarbage();
    onKept(heapSize());
    held.result = undefined;
    return peak;
  };
}

/** What Chromium offers under the arguments that build/bench.mjs gives it. */
interface Weighable {
  readonly gc?: () => void;
  readonly performance: { readonly memory?: { readonly usedJSHeapSize: number } };
}
const page = window as Weighable;

function collectGarbage(): void {
  if (!page.gc) throw new Error('Chromium runs with --js-flags=--expose-gc.');
  page.gc();
}

function heapSize(): number {
  const { memory } = page.performance;
  if (!memory) throw new Error('Chromium tells the size of its heap.');
  return memory.usedJSHeapSize / 1e6;
}
