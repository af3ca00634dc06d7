import { message, type Message } from '../../model/message';
import type { ProjectState } from '../../model/project';
import type { Carried } from './from/carried';
import type { RefiCodes } from './from/codes';
import type { RefiOptions } from './from/options';
import type { DroppedPart } from './targets';

/**
 * What REFI-QDA, and the program that the file is for, cannot say of a project.
 * In: the project, how it was written, what became of codes and carried items. Out: messages with counts,
 * strings under `exchange-report.loss.*`; nothing that the project does not have.
 */
export function lossesOf(
  state: ProjectState,
  options: RefiOptions,
  codes: RefiCodes,
  carried: Carried,
): readonly Message[] {
  const found: { readonly [kind: string]: number } = {
    'codes-renamed': codes.renamed,
    'case-memos': [...state.memos.values()].filter(({ target }) => target?.table === 'cases').length,
    'fact-details': [...state.cases.values()]
      .flatMap(({ facts }) => facts)
      .filter(({ reference, asOf, codes: instances }) => reference || asOf || instances.length > 0).length,
    'pdf-without-file': [...state.sources.values()].filter(
      ({ id, format }) => format === 'pdf' && !options.files.has(id),
    ).length,
    'carried-dropped': carried.dropped,
    'carried-references': carried.references,
    'rare-characters': options.profile.countsUtf16
      ? [...state.segmentsBySource.keys()].filter((id) => options.tables.has(id)).length
      : 0,
  };
  return [
    ...Object.entries(found)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => message(`loss.${kind}`, { count })),
    ...options.profile.drops
      .map((part) => [part, droppedBy(part, state, carried)] as const)
      .filter(([, count]) => count > 0)
      .map(([part, count]) => message(`loss.target.${part}`, { count })),
  ];
}

function droppedBy(part: DroppedPart, state: ProjectState, carried: Carried): number {
  switch (part) {
    case 'links':
      return carried.links.length + [...state.codes.values()].flatMap(({ examples }) => examples).length;
    case 'case-sources':
      return [...state.sources.values()].filter(({ country }) => country !== '').length;
    case 'code-sets':
      return state.families.size + carried.sets.length;
    case 'graphs':
      return carried.graphs.length;
    case 'note-references':
      return [...state.memos.values()].filter(({ target }) => target !== null).length;
    case 'colors':
      return state.codes.size;
  }
}
