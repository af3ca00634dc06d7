import type { ProjectState } from '../../../domain/model/project';

export type CountKind =
  'sources' | 'characters' | 'codes' | 'segments' | 'coders' | 'memos' | 'cases' | 'carried';

/** In: a project. Out: how much of everything it holds, in the order in which it is shown. */
export function countsOf(state: ProjectState): readonly (readonly [CountKind, number])[] {
  const characters = [...state.sources.values()].reduce((sum, source) => sum + source.characters, 0);
  return [
    ['sources', state.sources.size],
    ['characters', characters],
    ['codes', state.codes.size],
    ['segments', state.segments.size],
    ['coders', state.coders.size],
    ['memos', state.memos.size],
    ['cases', state.cases.size],
    ['carried', state.carried.size],
  ];
}
