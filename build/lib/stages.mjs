import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './bundle.mjs';
import { Expected, root, tool } from './run.mjs';

const MINUTE = 60_000;
const reports = join(root, '.cache/test');

/**
 * @typedef {{ name: string, passed: number, failed: number, seconds: number, note: string }} Outcome
 */

/**
 * One check that passes or fails as a whole.
 * @param {string} name
 * @param {string} script the tool inside node_modules, or a script of ours
 * @param {readonly string[]} args
 */
export function check(name, script, args) {
  return stage(name, async () => {
    const { code, output } = await tool(script, args, { quiet: true, timeout: 10 * MINUTE });
    return code === 0 ? { passed: 1 } : { failed: 1, note: noteOf(code), output };
  });
}

/** The build, as one check. */
export function buildAll() {
  return stage('build', async () => {
    try {
      await build({ quiet: true });
      return { passed: 1 };
    } catch (error) {
      if (error instanceof Expected) return { failed: 1, note: error.message };
      throw error;
    }
  });
}

/**
 * The tests of one project of Vitest; each counts.
 * @param {string} name
 */
export function tests(name) {
  return stage(name, async () => {
    const report = join(reports, `${name}.json`);
    mkdirSync(dirname(report), { recursive: true });
    rmSync(report, { force: true });
    const args = [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const { code } = await tool('vitest/vitest.mjs', args, { timeout: 30 * MINUTE });
    return { ...countOf(readReport(report), code), note: code === 0 ? '' : noteOf(code) };
  });
}

/**
 * A stage that cannot run counts as one failure.
 * @param {string} name
 * @param {string} reason
 * @returns {Promise<Outcome>}
 */
export function notRun(name, reason) {
  return Promise.resolve({ name, passed: 0, failed: 1, seconds: 0, note: `not run: ${reason}` });
}

/**
 * What a run of Vitest amounts to. A file that broke before its first test has no results of its own and a
 * run that crashed has no report: each is one failure.
 * @param {{ testResults?: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 * @param {number} code the exit code
 */
export function countOf(report, code) {
  let passed = 0;
  let failed = 0;
  for (const file of report?.testResults ?? []) {
    const before = failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      if (status === 'failed') failed += 1;
    }
    if (file.status === 'failed' && failed === before) failed += 1;
  }
  if (code !== 0 && failed === 0) failed = 1;
  if (code === 0 && passed === 0) failed = Math.max(failed, 1);
  return { passed, failed };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {number} code */
const noteOf = (code) => (code === 124 ? 'stopped: it took too long' : `exit code ${code}`);

/**
 * @param {string} name
 * @param {() => Promise<{ passed?: number, failed?: number, note?: string, output?: string }>} work
 * @returns {Promise<Outcome>}
 */
async function stage(name, work) {
  const begun = performance.now();
  const { passed = 0, failed = 0, note = '', output = '' } = await work();
  const seconds = (performance.now() - begun) / 1000;
  if (output) console.log(`── ${name} ──\n${output.trim()}\n`);
  return { name, passed, failed, seconds, note };
}
