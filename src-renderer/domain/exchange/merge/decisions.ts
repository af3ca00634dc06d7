import type { Decision } from '../../model/collaboration';
import type { CodedSegment } from '../../model/segment';
import type { Asking } from './asking';
import type { Comparison } from './comparison';
import type { Merging } from './merging';
import { rowName, valueText } from './names';
import type { Choice, FieldDifference } from './types';

interface Settled {
  /** Their decisions and segments that stay out. */
  readonly decisions: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
}

/** One of their decisions, by its own id, and as it stands in the merged project. */
interface Pair {
  readonly theirs: Decision;
  readonly row: Decision;
  /** The segments that it made, as they stand in the merged project. */
  readonly made: readonly CodedSegment[];
}

/**
 * Finds what was decided twice: the same difference, which has one id in every copy of a project, or one passage
 * under two ids.
 * In: the rows in the making, the comparison, their decisions. Out: what of theirs stays out: decisions that say what
 * ours says, or against which ours stands, with the segments that they made. Where theirs stands, ours goes from
 * the rows with the segments that it made and that carry no memo. So layer and decisions never part.
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
  for (const { theirs, row, made } of pairs) {
    const same = rows.decisions.get(row.id);
    const ours = same ?? byPassage.get(passage(row));
    if (!ours) continue;
    if (saysTheSame(ours, row) && made.every((each) => !same || isMadeAlike(rows, each))) {
      decisions.add(theirs.id);
      continue;
    }
    const options: readonly Choice[] = same ? ['ours', 'theirs'] : ['ours', 'theirs', 'both'];
    const chosen = ask(merging, comparison, ours, { theirs, row }, options);
    if (chosen === 'ours') {
      decisions.add(theirs.id);
      theirs.result.forEach((id, index) => {
        if (same || !rows.segments.has(row.result[index] ?? id)) segments.add(id);
      });
    } else if (chosen === 'theirs') withdraw(merging, ours, new Set(same ? [] : row.result));
  }
  return { decisions, segments };
}

const saysTheSame = (a: Decision, b: Decision): boolean =>
  a.settlement === b.settlement && a.kind === b.kind && sorted(a.result) === sorted(b.result);

/** Whether a segment that a decision made is the same here; one that somebody took away since is no other. */
function isMadeAlike({ segments }: Merging['rows'], made: CodedSegment): boolean {
  const ours = segments.get(made.id);
  const said = ({ start, end, tags, certainty, stance }: CodedSegment) =>
    JSON.stringify([start, end, [...tags].sort(), certainty, stance]);
  return !ours || said(ours) === said(made);
}

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
  { theirs, row }: Pick<Pair, 'theirs' | 'row'>,
  options: readonly Choice[],
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
      options,
      required: false,
    },
    'ours',
  );
}
