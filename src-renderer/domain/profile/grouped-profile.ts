import type { Code, CodeFamily } from '../model/codebook';
import type { CoderId } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { Source } from '../model/source';
import { codingOf } from './coding';
import { familyColumns } from './columns';
import { figuresOf, sourcesByCountry, type ProfileFigures } from './profile';
import { keepsSource, type ProfileFilters, type ProfileRequest } from './request';
import { tally } from './tally';

/** What can make the groups of a profile. */
export const groupings = ['country', 'year', 'type', 'coder'] as const;
export type Grouping = (typeof groupings)[number];

/** What the groups of one row have in common; '' stands for sources that do not say. */
export type GroupKey = { readonly [G in Grouping]?: string };

export interface GroupedRow extends ProfileFigures {
  readonly group: GroupKey;
}

export interface GroupedProfile {
  readonly by: readonly Grouping[];
  readonly family: CodeFamily | undefined;
  readonly columns: readonly Code[];
  /** Ordered by the groups in the order of `by`, each ascending, what does not say last. */
  readonly rows: readonly GroupedRow[];
  /** All that the filters keep, each source and passage once, also where groups share them. */
  readonly total: ProfileFigures;
}

/**
 * How any groups frame the problem: the figures of `framingProfile`, whose formulas hold, for countries,
 * years, document types, coders, or several of these crossed.
 * In: the project, the request, and what makes the groups (each at most once, at least one). Out: a row for
 * each group that has a source (or a case, for countries alone); with coders, for each coder who coded
 * there, by name and id. A document coded by two coders is in the groups of both and once in the total.
 */
export function groupedProfile(
  project: ProjectState,
  request: Omit<ProfileRequest, 'groupBy'>,
  by: readonly Grouping[],
): GroupedProfile {
  const { state, filters } = codingOf(project, request.filters);
  const columns = familyColumns(state, request.familyKey, request.codes);
  const figures = (sources: readonly Source[], of: ProjectState) =>
    figuresOf(tally(of, sources, columns, filters), columns, request.unit);
  const kept = [...state.sources.values()].filter((source) => keepsSource(filters, source));
  return {
    by,
    family: columns.family,
    columns: columns.codes,
    rows: sourceGroups(state, filters, kept, by).map(({ group, sources, of }) => ({
      group,
      ...figures(sources, of),
    })),
    total: figures(kept, state),
  };
}

export interface SourceGroup {
  readonly group: GroupKey;
  readonly sources: readonly Source[];
  /** The project, or what one coder made of it. */
  readonly of: ProjectState;
}

/**
 * The sources of each group.
 * In: the project as figures see it (`codingOf`), the filters, the sources that they keep, what makes the
 * groups. Out: the groups in the order of a grouped profile's rows.
 */
export function sourceGroups(
  state: ProjectState,
  filters: ProfileFilters,
  kept: readonly Source[],
  by: readonly Grouping[],
): readonly SourceGroup[] {
  if (by.length === 1 && by[0] === 'country') {
    return [...sourcesByCountry(state, { filters })].map(([country, sources]) => ({
      group: { country },
      sources,
      of: state,
    }));
  }
  const groups = new Map<string, { group: GroupKey; sources: Source[]; of: ProjectState; order: string[] }>();
  const coders = [...state.coders.values()].filter(({ id }) => filters.coderIds?.includes(id) ?? true);
  const parts = new Map(by.includes('coder') ? coders.map(({ id }) => [id, partOf(state, id)]) : []);
  for (const source of kept) {
    const coded = new Set((state.segmentsBySource.get(source.id) ?? []).map(({ coderId }) => coderId));
    const those = by.includes('coder') ? coders.filter(({ id }) => coded.has(id)) : [null];
    for (const coder of those) {
      const values = by.map((each) => (each === 'coder' ? (coder?.name ?? '') : valueOf(source, each)));
      const order = [...values, coder?.id ?? ''];
      const key = JSON.stringify(order);
      let group = groups.get(key);
      if (!group) {
        group = {
          group: Object.fromEntries(by.map((each, index) => [each, values[index] ?? ''])),
          sources: [],
          of: coder ? (parts.get(coder.id) ?? state) : state,
          order,
        };
        groups.set(key, group);
      }
      group.sources.push(source);
    }
  }
  return [...groups.values()].sort((a, b) => compare(a.order, b.order));
}

/** The project with the segments of one coder, so that those of the others do not count as left out. */
function partOf(state: ProjectState, coderId: CoderId): ProjectState {
  const segmentsBySource = new Map(
    [...state.segmentsBySource].map(([id, segments]) => [
      id,
      segments.filter((segment) => segment.coderId === coderId),
    ]),
  );
  return { ...state, segmentsBySource };
}

function valueOf(source: Source, grouping: Exclude<Grouping, 'coder'>): string {
  switch (grouping) {
    case 'country':
      return source.country;
    case 'year':
      return source.date.slice(0, 4);
    case 'type':
      return source.documentType;
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return Number(left === '') - Number(right === '') || (left < right ? -1 : 1);
  }
  return 0;
}
