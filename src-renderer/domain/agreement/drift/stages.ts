import { progressOf } from '../../coders/progress';
import type { CoderId, SourceId } from '../../model/ids';
import type { ProjectState } from '../../model/project';

/** By what sources are put in an order of time: rounds of packages, calendar, or equal numbers of sources. */
export const stagings = ['rounds', 'half-months', 'fifths'] as const;
export type Staging = (typeof stagings)[number];

/** Sources that were coded at one time, in order of when their last coding was made. */
export interface Stage {
  /** The round, from 1; the half-month, as `2026-05-01` or `2026-05-16`; the fifth, from 1. */
  readonly key: string;
  /** When the first and the last of them were coded, ISO 8601; '' where there is none. */
  readonly from: string;
  readonly to: string;
  /** Those that at least two of the coders looked at; none where nothing was coded in between. */
  readonly sourceIds: readonly SourceId[];
}

/** A coder who coded sources a second time. */
export interface Recoding {
  readonly packageId: string;
  readonly name: string;
  readonly round: number;
  /** The first coding and the second, as two coders. */
  readonly coders: readonly [CoderId, CoderId];
  readonly sourceIds: readonly SourceId[];
}

/**
 * Who was compared when.
 * In: the project, the coders who are compared, and by what to go. Out: the stages in order of time;
 * half-months without a coded source stand between the others, so that a gap is a gap. A source belongs to
 * the moment at which one of the coders last worked on it, since only then it could be compared.
 */
export function stagesOf(state: ProjectState, coders: readonly CoderId[], by: Staging): readonly Stage[] {
  const moments = momentsOf(state, coders);
  switch (by) {
    case 'rounds':
      return rounds(state, moments);
    case 'half-months':
      return halfMonths(moments);
    case 'fifths':
      return fifths(moments);
  }
}

/** In: the project. Out: packages that were coded a second time by one person, in order of their making. */
export function recodingsOf(state: ProjectState): readonly Recoding[] {
  return [...state.packages.values()]
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .flatMap(({ id, name, round, purpose, coderId, recodeOf, sourceIds }) =>
      purpose === 'recode' && recodeOf !== null && recodeOf !== coderId
        ? { packageId: id, name, round, coders: [recodeOf, coderId] as const, sourceIds }
        : [],
    );
}

/** A source and when one of the coders last worked on it. */
interface Moment {
  readonly sourceId: SourceId;
  readonly at: string;
}

function momentsOf(state: ProjectState, coders: readonly CoderId[]): readonly Moment[] {
  const finished = new Map<SourceId, string>();
  for (const { sourceId, coderId, at } of state.progress.values()) {
    if (coders.includes(coderId)) finished.set(sourceId, latest(finished.get(sourceId), at));
  }
  const moments: Moment[] = [];
  for (const sourceId of state.sources.keys()) {
    const looked = coders.filter((coder) => progressOf(state, sourceId, coder) !== 'not-started');
    if (looked.length < 2) continue;
    let at: string | undefined;
    for (const { coderId, createdAt } of state.segmentsBySource.get(sourceId) ?? [])
      if (coders.includes(coderId)) at = latest(at, createdAt);
    // Segments tell when it was coded; whoever found nothing to code said so at a moment too.
    at ??= finished.get(sourceId);
    if (at !== undefined) moments.push({ sourceId, at });
  }
  return moments.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sourceId < b.sourceId ? -1 : 1));
}

const latest = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);

const stage = (key: string, moments: readonly Moment[]): Stage => ({
  key,
  from: moments[0]?.at ?? '',
  to: moments.at(-1)?.at ?? '',
  sourceIds: moments.map(({ sourceId }) => sourceId),
});

function rounds(state: ProjectState, moments: readonly Moment[]): readonly Stage[] {
  const given = new Map<number, Set<SourceId>>();
  for (const { purpose, round, sourceIds } of state.packages.values()) {
    if (purpose !== 'second-coder') continue;
    given.set(round, new Set([...(given.get(round) ?? []), ...sourceIds]));
  }
  return [...given]
    .toSorted(([a], [b]) => a - b)
    .map(([round, ids]) =>
      stage(
        String(round),
        moments.filter(({ sourceId }) => ids.has(sourceId)),
      ),
    );
}

/** From the first half-month in which something was coded to the last, none left out. */
function halfMonths(moments: readonly Moment[]): readonly Stage[] {
  const stages: Stage[] = [];
  const last = moments.at(-1);
  let key = moments[0] && halfMonthOf(moments[0].at);
  while (key !== undefined && last && key <= halfMonthOf(last.at)) {
    const current = key;
    stages.push(
      stage(
        current,
        moments.filter(({ at }) => halfMonthOf(at) === current),
      ),
    );
    key = nextHalfMonth(current);
  }
  return stages;
}

/** In: a moment, ISO 8601 in UTC. Out: the first day of its half of the month. */
const halfMonthOf = (at: string): string => at.slice(0, 8) + (at.slice(8, 10) < '16' ? '01' : '16');

function nextHalfMonth(key: string): string {
  if (key.endsWith('01')) return `${key.slice(0, 8)}16`;
  return new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5, 7)), 1)).toISOString().slice(0, 10);
}

/** As equal as may be; fewer than five where there are fewer sources. */
function fifths(moments: readonly Moment[]): readonly Stage[] {
  const parts = Math.min(5, moments.length);
  const border = (part: number) => Math.round((part * moments.length) / parts);
  return Array.from({ length: parts }, (_, part) =>
    stage(String(part + 1), moments.slice(border(part), border(part + 1))),
  );
}
