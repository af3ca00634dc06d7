import { labelIn } from '../../../src-renderer/domain/model/language';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { sourcesByCountry } from '../../../src-renderer/domain/profile/profile';
import {
  crossAnalysis,
  type Axis,
  type CrossAnalysis,
  type Heading,
} from '../../../src-renderer/domain/profile/relations/independence';
import { standardFilters } from '../../../src-renderer/domain/profile/request';
import { choice, oneFile, wholeNumber } from '../ask';
import type { Command } from '../command';
import { WrongUsage } from '../failure';
import { familyNamed } from '../project/find';
import { readProject } from '../project/read';
import { say } from '../text';

/** What is said of sources, by the names that options have for it. */
const attributes = { country: 'country', type: 'documentType', language: 'language' } as const;

export const crosstabCommand: Command = {
  name: 'crosstab',
  files: 'P.qdpx',
  options: {
    rows: { value: 'WHAT', about: 'axis' },
    columns: { value: 'WHAT', about: 'axis' },
    by: { value: 'GROUPS', about: 'by-country' },
    tables: { value: 'B', about: 'tables' },
    seed: { value: 'S', about: 'seed' },
  },
  formats: ['csv'],
  run: async (call) => {
    const file = oneFile(call);
    const isByCountry = call.has('by') && choice(call, 'by', ['country']) === 'country';
    const draws = { tables: wholeNumber(call, 'tables', 10_000), seed: wholeNumber(call, 'seed', 1) };
    const { state } = (await readProject(file)).content;
    const [rows, columns] = (['rows', 'columns'] as const).map((option) =>
      axisNamed(state, call.one(option) ?? '', option),
    ) as [Axis, Axis];
    const countries = isByCountry
      ? [...sourcesByCountry(state, { filters: standardFilters }).keys()]
      : [undefined];
    const tables = countries.map((country) => ({
      country: country ?? null,
      found: crossAnalysis(state, {
        rows,
        columns,
        filters: country === undefined ? standardFilters : { ...standardFilters, countries: [country] },
        draws,
      }),
    }));
    return {
      json: {
        rows: call.one('rows'),
        columns: call.one('columns'),
        by: isByCountry ? 'country' : null,
        tables: tables.map(({ country, found }) => ({ country, ...tableJson(found) })),
      },
      table: () => ({
        columns: ['country', 'row', 'column', 'segments', 'row_share', 'column_share', 'sources', 'residual'],
        rows: tables.flatMap(({ country, found }) =>
          tableJson(found).cells.map((cell) => [
            country ?? '',
            cell.row,
            cell.column,
            cell.segments,
            cell.rowShare,
            cell.columnShare,
            cell.sources,
            cell.residual,
          ]),
        ),
      }),
    };
  },
};

function axisNamed(state: ProjectState, name: string, option: string): Axis {
  if (name === '') throw new WrongUsage(say('wrong.axis-missing', { option }));
  const attribute = Object.entries(attributes).find(([each]) => each === name)?.[1];
  return attribute ? { kind: attribute } : { kind: 'family', familyKey: familyNamed(state, name).key };
}

const nameOf = (heading: Heading): string =>
  'code' in heading ? heading.code.key || labelIn(heading.code.labels, 'en') : heading.value;

function tableJson({ rows, columns, segments, n, rowTotals, columnTotals, sources }: CrossAnalysis) {
  const { figures, test } = sources;
  const share = (count: number, of: number) => (of > 0 ? count / of : null);
  return {
    n,
    denominator: 'segments with a row and a column',
    cells: rows.flatMap((row, i) =>
      columns.map((column, j) => {
        const count = segments[i]?.[j] ?? 0;
        return {
          row: nameOf(row),
          column: nameOf(column),
          segments: count,
          rowShare: share(count, rowTotals[i] ?? 0),
          columnShare: share(count, columnTotals[j] ?? 0),
          sources: sources.counts[i]?.[j] ?? 0,
          residual: figures.residuals[i]?.[j] ?? null,
        };
      }),
    ),
    test: {
      on: 'sources by their primary code',
      n: figures.n,
      leftOut: sources.leftOut,
      chiSquare: figures.test?.chiSquare ?? null,
      df: figures.test?.df ?? null,
      cramersV: figures.test?.cramersV ?? null,
      cramersVCorrected: figures.test?.cramersVCorrected ?? null,
      smallCells: figures.smallCells,
      ...(test ?? { method: null, p: null }),
    },
  };
}
