import type { Code } from '../../../src-renderer/domain/model/codebook';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import type { CodedSegment, Stance } from '../../../src-renderer/domain/model/segment';

/**
 * A count of the sample that shares no line with the product's profiles: sets of positions and of
 * sources instead of running sums.
 */
export interface Who {
  /** Initials; all coders when absent. */
  readonly coder?: string;
  readonly stances?: readonly Stance[];
}

export const units = ['segments', 'characters', 'documents'] as const;
export type Unit = (typeof units)[number];

/** Keys of the codes of a segment, each with the keys above it: M1b gives M1b, M1, M. */
export function keysOf(state: ProjectState, segment: CodedSegment): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const tag of segment.tags) {
    for (let code: Code | undefined = state.codes.get(tag); code;) {
      keys.add(code.key);
      code = code.parentId === null ? undefined : state.codes.get(code.parentId);
    }
  }
  return keys;
}

export function segmentsIn(state: ProjectState, country: string, who: Who = {}): readonly CodedSegment[] {
  const stances = who.stances ?? ['asserts', 'reports'];
  return [...state.segments.values()].filter(
    (segment) =>
      state.sources.get(segment.sourceId)?.country === country &&
      stances.includes(segment.stance) &&
      (who.coder === undefined || state.coders.get(segment.coderId)?.initials === who.coder),
  );
}

/** The amount of a code in a country. */
export function amount(state: ProjectState, country: string, key: string, unit: Unit, who?: Who): number {
  const found = segmentsIn(state, country, who).filter((segment) => keysOf(state, segment).has(key));
  if (unit === 'segments') return found.length;
  if (unit === 'documents') return new Set(found.map(({ sourceId }) => sourceId)).size;
  const positions = new Set<string>();
  for (const { sourceId, start, end } of found)
    for (let at = start; at < end; at++) positions.add(`${sourceId} ${at}`);
  return positions.size;
}

/** Share of a mode among all that carries a mode; null without data. */
export function share(
  state: ProjectState,
  country: string,
  key: string,
  unit: Unit,
  who?: Who,
): number | null {
  const all = amount(state, country, 'M', unit, who);
  return all === 0 ? null : amount(state, country, key, unit, who) / all;
}

/** The segments of a country, or of everything, that carry all the codes. */
export function withCodes(state: ProjectState, country: string | null, ...keys: readonly string[]) {
  return [...state.segments.values()].filter(
    (segment) =>
      (country === null || state.sources.get(segment.sourceId)?.country === country) &&
      keys.every((key) => keysOf(state, segment).has(key)),
  );
}
