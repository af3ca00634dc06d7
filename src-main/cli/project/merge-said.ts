import type { MergeItem, MergePlan } from '../../../src-renderer/domain/exchange/merge/types';

const contradicts = ({ kind }: MergeItem): boolean =>
  kind === 'row' || kind === 'segment' || kind === 'decision';

/** What a person would have been asked, with the name of the file and what was done. */
export function saidOf({ files, items, keptOurs, lost }: MergePlan) {
  const fileOf = ({ file }: { readonly file: number }) => files[file]?.name ?? '';
  return {
    conflicts: [
      ...items.filter(contradicts).map((item) => ({
        ...{ file: fileOf(item), table: item.table, id: item.ours, name: item.ourName },
        fields: item.fields.map(({ field }) => field),
        done: item.chosen,
      })),
      ...keptOurs.map(({ table, id, name, fields, ...of }) => ({
        ...{ file: fileOf(of), table, id, name, fields },
        done: 'ours' as const,
      })),
    ],
    questions: items
      .filter((item) => !contradicts(item))
      .map((item) => ({
        ...{ file: fileOf(item), kind: item.kind, id: item.theirs, name: item.name },
        done: item.chosen,
      })),
    lost: lost.map((segment) => ({ ...segment, file: fileOf(segment) })),
  };
}
