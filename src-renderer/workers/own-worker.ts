import { wrap, type Remote } from 'comlink';

/**
 * Does a task in a worker of its own, which ends with it: that is also how one is cancelled.
 * In: how to start the worker, the task, and a signal. Out: what the task gives; rejects when the worker
 * breaks, and with the reason of the signal when it comes.
 */
export async function inOwnWorker<W, T>(
  startWorker: () => Worker,
  task: (remote: Remote<W>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const worker = startWorker();
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The worker stopped.'));
    });
  });
  try {
    return await Promise.race([task(wrap<W>(worker)), ended]);
  } finally {
    if (stop) signal?.removeEventListener('abort', stop);
    worker.terminate();
  }
}
