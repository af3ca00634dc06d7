import type { TFunction } from 'i18next';
import type { KeptBefore } from '../../application/merge/keep-before';
import type { UnreadIncoming } from '../../application/merge/incoming';
import type { Table } from '../../domain/exchange/tables/csv';
import { tableNames } from '../../domain/model/project';
import type { MergeItem, MergePlan } from '../../domain/exchange/merge/types';

export interface MergeReport {
  readonly plan: MergePlan;
  readonly unread: readonly UnreadIncoming[];
  readonly kept: KeptBefore;
}

/** A heading and its lines; sections without lines are left out. */
export interface ReportSection {
  readonly id: 'files' | 'came' | 'matched' | 'decided' | 'undecided' | 'left' | 'kept';
  readonly lines: readonly string[];
}

/** What came of a merge, in the person's words: on the screen and in a file alike. */
export function sectionsOf(t: TFunction, { plan, unread, kept }: MergeReport): readonly ReportSection[] {
  const counts = (of: MergePlan['added']) =>
    tableNames
      .filter((table) => of[table] > 0)
      .map((table) => t('merge:count', { what: t(`merge:table.${table}`), count: of[table] }));
  const fileOf = ({ file }: { readonly file: number }) => plan.files[file]?.name ?? '';
  const line = (item: MergeItem) => {
    const choice = item.chosen.startsWith('map:')
      ? t('merge:choice.map', { name: item.ourName || item.chosen.slice('map:'.length) })
      : t(`merge:choice.${item.chosen}`);
    const what = t(`merge:table.${item.table}`);
    return t('merge:line.item', { what, name: item.name, choice, file: fileOf(item) });
  };
  const sections: readonly ReportSection[] = [
    {
      id: 'files',
      lines: [
        ...plan.files.map((file) =>
          file.standing === 'merged'
            ? `${file.name}: ${t('merge:segments', file.segments)} · ${t('merge:sources', file.sources)}`
            : `${file.name}: ${t(`merge:standing.${file.standing}`)}`,
        ),
        ...unread.map(
          ({ name, failure }) => `${name}: ${t(`exchange-report:failure.${failure.kind}`, failure.params)}`,
        ),
      ],
    },
    { id: 'came', lines: counts(plan.added) },
    { id: 'matched', lines: counts(plan.matched) },
    { id: 'decided', lines: plan.items.filter(({ decided }) => decided).map(line) },
    {
      id: 'undecided',
      lines: [
        ...plan.items.filter(({ decided }) => !decided).map(line),
        ...plan.keptOurs.map((each) =>
          t('merge:line.keptOurs', {
            ...{ what: t(`merge:table.${each.table}`), name: each.name, file: fileOf(each) },
            fields: each.fields.map((field) => t(`merge:field.${field}`, field)).join(', '),
          }),
        ),
      ],
    },
    {
      id: 'left',
      lines: plan.lost.map((each) =>
        t('merge:line.lost', { ...each, why: t(`merge:why.${each.why}`), file: fileOf(each) }),
      ),
    },
    { id: 'kept', lines: [t(`merge:keptAs.${kept}`)] },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** In: the report. Out: it as plain text. */
export const reportText = (t: TFunction, report: MergeReport): string =>
  sectionsOf(t, report)
    .map(({ id, lines }) => [t(`merge:section.${id}`), ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n') + '\n';

/** In: the report. Out: it as a table for other programs, whose column names are always English. */
export function reportTable({ plan, unread }: MergeReport): Table {
  const fileOf = ({ file }: { readonly file: number }) => plan.files[file]?.name ?? '';
  return {
    columns: ['what', 'file', 'table', 'name', 'detail', 'done'],
    rows: [
      ...plan.files.map(({ name, standing, segments }) => ['file', name, '', '', standing, segments.added]),
      ...unread.map(({ name, failure }) => ['unread', name, '', '', failure.kind, null]),
      ...tableNames.map((table) => ['added', '', table, '', '', plan.added[table]]),
      ...tableNames.map((table) => ['matched', '', table, '', '', plan.matched[table]]),
      ...plan.items.map((item) => [
        item.decided ? 'decided' : 'undecided',
        fileOf(item),
        ...[item.table, item.name],
        item.fields.map(({ field }) => field).join('; ') || item.kind,
        item.chosen,
      ]),
      ...plan.keptOurs.map((each) => [
        ...['kept', fileOf(each), each.table, each.name],
        ...[each.fields.join('; '), 'ours'],
      ]),
      ...plan.lost.map((each) => ['left-out', fileOf(each), 'segments', each.quote, each.source, each.why]),
    ],
  };
}
