import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { continuum, type Continuum } from '../../../../src-renderer/domain/agreement/continuum/continuum';
import {
  reliabilityTable,
  type ReliabilityTable,
} from '../../../../src-renderer/domain/agreement/table/table';

/** `[start, end, code]`, half-open. */
export type RawSpan = readonly [number, number, string];

export interface Dataset {
  readonly kind: 'coding' | 'set-coding' | 'unitizing' | 'continuum' | 'corpus' | 'counts';
  readonly coders: number | readonly (readonly RawSpan[])[];
  readonly units?: readonly (readonly (string | readonly string[] | null)[])[];
  readonly counts?: readonly number[];
  readonly categories?: readonly string[];
  readonly begin?: number;
  readonly length?: number;
  readonly documents?: readonly {
    readonly id: string;
    readonly length: number;
    readonly coders: readonly (readonly RawSpan[])[];
  }[];
  readonly both?: number;
  readonly neither?: number;
  readonly onlyOne?: number;
}

export interface Case {
  readonly id: string;
  readonly dataset?: string;
  readonly coefficient: string;
  readonly expected: unknown;
  readonly tolerance?: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface Fixture {
  readonly datasets: Readonly<Record<string, Dataset>>;
  readonly cases: readonly Case[];
}

/** The expected values, as they were handed to us. */
export const fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/agreement/agreement-fixtures.json'), 'utf8'),
) as Fixture;

const spansOf = (coders: readonly (readonly RawSpan[])[]) =>
  coders.map((spans) => spans.map(([start, end, code]) => ({ start, end, code })));

/** In: a coding or set-coding dataset. Out: its table. */
export function tableOf({ units = [], counts, coders, categories }: Dataset): ReliabilityTable {
  if (typeof coders !== 'number') throw new Error('A table names its number of coders.');
  const rows = units.map((values, i) => ({
    values: values.map((value) => (typeof value === 'string' ? [value] : value)),
    weight: counts?.[i] ?? 1,
  }));
  return reliabilityTable(
    rows,
    coders,
    categories?.map((category) => [category]),
  );
}

/** In: a unitizing, continuum or corpus dataset, and one document of a corpus by name. Out: its continua. */
export function continuaIn(dataset: Dataset, document?: unknown): readonly Continuum[] {
  if (dataset.documents) {
    return dataset.documents
      .filter(({ id }) => document === undefined || id === document)
      .map(({ length, coders }) => continuum(length, spansOf(coders)));
  }
  if (typeof dataset.coders === 'number') throw new Error('A continuum names the spans of its coders.');
  const coders = spansOf(dataset.coders);
  const end = Math.max(0, ...coders.flat().map((span) => span.end));
  return [continuum(dataset.length ?? end, coders, dataset.begin ?? 0)];
}
