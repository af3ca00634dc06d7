const MiB = 1024 * 1024;
/** The slowest machine reads a file, and recognises a page, in less; then it tells of the next page. */
const PATIENCE = 3 * 60_000;
/** The costliest formats take a second for a mebibyte on a busy machine. */
const PATIENCE_PER_MEBIBYTE = 3000;
const STEPS = 20;

/**
 * How long a worker may be silent over a file before it counts as lost.
 * In: the size of the file in bytes. Out: milliseconds.
 */
export const patienceFor = (bytes: number): number => PATIENCE + (PATIENCE_PER_MEBIBYTE * bytes) / MiB;

export interface SilenceWatch {
  /** Something was heard: the time begins anew. */
  heard(): void;
  stop(): void;
}

/**
 * Calls once when nothing is heard for a time. It goes by steps of its own and not by the clock, so that the
 * hours in which the computer is asleep do not count.
 */
export function watchForSilence(milliseconds: number, onSilence: () => void): SilenceWatch {
  let steps = 0;
  const timer = setInterval(() => {
    if (++steps < STEPS) return;
    clearInterval(timer);
    onSilence();
  }, milliseconds / STEPS);
  return {
    heard: () => (steps = 0),
    stop: () => clearInterval(timer),
  };
}
