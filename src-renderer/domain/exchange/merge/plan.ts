import { codesInOrder } from '../../codebook/tree';
import { progressId } from '../../coders/progress';
import { stableGuid } from '../../model/guid';
import type { LabelLanguage } from '../../model/language';
import { tableNames, type TableName } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import type { SourceFile, SourceText } from '../../model/source';
import { Asking } from './asking';
import { settleDecisions } from './decisions';
import { IncomingRows } from './incoming-rows';
import { mapped, type Comparison, type IdMap } from './comparison';
import { matchIds, type Matched } from './match';
import { countBy, Merging } from './merging';
import { remapped } from './remap';
import { standingOf, summaryOf } from './summary';
import type { FileSummary, IncomingFile, LostSegment, MergeAnswers, MergeBase, MergePlan } from './types';
import { noAnswers } from './types';

/** Order in which tables are merged: what is pointed at comes before what points at it. */
const order = [
  'project',
  'coders',
  'families',
  'variables',
  'sources',
  'memos',
  'segments',
  'codes',
  'cases',
  'carried',
  'imports',
  'progress',
  'packages',
  'decisions',
  'views',
] as const satisfies readonly TableName[];

export interface PlanOptions {
  readonly answers?: MergeAnswers;
  /** Of the names of codes in questions; English when absent. */
  readonly language?: LabelLanguage;
}

/** A plan, and the ids that the rows of each file have in it; undefined for files that are left out. */
export type PlanWithIds = MergePlan & { readonly ids: readonly (IdMap | undefined)[] };

/**
 * Works out what merging files into a project comes to.
 * In: the project, the files in turn, what was answered so far. Out: the plan: what is asked, what was found for
 * one thing, what comes in, and the project that it makes. `matchIds` says what is taken for one thing; of segments
 * those of one id are one, and those of one passage, coder and set of codes. Where both say different things of
 * one thing, ours stands unless theirs was chosen; what only one says is kept. Merging the same files again changes
 * nothing, and their order matters only for which side stands where they contradict, and whose ids are kept.
 */
export function planMerge(
  base: MergeBase,
  incoming: readonly IncomingFile[],
  { answers = noAnswers, language = 'en' }: PlanOptions = {},
): PlanWithIds {
  const asking = new Asking(answers, language);
  const merging = new Merging(base.state, asking);
  const texts = new Map(base.texts);
  const bodies = { texts: new Map<string, SourceText>(), files: new Map<string, SourceFile>() };
  const files: FileSummary[] = [];
  const lost: LostSegment[] = [];
  const ids: (IdMap | undefined)[] = [];
  const matched = countBy(() => 0);
  incoming.forEach((file, index) => {
    const comparison: Comparison = { base: { state: merging.state, texts }, file, index, asking };
    const standing = standingOf(comparison);
    const own = standing === 'merged' ? mergeFile(merging, comparison, lost) : undefined;
    ids.push(own);
    files.push(summaryOf(comparison, standing, own, merging.rows.segments));
    if (!own) return;
    for (const table of tableNames)
      for (const [id, ours] of own[table])
        if (id !== ours && comparison.base.state[table].has(ours)) matched[table]++;
    for (const [id, body] of file.content.texts) {
      const sourceId = mapped(own, 'sources', id);
      if (texts.has(sourceId) || base.state.sources.has(sourceId)) continue;
      texts.set(sourceId, { ...body, sourceId });
      bodies.texts.set(sourceId, { ...body, sourceId });
    }
    for (const [id, body] of file.content.files) {
      const sourceId = mapped(own, 'sources', id);
      const isThere = base.state.sources.has(sourceId) || base.state.carried.has(sourceId);
      if (!isThere && !bodies.files.has(sourceId)) bodies.files.set(sourceId, { ...body, sourceId });
    }
  });
  const { items, keptOurs, added } = { ...merging, items: asking.items };
  return {
    base,
    files,
    items: inOrder(items),
    keptOurs,
    lost,
    added,
    matched,
    united: { state: merging.state },
    bodies,
    ids,
  };
}

const rank = ['foreign', 'coder', 'text', 'code', 'segment', 'decision', 'row'];

const inOrder = (items: MergePlan['items']): MergePlan['items'] =>
  items.toSorted(
    (a, b) =>
      Number(b.required) - Number(a.required) ||
      rank.indexOf(a.kind) - rank.indexOf(b.kind) ||
      a.file - b.file,
  );

function mergeFile(merging: Merging, comparison: Comparison, lost: LostSegment[]): IdMap {
  const { file, index } = comparison;
  const theirs = file.content.state;
  const matched = matchIds(comparison);
  const rows = new IncomingRows(comparison, matched);
  const known = {
    ...matched.ids,
    progress: matchProgress(comparison, matched.ids),
    decisions: movedDecisions(comparison, rows, matched.ids),
  };
  const ids: IdMap = { ...known, segments: matchSegments(comparison, rows, known) };
  const decided = rows.of('decisions').map((each) => ({
    theirs: each,
    row: remapped('decisions', each, ids),
    made: each.result.flatMap((id) => {
      const segment = rows.segments.get(id);
      return segment ? [remapped('segments', segment, ids)] : [];
    }),
  }));
  const settled = settleDecisions(merging, comparison, decided);
  rows.leaveOut(settled.decisions, settled.segments);
  for (const table of order) {
    // Parents before their children, which are of the family of their parent.
    const arrivals = table === 'codes' ? rows.of('codes', codesInOrder(theirs)) : rows.of(table);
    for (const row of arrivals)
      merging.take({
        ...{ table, file: index, theirs, theirId: row.id },
        row: remapped(table, row as never, ids) as never,
      });
  }
  lost.push(...rows.lost);
  return ids;
}

/** What a coder says of a source has an id made of both, wherever it is said. */
function matchProgress({ base, file }: Comparison, ids: Matched['ids']): Map<string, string> {
  const byBoth = new Map<string, string>();
  for (const { id, sourceId, coderId } of base.state.progress.values())
    byBoth.set(progressId(sourceId, coderId), id);
  const found = new Map<string, string>();
  for (const { id, sourceId, coderId } of file.content.state.progress.values()) {
    const own = progressId(mapped(ids, 'sources', sourceId), mapped(ids, 'coders', coderId));
    const known = base.state.progress.get(id);
    if (known && progressId(known.sourceId, known.coderId) === own) continue;
    const there = byBoth.get(own);
    if (there !== undefined) found.set(id, there);
    else if (id === progressId(sourceId, coderId) && own !== id) found.set(id, own);
  }
  return found;
}

/** Decisions that both have, on a source that became one of its own: they go there with it. */
function movedDecisions(
  { base }: Comparison,
  { decisions }: IncomingRows,
  ids: Matched['ids'],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, sourceId } of decisions.values()) {
    const known = base.state.decisions.get(id);
    const own = mapped(ids, 'sources', sourceId);
    if (known && known.sourceId !== own) found.set(id, stableGuid('merged decision', id, own));
  }
  return found;
}

/** Segments of a file that the project has under another id: one passage, coder and set of codes. */
function matchSegments(
  { base }: Comparison,
  { segments }: IncomingRows,
  ids: Matched['ids'],
): Map<string, string> {
  const trait = ({ sourceId, start, end, coderId, tags }: CodedSegment) =>
    JSON.stringify([sourceId, start, end, coderId, [...tags].sort()]);
  const byTrait = new Map<string, string>();
  for (const segment of base.state.segments.values()) {
    const key = trait(segment);
    if (!segments.has(segment.id) && !byTrait.has(key)) byTrait.set(key, segment.id);
  }
  const found = new Map<string, string>();
  for (const segment of segments.values()) {
    const known = base.state.segments.get(segment.id);
    const sourceId = mapped(ids, 'sources', segment.sourceId);
    // Its source became one of its own, and it goes there with it.
    if (known && known.sourceId !== sourceId)
      found.set(segment.id, stableGuid('merged segment', segment.id, sourceId));
    if (known) continue;
    const key = trait(remapped('segments', segment, ids));
    const own = byTrait.get(key);
    if (own === undefined) continue;
    found.set(segment.id, own);
    byTrait.delete(key);
  }
  return found;
}
