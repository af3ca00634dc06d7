import { progressOf } from '../coders/progress';
import { stableGuid } from '../model/guid';
import type { CodeId, CoderId, SourceId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { CodedSegment } from '../model/segment';
import { countCodePoints } from '../text/positions';
import { keepsSegment, type ProfileFilters } from './request';

/** A project as figures see it, with the filters that are left to apply. */
export interface Coding {
  readonly state: ProjectState;
  readonly filters: ProfileFilters;
}

const kept = new WeakMap<ProjectState, Map<string, Coding>>();

/**
 * Whose coding figures rest on.
 * In: a project and filters. Out: the project with the segments of `filters.layer` alone, and what is left of
 * the filters; made once for a state, and the same again when it is applied twice.
 * - `any`, also where none is named: the segments of every person. The agreed layer is left out, as it would
 *   count again what persons coded, unless `coderIds` names its coder.
 * - `agreed`: the agreed layer alone.
 * - `majority`: what more than half of the coders who looked at a source gave (of those in `coderIds`, where it
 *   is given; the agreed layer has no vote). Only segments that the filters on stance and certainty keep are
 *   votes. Characters: those to which more than half gave the code. Segments: the longest runs of such
 *   characters, where runs of several codes on exactly one passage are one segment. Documents: sources with
 *   such a run. With two coders, more than half is both.
 */
export function codingOf(state: ProjectState, filters: ProfileFilters): Coding {
  const layer = filters.layer ?? 'any';
  const agreed = agreedCoder(state);
  if (layer === 'any') {
    if (agreed === undefined || filters.coderIds?.includes(agreed)) return { state, filters };
    return once(state, `any ${JSON.stringify(filters)}`, () => ({ state: ofPersons(state), filters }));
  }
  return once(state, JSON.stringify(filters), () => {
    if (layer === 'agreed') {
      const { coderIds: _, ...rest } = filters;
      return {
        state: onlySegments(state, (segments) => segments.filter(({ coderId }) => coderId === agreed)),
        filters: { ...rest, coderIds: agreed === undefined ? [] : [agreed] },
      };
    }
    const { coderIds, layer: _, ...rest } = filters;
    const voters = [...state.coders.keys()].filter((id) => id !== agreed && (coderIds?.includes(id) ?? true));
    const votes = { ...rest, coderIds: voters };
    return {
      state: onlySegments(state, (segments, sourceId) => {
        const looked = voters.filter((id) => progressOf(state, sourceId, id) !== 'not-started').length;
        return majorityOf(
          segments.filter((segment) => keepsSegment(votes, segment)),
          looked,
        );
      }),
      filters: rest,
    };
  });
}

/**
 * Filters for a coder who codes blind: no figure counts more than the passages that they see.
 * In: filters and the coder. Out: the same filters for the segments of that coder alone, whoever or whichever
 * layer was chosen before.
 */
export function ownCoding({ layer: _, ...filters }: ProfileFilters, coderId: CoderId): ProfileFilters {
  return { ...filters, coderIds: [coderId] };
}

/** In: a project. Out: it with what persons coded; the agreed layer would count that again. */
export function ofPersons(state: ProjectState): ProjectState {
  const agreed = agreedCoder(state);
  if (agreed === undefined) return state;
  return onlySegments(state, (segments) => segments.filter(({ coderId }) => coderId !== agreed));
}

function agreedCoder(state: ProjectState): CoderId | undefined {
  for (const info of state.project.values()) return info.agreedCoderId;
  return undefined;
}

function once(state: ProjectState, key: string, make: () => Coding): Coding {
  let known = kept.get(state);
  if (!known) kept.set(state, (known = new Map()));
  let coding = known.get(key);
  if (!coding) known.set(key, (coding = make()));
  return coding;
}

function onlySegments(
  state: ProjectState,
  choose: (segments: readonly CodedSegment[], sourceId: SourceId) => readonly CodedSegment[],
): ProjectState {
  const segmentsBySource = new Map<SourceId, readonly CodedSegment[]>();
  const segments = new Map<string, CodedSegment>();
  for (const [sourceId, list] of state.segmentsBySource) {
    const chosen = choose(list, sourceId);
    if (chosen.length > 0) segmentsBySource.set(sourceId, chosen);
    for (const segment of chosen) segments.set(segment.id, segment);
  }
  return { ...state, segments, segmentsBySource };
}

/** A run of characters that most gave a code, growing. */
interface Run {
  readonly start: number;
  end: number;
  quote: string;
  /** A segment that voted for it: what is not of the majority itself is taken from it. */
  readonly like: CodedSegment;
}

/** In: the segments of one source that are votes, in reading order, and how many may vote. Out: its majority. */
function majorityOf(votes: readonly CodedSegment[], voters: number): readonly CodedSegment[] {
  const borders = [...new Set(votes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const open = new Map<CodeId, Run>();
  const runs: (Run & { readonly code: CodeId })[] = [];
  let next = 0;
  let active: CodedSegment[] = [];
  borders.forEach((start, i) => {
    const end = borders[i + 1] ?? start;
    active = active.filter((segment) => segment.end > start);
    for (let each = votes[next]; each && each.start === start; each = votes[++next]) active.push(each);
    const by = new Map<CodeId, Set<CoderId>>();
    for (const { tags, coderId } of active) {
      for (const tag of tags) by.set(tag, (by.get(tag) ?? new Set<CoderId>()).add(coderId));
    }
    const won = (code: CodeId) => 2 * (by.get(code)?.size ?? 0) > voters;
    for (const [code, run] of open) {
      if (won(code)) continue;
      runs.push({ ...run, code });
      open.delete(code);
    }
    for (const code of by.keys()) {
      const like = active.find(({ tags }) => tags.includes(code));
      if (!like || !won(code)) continue;
      const quote = like.quote.slice(start - like.start, end - like.start);
      const run = open.get(code);
      if (run) {
        run.end = end;
        run.quote += quote;
      } else open.set(code, { start, end, quote, like });
    }
  });
  const segments = new Map<string, CodedSegment>();
  for (const { start, end, quote, like, code } of runs) {
    const key = `${start} ${end}`;
    const there = segments.get(key);
    segments.set(key, {
      ...like,
      id: stableGuid('majority', like.sourceId, key),
      start,
      end,
      quote,
      characters: countCodePoints(quote),
      tags: there ? [...there.tags, code] : [code],
      // Nobody's own: the passages of a majority have no single coder.
      coderId: '',
      certainty: 'certain',
      memoId: null,
    });
  }
  return [...segments.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
