import type { Decision } from '../../model/collaboration';
import type { Asking } from './asking';
import type { Comparison } from './comparison';
import type { Merging } from './merging';
import { rowName, valueText } from './names';
import type { FieldDifference } from './types';

interface Settled {
  /** Their decisions and segments that stay out. */
  readonly decisions: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
}

/** One of their decisions, by its own id, and as it stands in the merged project. */
interface Pair {
  readonly theirs: Decision;
  readonly row: Decision;
}

/**
 * Finds passages that were decided on twice, under two ids.
 * In: the rows in the making, the comparison, their decisions. Out: what of theirs stays out: decisions that say what
 * ours says, or against which ours stands, with the segments that they made. Where theirs stands, ours goes from
 * the rows with the segments that it made and that carry no memo.
 */
export function settleDecisions(merging: Merging, comparison: Comparison, pairs: readonly Pair[]): Settled {
  const { rows } = merging;
  const byPassage = new Map<string, Decision>();
  const passage = ({ sourceId, start, end }: Decision) => JSON.stringify([sourceId, start, end]);
  const theirIds = new Set(pairs.map(({ row }) => row.id));
  for (const decision of rows.decisions.values())
    if (!theirIds.has(decision.id)) byPassage.set(passage(decision), decision);
  const decisions = new Set<string>();
  const segments = new Set<string>();
  for (const { theirs, row } of pairs) {
    const ours = rows.decisions.has(row.id) ? undefined : byPassage.get(passage(row));
    if (!ours) continue;
    if (saysTheSame(ours, row)) {
      decisions.add(theirs.id);
      continue;
    }
    const chosen = ask(merging, comparison, ours, { theirs, row });
    if (chosen === 'ours') {
      decisions.add(theirs.id);
      theirs.result.forEach((id, index) => {
        if (!rows.segments.has(row.result[index] ?? id)) segments.add(id);
      });
    } else if (chosen === 'theirs') withdraw(merging, ours, new Set(row.result));
  }
  return { decisions, segments };
}

const saysTheSame = (a: Decision, b: Decision): boolean =>
  a.settlement === b.settlement && a.kind === b.kind && sorted(a.result) === sorted(b.result);

const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');

function withdraw({ rows }: Merging, ours: Decision, kept: ReadonlySet<string>): void {
  rows.decisions.delete(ours.id);
  const gone = new Set(ours.result.filter((id) => !kept.has(id) && rows.segments.get(id)?.memoId === null));
  for (const id of gone) rows.segments.delete(id);
  for (const code of rows.codes.values())
    if (code.examples.some((id) => gone.has(id)))
      rows.codes.set(code.id, { ...code, examples: code.examples.filter((id) => !gone.has(id)) });
  for (const memo of rows.memos.values())
    if (memo.target && gone.has(memo.target.id))
      rows.memos.set(memo.id, { ...memo, target: { table: 'sources', id: ours.sourceId } });
}

function ask(
  merging: Merging,
  { file, index, asking }: Comparison & { readonly asking: Asking },
  ours: Decision,
  { theirs, row }: Pair,
) {
  const { names: state } = merging;
  const { language } = asking;
  const fields: FieldDifference[] = (['settlement', 'kind', 'note', 'coderId'] as const)
    .filter((field) => ours[field] !== row[field])
    .map((field) => ({
      field,
      ours: valueText(state, field, ours[field], language),
      theirs: valueText(state, field, row[field], language),
    }));
  return asking.ask(
    {
      ...({
        file: index,
        kind: 'decision',
        table: 'decisions',
        theirs: theirs.id,
        ours: ours.id,
        fields,
      } as const),
      name: rowName(file.content.state, 'decisions', theirs, language),
      ourName: rowName(state, 'decisions', ours, language),
      segments: 0,
      options: ['ours', 'theirs', 'both'],
      required: false,
    },
    'ours',
  );
}
