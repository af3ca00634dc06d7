import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src-main/cli/program';
import type { AgreementReport, AgreementResult } from '../../../src-renderer/domain/agreement/study/report';
import { codingCoders } from '../../../src-renderer/domain/agreement/study/material/coders';
import {
  agreementMaterial,
  textsNeeded,
  withTexts,
} from '../../../src-renderer/domain/agreement/study/material/from-project';
import { namedReport, reportNames } from '../../../src-renderer/domain/agreement/study/named';
import { standardRequest } from '../../../src-renderer/domain/agreement/study/request';
import { generateProject } from '../../generator/project';
import { analysisHere } from '../../support/analysis-port';
import { qdpxOf } from '../../e2e/cli/parallax';
import { csvText } from '../../../src-renderer/domain/exchange/tables/csv';
import { fixture, type Case, type Dataset, type RawSpan } from '../domain/agreement/fixture';

/** Cases that are no figure of a table or of spans: they are held to the functions themselves, elsewhere. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['setDistance', 'alphaU2004.delta2', 'gamma.positionalDissimilarity'],
  ...['gamma.fromStoredChanceContinua', 'krippendorffAlpha.custom', 'characterConfusion'],
  ...['bootstrapDistribution', 'jackknifeLeaveOneDocumentOut', 'qualcoderKappaAsShipped'],
]);
const isElsewhere = ({ coefficient }: Case) => elsewhere.has(coefficient);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-agreement-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

async function parallax(...args: readonly string[]): Promise<Run> {
  let out = '';
  const notes: string[] = [];
  const code = await runProgram(['agreement', ...args], {
    result: async (text) => {
      out += text;
    },
    note: (text) => notes.push(text),
    isTerminal: false,
  });
  return { code, out, notes: notes.join('\n') };
}

async function report(...args: readonly string[]): Promise<AgreementReport> {
  const { code, out, notes } = await parallax(...args);
  if (code !== 0) throw new Error(notes);
  return JSON.parse(out) as AgreementReport;
}

const coderNames = (count: number) => Array.from({ length: count }, (_, i) => `coder ${i + 1}`);

/** A dataset as the file that somebody would hand to the program; written once. */
const files = new Map<string, Promise<string>>();
function fileOf(key: string, dataset: Dataset, document: unknown): Promise<string> {
  const name = `${key} ${String(document ?? '')}`.replace(/[^\w-]/g, '_');
  const known = files.get(name);
  if (known) return known;
  const path = join(folder, isTable(dataset) ? `${name}.csv` : `${name}.json`);
  const text = isTable(dataset) ? tableText(dataset) : JSON.stringify(spansOf(dataset, document));
  const written = writeFile(path, text).then(() => path);
  files.set(name, written);
  return written;
}
const isTable = ({ kind }: Dataset) => kind === 'coding' || kind === 'set-coding';

function tableText({ units = [], counts, coders }: Dataset): string {
  const rows = units.flatMap((values, i) => {
    const cells = values.map((value) =>
      value === null ? '' : typeof value === 'string' ? value : value.join('|') || '|',
    );
    return new Array<string[]>(counts?.[i] ?? 1).fill(cells);
  });
  return csvText({
    columns: ['unit', ...coderNames(Number(coders))],
    rows: rows.map((cells, i) => [String(i + 1), ...cells]),
  });
}

function spansOf(dataset: Dataset, document: unknown): unknown {
  if (dataset.kind === 'counts') return spansOfCounts(dataset, 0, 0);
  const named = (coders: readonly (readonly RawSpan[])[]) =>
    Object.fromEntries(coders.map((spans, i) => [coderNames(coders.length)[i], spans]));
  if (dataset.documents) {
    return dataset.documents
      .filter(({ id }) => document === undefined || id === document)
      .map(({ id, length, coders }) => ({ id, length, coders: named(coders) }));
  }
  const coders = dataset.coders as readonly (readonly RawSpan[])[];
  const end = Math.max(0, ...coders.flat().map((span) => span[1]));
  return { begin: dataset.begin ?? 0, length: dataset.length ?? end, coders: named(coders) };
}

/** Counts of characters, laid one after the other. */
function spansOfCounts({ both = 0, neither = 0 }: Dataset, onlyA: number, onlyB: number): unknown {
  const mark = (start: number, length: number): RawSpan[] =>
    length > 0 ? [[start, start + length, 'x']] : [];
  return {
    length: both + onlyA + onlyB + neither,
    coders: { A: mark(0, both + onlyA), B: [...mark(0, both), ...mark(both + onlyA, onlyB)] },
  };
}

const matches: Readonly<Record<string, string>> = {
  exact: 'exact',
  iou90: 'iou:0.9',
  iou50: 'iou:0.5',
  anyOverlap: 'any-overlap',
};

/** The figure of a case, as the program writes it. */
async function figure({ coefficient, dataset: key = '', params = {} }: Case): Promise<AgreementResult> {
  const dataset = fixture.datasets[key];
  if (!dataset) throw new Error(`The file holds ${key}.`);
  const {
    onlyA = dataset.onlyOne ?? 0,
    onlyB = 0,
    alpha,
    beta,
    deltaEmpty,
  } = params as Record<string, number>;
  let file = await fileOf(key, dataset, params['document']);
  if (dataset.kind === 'counts') {
    file = join(folder, `counts-${key}-${onlyA}-${onlyB}.json`);
    await writeFile(file, JSON.stringify(spansOfCounts(dataset, onlyA, onlyB)));
  }
  const code = (params['code'] ?? params['category'] ?? params['binaryCode']) as string | undefined;
  const pair = params['pair'] as readonly number[] | undefined;
  const count =
    typeof dataset.coders === 'number' ? dataset.coders : (dataset.documents?.[0]?.coders as [])?.length;
  const gamma = Object.entries({ alpha, beta, empty: deltaEmpty, samples: 300, seed: 20260901 })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join();
  // A code that nobody gave in this document is compared when it is named; (k)cu-α needs the others too.
  const alone = code === undefined || isTable(dataset) || coefficient === 'kuAlpha' ? undefined : [code];
  const codes = (params['codes'] ?? dataset.categories ?? alone) as readonly string[] | undefined;
  const match = matches[String(params['threshold'])] ?? 'exact';
  const { results } = await report(
    ...[isTable(dataset) ? '--table' : '--spans', file, '--coefficient', coefficient],
    ...['--bootstrap', '0', '--gamma', gamma, '--match', match],
    ...(code === undefined ? [] : ['--per', 'code']),
    ...(pair ? ['--coders', pair.map((i) => coderNames(count)[i]).join()] : []),
    ...(codes ? ['--codes', codes.join()] : []),
    ...(String(params['emptySet']).includes('dropped') ? ['--coded-only'] : []),
    ...(params['sameCodeOverlap'] === 'inceptionFirstLongest' ? ['--first-longest'] : []),
  );
  const found = results.find(
    (each) =>
      each.scope.code === code &&
      Object.keys(each.scope).length === (code === undefined ? 0 : 1) &&
      (each.match === undefined || each.match === match.replace(':', '')),
  );
  if (!found) throw new Error(`${coefficient} of ${String(code)} is not among ${JSON.stringify(results)}`);
  return found;
}

function told(found: AgreementResult, { coefficient }: Case): unknown {
  if (found.value === null) return { undefined: found.reason };
  if (coefficient !== 'spanF1') return found.value;
  const { matched, nA, nB } = found.details;
  return { matched, nA, nB, f1: found.value };
}

function isNear(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === 'number') return Math.abs(Number(actual) - expected) <= tolerance;
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  return Object.entries(expected).every(([key, value]) =>
    isNear((actual as Record<string, unknown>)[key], value, tolerance),
  );
}

describe('parallax agreement and the file of expected values', () => {
  it('writes every case that is a figure of a table or of spans', async () => {
    const wrong: string[] = [];
    let reproduced = 0;
    for (const each of fixture.cases) {
      if (isElsewhere(each)) continue;
      const answer = await figure(each).then((found) => told(found, each));
      if (isNear(answer, each.expected, each.tolerance ?? 0)) reproduced++;
      else wrong.push(`${each.id}: ${JSON.stringify(answer)} instead of ${JSON.stringify(each.expected)}`);
    }
    expect(wrong).toEqual([]);
    // The rest is reproduced by the functions alone: distances, single matrices, other programs' mistakes.
    const rest = fixture.cases.filter(isElsewhere).length;
    expect(fixture.cases).toHaveLength(532);
    expect([reproduced, rest]).toEqual([532 - rest, rest]);
  }, 120_000);
});

describe('parallax agreement', () => {
  it('says what is wrong with its input', async () => {
    const table = join(folder, 'wrong.csv');
    await writeFile(table, 'A,A\nx,y\n');
    expect(await parallax('--table', table)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('called A'),
    });
    const spans = join(folder, 'wrong.json');
    await writeFile(spans, '{"length":5,"coders":{"A":[[0,9,"x"]],"B":[]}}');
    expect(await parallax('--spans', spans)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('leaves the document'),
    });
    for (const args of [
      [],
      ['--table', table, '--spans', spans],
      ['--spans', spans, '--coefficient', 'luck'],
      ['--spans', spans, '--per', 'moon'],
      ['--spans', spans, '--bootstrap', '-1'],
      ['--spans', spans, '--match', 'iou:2'],
      ['--spans', spans, '--gamma', 'delta=1'],
    ]) {
      expect([args, (await parallax(...args)).code]).toEqual([args, 2]);
    }
  });

  it('has intervals by default, whose seed and number it names', async () => {
    const file = join(folder, 'many.json');
    const documents = Array.from({ length: 6 }, (_, i) => ({
      length: 50,
      coders: { A: [[0, 10, 'x']], B: [[i % 2, 10, 'x']] },
    }));
    await writeFile(file, JSON.stringify(documents));
    const { bootstrap, results, n } = await report('--spans', file, '--seed', '5');
    expect([bootstrap, n]).toEqual([{ resamples: 1000, seed: 5 }, 300]);
    expect(results[0]).toMatchObject({ coefficient: 'uAlpha', scope: {}, reason: null });
    expect(results[0]?.low).toBeLessThan(results[0]?.high ?? NaN);
  });
});

describe('parallax agreement of projects', () => {
  const project = generateProject({ seed: 5, sources: 5, segments: 80, coders: 2, length: 800 });

  it('writes the very report that the window shows and saves', async () => {
    const file = join(folder, 'p.qdpx');
    await writeFile(file, await qdpxOf(project));
    const written = await report(file, '--family', 'mode', '--unit', 'sentence', '--per', 'code,country');
    const request = {
      ...standardRequest,
      coders: codingCoders(project.state),
      codes: { family: 'mode' },
      unit: 'sentence',
      per: ['code', 'country'],
    } as const;
    const material = agreementMaterial(project.state, request);
    const ready = withTexts(material, textsNeeded(material, 'sentence'), project.texts);
    const shown = await analysisHere.run(
      'agreement',
      { material: ready, wishes: request },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    if (!shown.ok) throw new Error(shown.error);
    const named = namedReport(shown.value, reportNames(project.state, shown.value, 'en'));
    const byName = (one: AgreementReport) =>
      new Map(
        one.results.map(({ coefficient, match, scope, ...figures }) => [
          JSON.stringify([coefficient, match, scope]),
          figures,
        ]),
      );
    expect(byName(written)).toEqual(byName(named));
    expect([written.unit, written.n, written.coders, written.bootstrap]).toEqual([
      named.unit,
      named.n,
      named.coders,
      named.bootstrap,
    ]);
  });

  it('puts files together in memory, and says when nobody else looked', async () => {
    const [first] = project.state.coders.values();
    const file = join(folder, 'q.qdpx');
    await writeFile(file, await qdpxOf(project));
    const together = await report(file, file, '--coefficient', 'uAlpha', '--bootstrap', '0');
    const alone = await report(file, '--coefficient', 'uAlpha', '--bootstrap', '0');
    expect(together.results).toEqual(alone.results);
    const one = await parallax(file, '--coders', first?.name ?? '');
    expect(one.code).toBe(0);
    expect(one.notes).toContain('only one of the coders has looked at it');
    for (const { reason } of (JSON.parse(one.out) as AgreementReport).results)
      expect(reason).toBe('fewer-than-two-coders');
  });
});
