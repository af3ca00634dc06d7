import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { main, requireNode, root } from './lib/run.mjs';
import { buildAll, check, notRun, tests } from './lib/stages.mjs';
import { prepareChromium } from './lib/system.mjs';

await main(async () => {
  requireNode();
  await ensureInstalled();
  const obstacle = await prepareChromium();

  const [quick, slow] = await Promise.all([
    inOrder(
      () => check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
      () => check('layers', '../build/check-layers.mjs', []),
      () => check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    ),
    inOrder(
      () => check('types', 'typescript/bin/tsc', ['-b', '--pretty', 'false']),
      () => buildAll(),
    ),
  ]);
  const checks = [...quick, ...slow];
  const built = checks.every(({ name, failed }) => name !== 'build' || failed === 0);
  const run = await inOrder(
    () => tests('unit'),
    () => (obstacle ? notRun('browser', obstacle) : tests('browser')),
    () => (obstacle || !built ? notRun('e2e', obstacle ?? 'there is no build') : tests('e2e')),
  );
  return summarise([...checks, ...run]);
});

/**
 * @template T
 * @param {...(() => Promise<T>)} steps
 * @returns {Promise<T[]>}
 */
async function inOrder(...steps) {
  const done = [];
  for (const step of steps) done.push(await step());
  return done;
}

/**
 * @param {readonly import('./lib/stages.mjs').Outcome[]} outcomes
 * @returns {number} the exit code
 */
function summarise(outcomes) {
  console.log('');
  for (const { name, passed, failed, seconds, note } of outcomes) {
    const state = failed > 0 ? 'FAILED' : 'ok';
    const counts = `${passed} passed, ${failed} failed`;
    console.log(
      `${name.padEnd(8)} ${state.padEnd(7)} ${counts.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd(),
    );
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const line = `${sum('passed')} passed, ${sum('failed')} failed`;
  mkdirSync(join(root, '.cache/test'), { recursive: true });
  writeFileSync(join(root, '.cache/test/summary.txt'), `${line}\n`);
  console.log(`\n${line}`);
  return sum('failed') > 0 ? 1 : 0;
}
