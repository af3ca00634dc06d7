import { fields, paragraph, type Article, type Bundle } from './article';

type Row = readonly (string | number | boolean | null)[];

const columns: { readonly [name: string]: keyof Article | undefined } = {
  제목: 'title',
  일자: 'date',
  언론사: 'outlet',
  기고자: 'author',
  '뉴스 식별자': 'identifier',
  URL: 'url',
};
const TEXT = '본문';

/**
 * Reads the sheet that BigKinds exports, one article a row.
 * In: the rows of a sheet. Out: its articles, the columns without a place of their own as fields under their
 * own names; undefined where the first row has other columns.
 */
export function bigKinds(rows: readonly Row[]): Bundle | undefined {
  const [header = [], ...records] = rows;
  const names = header.map((cell) => String(cell ?? '').trim());
  if (!['뉴스 식별자', '제목', TEXT].every((name) => names.includes(name))) return undefined;
  const articles = records
    .filter((record) => record.some((cell) => cell !== null && cell !== ''))
    .map((record) => articleOf(names, record));
  return { database: 'BigKinds', articles };
}

function articleOf(names: readonly string[], record: Row): Article {
  const values = names.map((name, i): [string, string] => [name, String(record[i] ?? '').trim()]);
  const valueOfColumn = (name: string) => values.find(([column]) => column === name)?.[1] ?? '';
  const known = Object.entries(columns).flatMap(([column, place]) =>
    place ? [[place, valueOfColumn(column)] as const] : [],
  );
  return {
    title: '',
    ...Object.fromEntries(known),
    body: valueOfColumn(TEXT)
      .split('\n')
      .map((line) => paragraph(line.trim())),
    fields: values
      .filter(([name]) => columns[name] === undefined && name !== TEXT)
      .flatMap(([name, value]) => fields({ [name]: value })),
  };
}
