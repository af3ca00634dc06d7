import { readFileSync } from 'node:fs';

/**
 * Process ids of the browser's renderers. Workers live in the process of their page.
 * @param {import('playwright').Browser} browser
 * @returns {Promise<readonly number[]>}
 */
export async function rendererProcesses(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** In MB. @param {readonly number[]} processes */
export const residentMegabytes = (processes) => largest(processes, 'VmRSS');

/**
 * What the process of a bench took at its peak, with everything in it: heaps, buffers, workers.
 * @param {string} name
 * @param {number | undefined} before resident MB before the bench
 * @param {readonly number[]} processes
 */
export function processFigures(name, before, processes) {
  const peak = largest(processes, 'VmHWM');
  // Only Linux tells it of other processes without further programs.
  if (peak === undefined || before === undefined) return [];
  const baselineName = 'the process before the bench';
  return [
    {
      name: `${name}: whole process at its peak`,
      unit: 'MB',
      baselineName,
      runs: [peak],
      baseline: [before],
    },
  ];
}

/** @param {readonly number[]} processes @param {'VmRSS' | 'VmHWM'} field */
function largest(processes, field) {
  const sizes = processes.flatMap((id) => {
    try {
      const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
        readFileSync(`/proc/${id}/status`, 'utf8'),
      );
      return kilobytes ? [Number(kilobytes[1]) / 1000] : [];
    } catch (error) {
      // Gone meanwhile, or no such file on this system.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}
