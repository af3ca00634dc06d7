import type { ProjectState } from '../../model/project';
import type { SourceId } from '../../model/ids';
import type { Message } from '../../model/message';
import { stableGuid } from '../../model/guid';
import { carriedOf, type Carried } from './from/carried';
import { casesOf } from './from/cases';
import { codesOf, exampleLinks, familySets } from './from/codes';
import { MemoIndex, notesOf } from './from/memos';
import type { RefiOptions } from './from/options';
import { sourceOf } from './from/sources';
import { variablesOf } from './from/variables';
import { KnownGuids } from './fit';
import { isWrittenAsPdf } from './members';
import type { Guid, RefiCode, RefiProject, RefiSource, RefiUser, RefiValue } from './model';
import { lossesOf } from './losses';

/** A project as REFI-QDA has it, and what that cannot say. */
export interface RefiExport {
  readonly project: RefiProject;
  /** Strings under `exchange-report.loss.*`. */
  readonly losses: readonly Message[];
}

/**
 * Makes of a project what REFI-QDA 1.5 can say of it.
 * In: the project and how it is written; `options.tables` has the texts with surrogate pairs that have
 * segments, `options.files` the original files that are there. Out: the project, valid by the schema, all
 * references resolved, positions in the unit of the target; and the list of losses.
 */
export function refiFromProject(state: ProjectState, options: RefiOptions): RefiExport {
  const memos = new MemoIndex(state);
  const codes = codesOf(state, memos, options);
  const cases = casesOf(state, memos, options);
  const families = familySets(state, options);
  const examples = exampleLinks(state, options);
  const valuesOf = caseValuesBySource(cases, options);
  const [info] = state.project.values();
  const base: RefiProject = {
    name: info?.name ?? '',
    origin: options.origin,
    creatingUser: info?.currentCoderId ?? '',
    createdAt: info?.createdAt ?? '',
    modifyingUser: info?.currentCoderId ?? '',
    modifiedAt: lastChange(state),
    basePath: '',
    description: options.profile.memosAsDescription ? projectMemo(memos) : '',
    users: usersOf(state, options),
    codes: codes.codes,
    variables: [],
    cases,
    sources: [...state.sources.values()].map((source) =>
      sourceOf(state, source, { memos, caseValues: valuesOf.get(source.id) ?? [], areas: [] }, options),
    ),
    notes: notesOf(state),
    links: examples,
    sets: families,
    graphs: [],
    projectNotes: memos.guids(),
  };
  const used = valuesUsed(base);
  const bare: RefiProject = { ...base, variables: variablesOf(state, used, options.words) };
  const isPdf = (id: string) => {
    const source = state.sources.get(id);
    return source !== undefined && isWrittenAsPdf(source, options.files.has(id));
  };
  const carried = carriedOf(state, () => knownIn(bare), options.files, isPdf);
  return { project: withCarried(bare, carried), losses: lossesOf(state, options, codes, carried) };
}

function withCarried(project: RefiProject, carried: Carried): RefiProject {
  const withAreas = (source: RefiSource): RefiSource =>
    source.kind === 'pdf' ? { ...source, areas: carried.areas.get(source.guid) ?? [] } : source;
  return {
    ...project,
    sources: [...project.sources.map(withAreas), ...carried.media],
    links: [...project.links, ...carried.links],
    sets: [...project.sets, ...carried.sets],
    graphs: carried.graphs,
  };
}

function usersOf(state: ProjectState, { profile, origin }: RefiOptions): readonly RefiUser[] {
  const coders = [...state.coders.values()].map(({ id, name, initials }) => ({
    guid: id,
    name,
    id: initials,
  }));
  if (!profile.programAsUser) return coders;
  return [...coders, { guid: stableGuid('parallax', 'program'), name: origin, id: '' }];
}

function projectMemo(memos: MemoIndex): string {
  return memos
    .on()
    .map(({ plainText }) => plainText)
    .join('\n\n');
}

/** The last moment that any row bears. */
function lastChange(state: ProjectState): string {
  let last = [...state.project.values()][0]?.createdAt ?? '';
  for (const table of [state.sources, state.segments, state.memos])
    for (const { modifiedAt } of table.values()) if (modifiedAt > last) last = modifiedAt;
  return last;
}

function caseValuesBySource(
  cases: RefiProject['cases'],
  { profile }: RefiOptions,
): ReadonlyMap<SourceId, readonly RefiValue[]> {
  if (!profile.caseValuesOnSources) return new Map();
  // The country, first of a case's values, stands in the source already.
  return new Map(cases.flatMap((row) => row.sources.map((id) => [id, row.values.slice(1)])));
}

function valuesUsed(project: RefiProject): ReadonlySet<Guid> {
  const used = new Set<Guid>();
  for (const { values } of project.cases) for (const { variable } of values) used.add(variable);
  for (const source of project.sources)
    if ('values' in source) for (const { variable } of source.values) used.add(variable);
  return used;
}

/** The GUIDs that the project's own elements have. */
function knownIn(project: RefiProject): KnownGuids {
  const known = new KnownGuids();
  const addCode = ({ guid, children }: RefiCode): void => {
    known.add(guid, 'Code');
    children.forEach(addCode);
  };
  project.codes.forEach(addCode);
  for (const { guid } of project.users) known.add(guid, 'User');
  for (const { guid } of project.variables) known.add(guid, 'Variable');
  for (const { guid } of project.cases) known.add(guid, 'Case');
  for (const { guid } of project.notes) known.add(guid, 'Note');
  for (const { guid } of project.links) known.add(guid, 'Link');
  for (const { guid } of project.sets) known.add(guid, 'Set');
  for (const source of project.sources) {
    known.add(source.guid, source.kind === 'pdf' ? 'PDFSource' : 'TextSource');
    const body = source.kind === 'text' ? source : source.kind === 'pdf' ? source.representation : null;
    if (source.kind === 'pdf' && body) known.add(body.guid, 'Representation');
    for (const selection of body?.selections ?? []) {
      known.add(selection.guid, 'PlainTextSelection');
      for (const { guid } of selection.codings) known.add(guid, 'Coding');
    }
  }
  return known;
}
