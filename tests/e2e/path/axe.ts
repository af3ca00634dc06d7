import axe from 'axe-core';
import type { Page } from 'playwright';

/** Every serious or critical violation that axe finds in the page, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Not a script element: the page's policy would refuse it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations: found } = await checker.run(document, { resultTypes: ['violations'] });
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
  });
}
