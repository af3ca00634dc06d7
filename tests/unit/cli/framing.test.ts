import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src-main/cli/program';
import { finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import { divergenceReport } from '../../../src-renderer/domain/profile/divergence-report';
import { standardFilters } from '../../../src-renderer/domain/profile/request';
import { profileIntervals } from '../../../src-renderer/domain/profile/uncertainty/profile-intervals';
import { qdpxOf } from '../../e2e/cli/parallax';
import { generateProject } from '../../generator/project';

const project = generateProject({ seed: 3, sources: 12, segments: 90, coders: 2, length: 900 });
const request = {
  familyKey: 'mode',
  unit: 'segments',
  groupBy: 'country',
  filters: standardFilters,
} as const;
const bootstrap = { resamples: 200, seed: 9 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-framing-'));
  await writeFile(join(folder, 'p.qdpx'), await qdpxOf(project));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  let [out, notes] = ['', ''];
  const code = await runProgram(
    args.map((each) => (each.endsWith('.qdpx') ? join(folder, each) : each)),
    {
      result: (text) => {
        out += text;
        return Promise.resolve();
      },
      note: (text) => {
        notes += text;
      },
      isTerminal: false,
    },
  );
  return { code, out, notes };
}
const json = async (...args: readonly string[]) => JSON.parse((await run(...args)).out);
const drawn = ['--bootstrap', '200', '--seed', '9'];

describe('parallax profile --bootstrap', () => {
  it('gives each share its interval, the same as the window’s, and prints B and seed', async () => {
    const found = await json('profile', 'p.qdpx', ...drawn);
    const expected = finish(profileIntervals(project.state, request, bootstrap));
    expect(found.bootstrap).toEqual(bootstrap);
    expect(found.denominator).toBe('segments with a code of the family');
    found.rows.forEach((row: { codes: { share: number; low: number; high: number }[] }, i: number) => {
      row.codes.forEach(({ share, low, high }, column) => {
        expect(share).toBe(expected.rows[i]!.shares[column]?.value ?? null);
        if (low !== null) expect(low).toBeLessThanOrEqual(high);
      });
    });
    expect(found.total.codes[0].low).toBeTypeOf('number');
    expect((await run('profile', 'p.qdpx', ...drawn)).out).toBe(
      (await run('profile', 'p.qdpx', ...drawn)).out,
    );
  });
  it('has no intervals unless they are asked for', async () => {
    const { bootstrap: none, rows } = await json('profile', 'p.qdpx');
    expect(none).toBeNull();
    expect(rows[0].codes[0]).not.toHaveProperty('low');
  });
  it('puts them at the end of each line of a table', async () => {
    const { out } = await run('profile', 'p.qdpx', ...drawn, '--format', 'csv');
    expect(out.split(/\r?\n/)[0]).toMatch(/,low,high$/);
  });
});

describe('parallax divergence', () => {
  it('gives what the domain computes, with bounds, n and denominator', async () => {
    const found = await json('divergence', 'p.qdpx', ...drawn);
    const expected = finish(divergenceReport(project.state, request, bootstrap));
    expect(found.pairs).toHaveLength(expected.pairs.length);
    expect(found.pairs[0]).toMatchObject({
      a: expected.pairs[0]!.a,
      value: expected.pairs[0]!.divergence.value,
      low: expected.pairs[0]!.divergence.interval!.low,
    });
    expect(found.commonProblemPerception.value).toBe(expected.commonPerception!.value);
    expect(found.countries[0]).toMatchObject({ n: expected.countries[0]!.n, denominator: found.denominator });
  });
});

describe('parallax crosstab', () => {
  it('crosses two families, tests sources, and does so by country', async () => {
    const { tables } = await json('crosstab', 'p.qdpx', '--rows', 'mode', '--columns', 'actor');
    expect(tables).toHaveLength(1);
    const { cells, n, test } = tables[0];
    expect(n).toBeGreaterThan(0);
    expect(cells[0]).toHaveProperty('residual');
    expect(['chi-square', 'fisher', 'monte-carlo', null]).toContain(test.method);
    const by = await json('crosstab', 'p.qdpx', '--rows', 'mode', '--columns', 'type', '--by', 'country');
    expect(by.tables.length).toBeGreaterThan(1);
  });
  it('says what is missing, and refuses what is no number', async () => {
    const missing = await run('crosstab', 'p.qdpx', '--rows', 'mode');
    expect([missing.code, missing.notes]).toEqual([2, expect.stringContaining('--columns')]);
    const wrong = await run('divergence', 'p.qdpx', '--bootstrap', 'many');
    expect([wrong.code, wrong.notes]).toEqual([2, expect.stringContaining('whole number')]);
  });
});
