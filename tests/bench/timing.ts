/** Milliseconds of several runs of something and of its baseline, taken in turn so that both meet the same noise. */
export interface Timings {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly baselineName: string;
  readonly runs: readonly number[];
  readonly baseline: readonly number[];
}

export interface Contest {
  readonly name: string;
  readonly baselineName: string;
  readonly runs: number;
  /** Each gives back its own milliseconds, so that preparing and clearing away do not count. */
  readonly ours: () => Promise<number>;
  readonly baseline: () => Promise<number>;
}

/** Runs both in turn, after one run of each that does not count. */
export async function compete({ name, baselineName, runs, ours, baseline }: Contest): Promise<Timings> {
  await baseline();
  await ours();
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    theirs.push(await baseline());
    mine.push(await ours());
  }
  return { name, unit: 'ms', baselineName, runs: mine, baseline: theirs };
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

export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
