import type { ParsedSource, SourceField } from '../../model/import';
import { aboutParsed, type SourceAbout } from '../add-sources';
import type { SaidByName } from '../name-pattern';
import { withoutNamed } from './field-variables';
import { mergeSources, moveBoundary, splitSource } from './regroup';

/** A source that an import would make, as it stands before anything is written. */
export interface ProposedSource {
  /** Within its import. */
  readonly id: string;
  /** The file of the import that it comes from. */
  readonly fileId: number;
  readonly fileName: string;
  readonly parsed: ParsedSource;
  readonly about: SourceAbout;
  /** What was said of it for variables; it stands before what the document says under the same name. */
  readonly fields: readonly SourceField[];
  readonly isIncluded: boolean;
  /** What has the same bytes: the title of a source of the project, or the path of an earlier file; else null. */
  readonly sameAs: string | null;
}

/** In: the sources of one file. Out: a proposal for each, included unless the file is there already. */
export function propose(
  file: { readonly id: number; readonly name: string; readonly sameAs: string | null },
  sources: readonly ParsedSource[],
): readonly ProposedSource[] {
  return sources.map((parsed, index) => ({
    id: `${file.id}.${index}`,
    fileId: file.id,
    fileName: file.name,
    parsed,
    about: aboutParsed(parsed, file.name),
    fields: [],
    isIncluded: file.sameAs === null,
    sameAs: file.sameAs,
  }));
}

/** In: proposals, the ids of some, and what is to be said of them. Out: the list with that said. */
export const describeProposed = (
  list: readonly ProposedSource[],
  ids: ReadonlySet<string>,
  patch: Partial<SourceAbout>,
): readonly ProposedSource[] =>
  list.map((each) => (ids.has(each.id) ? { ...each, about: { ...each.about, ...patch } } : each));

/**
 * In: proposals, and by their ids what names of files say of some. Out: the list with that said; a variable
 * that had a value of the same name has the new one.
 */
export const describeByNames = (
  list: readonly ProposedSource[],
  said: ReadonlyMap<string, SaidByName>,
): readonly ProposedSource[] =>
  list.map((each) => {
    const { about, fields } = said.get(each.id) ?? { about: {}, fields: [] };
    return {
      ...each,
      about: { ...each.about, ...about },
      fields: fields.length > 0 ? withoutNamed(each.fields, fields).concat(fields) : each.fields,
    };
  });

/** In: proposals and the ids of some. Out: the list with those taken in or left out. */
export const includeProposed = (
  list: readonly ProposedSource[],
  ids: ReadonlySet<string>,
  isIncluded: boolean,
): readonly ProposedSource[] => list.map((each) => (ids.has(each.id) ? { ...each, isIncluded } : each));

/** In: proposals and the id of one. Out: the one before it in the same file, or undefined. */
export function beforeIt(list: readonly ProposedSource[], id: string): ProposedSource | undefined {
  const index = list.findIndex((each) => each.id === id);
  const before = list[index - 1];
  return before?.fileId === list[index]?.fileId ? before : undefined;
}

/** In: proposals and the id of one. Out: the one after it in the same file, or undefined. */
export function afterIt(list: readonly ProposedSource[], id: string): ProposedSource | undefined {
  const index = list.findIndex((each) => each.id === id);
  const after = list[index + 1];
  return index >= 0 && after?.fileId === list[index]?.fileId ? after : undefined;
}

/**
 * Joins a proposal to the one before it in the same file.
 * In: proposals and the id of the later one. Out: the list with one proposal of both texts, described as the
 * earlier one; the same list where there is none before it.
 */
export function joinProposed(list: readonly ProposedSource[], id: string): readonly ProposedSource[] {
  const before = beforeIt(list, id);
  const later = list.find((each) => each.id === id);
  if (!before || !later) return list;
  const joined = { ...before, parsed: mergeSources(before.parsed, later.parsed) };
  return list.flatMap((each) => (each === before ? [joined] : each === later ? [] : [each]));
}

/**
 * Parts a proposal in two.
 * In: proposals, the id of one, a position in its text in UTF-16 units, and an id for the second part. Out:
 * the list with both parts; the second is described by what its own text says and by the outlet, country and
 * type of the first. The same list where nothing would be left on one side.
 */
export function splitProposed(
  list: readonly ProposedSource[],
  id: string,
  position: number,
  newId: string,
): readonly ProposedSource[] {
  return list.flatMap((each) => {
    const parts = each.id === id ? splitSource(each.parsed, position) : null;
    if (!parts) return [each];
    const [first, second] = parts;
    const { country, documentType, outlet, actor } = each.about;
    const about = { ...aboutParsed(second, each.fileName), country, documentType, outlet, actor };
    return [
      { ...each, parsed: first },
      { ...each, id: newId, parsed: second, about },
    ];
  });
}

/**
 * Moves the boundary between a proposal and the one before it in the same file.
 * In: proposals, the id of the later one, and the number of blocks that change sides: positive, the first ones
 * of the later go to the earlier; negative, the last ones of the earlier go to the later. Out: the list with
 * both texts as they are then, described as before; the same list where none is before it or one of them
 * would be left without a block.
 */
export function moveProposed(
  list: readonly ProposedSource[],
  id: string,
  blocks: number,
): readonly ProposedSource[] {
  const before = beforeIt(list, id);
  const later = list.find((each) => each.id === id);
  if (!before || !later) return list;
  const first = mergeSources(before.parsed, later.parsed).blocks[before.parsed.blocks.length + blocks];
  const parts = first && moveBoundary(before.parsed, later.parsed, first.start);
  if (!parts) return list;
  const [earlier, rest] = parts;
  return list.map((each) =>
    each === before ? { ...before, parsed: earlier } : each === later ? { ...later, parsed: rest } : each,
  );
}
