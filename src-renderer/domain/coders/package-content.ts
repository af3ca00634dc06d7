import type { ProjectReader } from '../exchange/project-content';
import { emptyState } from '../history/state';
import type { CodingPackage } from '../model/collaboration';
import { projectInfo, type ProjectState } from '../model/project';

const pick = <Row>(
  rows: ReadonlyMap<string, Row>,
  wanted: (row: Row, id: string) => boolean,
  made: (row: Row) => Row = (row) => row,
): ReadonlyMap<string, Row> =>
  new Map([...rows].flatMap(([id, row]) => (wanted(row, id) ? [[id, made(row)] as const] : [])));

/**
 * The rows that go into a package: what its coder may see before they begin.
 * In: the sender's project and the package. Out: a project of the same id whose current coder is that of the
 * package. It holds the chosen sources, the chosen families with their codes but without examples (which are
 * segments of others), the variables that sources have values of, the coders whom the package's row names, and
 * that row. Nothing else comes along: no segments, memos, cases, progress, decisions, views, reports of imports,
 * what other programs brought, nor other packages.
 */
export function packageState(state: ProjectState, pack: CodingPackage): ProjectState {
  const { id, createdAt } = projectInfo(state);
  const [sourceIds, familyIds] = [new Set<string>(pack.sourceIds), new Set<string>(pack.familyIds)];
  const coderIds = new Set<string | null>([pack.coderId, pack.createdBy, pack.recodeOf]);
  const sources = pick(state.sources, (_, source) => sourceIds.has(source));
  const valued = new Set([...sources.values()].flatMap((source) => Object.keys(source.variables)));
  const info = { id, name: pack.name, createdAt, currentCoderId: pack.coderId, packageId: pack.id };
  return {
    ...emptyState(),
    project: new Map([[id, info]]),
    sources,
    families: pick(state.families, (_, family) => familyIds.has(family)),
    codes: pick(
      state.codes,
      ({ familyId }) => familyIds.has(familyId),
      (code) => ({ ...code, examples: [] }),
    ),
    variables: pick(state.variables, (_, variable) => valued.has(variable)),
    coders: pick(state.coders, (_, coder) => coderIds.has(coder)),
    packages: new Map([[pack.id, pack]]),
  };
}

/**
 * A package as a project to be written.
 * In: the sender's project and the package, whose row and coder are in it. Out: its rows (`packageState`), the
 * texts and original files of its sources alone, and no history.
 */
export function packageReader(project: ProjectReader, pack: CodingPackage): ProjectReader {
  const within = new Set<string>(pack.sourceIds);
  return {
    state: packageState(project.state, pack),
    text: (id) => (within.has(id) ? project.text(id) : Promise.resolve(undefined)),
    file: (id) => (within.has(id) ? project.file(id) : Promise.resolve(undefined)),

    log: async function* () {
      yield* [];
    },
  };
}
