import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CodingPackage, Sampling } from '../model/collaboration';
import type { CoderId, FamilyId, SourceId, Stamp } from '../model/ids';
import { message } from '../model/message';
import { projectInfo, type ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Coder } from '../model/segment';
import { coderLike, newCoder, type CoderRefusal } from './coders';

/** Who codes a package: a coder of the project, chosen as such, or somebody new by name. */
export type PackageCoder =
  { readonly kind: 'known'; readonly coderId: CoderId } | { readonly kind: 'new'; readonly name: string };

export interface PackageWish {
  readonly name: string;
  readonly round: number;
  readonly purpose: CodingPackage['purpose'];
  readonly coder: PackageCoder;
  readonly sourceIds: readonly SourceId[];
  readonly familyIds: readonly FamilyId[];
  readonly frozen: boolean;
  readonly sampling: Sampling;
}

export type PackageRefusal =
  | CoderRefusal
  | Refusal<
      | 'package-unnamed'
      | 'package-round'
      | 'package-no-sources'
      | 'package-no-families'
      | 'package-coder-coded'
      | 'source-missing'
      | 'family-missing'
    >;

export interface MadePackage {
  readonly draft: ChangeDraft;
  readonly pack: CodingPackage;
}

/**
 * Makes a package for a coder to code on their own.
 * In: the project, the stamp, what is wished. Out: the package, and a draft of its row (and of its coder, where
 * that is somebody new) in the project of the sender. A recode is coded by somebody new, of whom the package says
 * that they are the coder at work. Refuses a package without name, sources or families, a round that is no whole
 * number from 1, sources and families that are not there, a new coder whose name is blank or taken, and a known
 * coder who has coded a chosen source already: what they code now could not be told from that.
 */
export function makePackage(
  state: ProjectState,
  stamp: Stamp,
  wish: PackageWish,
): Result<MadePackage, PackageRefusal> {
  const name = wish.name.trim();
  const sourceIds = [...new Set(wish.sourceIds)];
  const familyIds = [...new Set(wish.familyIds)];
  if (name === '') return refuse('package-unnamed');
  if (!Number.isInteger(wish.round) || wish.round < 1) return refuse('package-round');
  if (sourceIds.length === 0) return refuse('package-no-sources');
  if (familyIds.length === 0) return refuse('package-no-families');
  if (sourceIds.some((id) => !state.sources.has(id))) return refuse('source-missing');
  if (familyIds.some((id) => !state.families.has(id))) return refuse('family-missing');
  const chosen = coderOf(state, stamp, wish.coder);
  if (!chosen.ok) return chosen;
  const coder = chosen.value;
  const coded = sourceIds.filter((id) =>
    state.segmentsBySource.get(id)?.some(({ coderId }) => coderId === coder.id),
  ).length;
  if (coded > 0) return refuse('package-coder-coded', { name: coder.name, count: coded });
  const createdBy = projectInfo(state).currentCoderId;
  const pack: CodingPackage = {
    id: stamp.newId(),
    name,
    round: wish.round,
    purpose: wish.purpose,
    coderId: coder.id,
    recodeOf: wish.purpose === 'recode' ? createdBy : null,
    sourceIds,
    familyIds,
    frozen: wish.frozen,
    sampling: wish.sampling,
    createdBy,
    createdAt: stamp.now(),
  };
  const draft = new Draft(state);
  draft.put('coders', coder);
  draft.put('packages', pack);
  return ok({ pack, draft: draft.finish(message('make-package', { name, coder: coder.name })) });
}

function coderOf(state: ProjectState, stamp: Stamp, wish: PackageCoder): Result<Coder, CoderRefusal> {
  if (wish.kind === 'new') return newCoder(state, stamp, wish.name);
  const coder = state.coders.get(wish.coderId);
  return coder && coder.id !== projectInfo(state).agreedCoderId ? ok(coder) : refuse('coder-missing');
}

/** In: a project. Out: the number of the round that comes next: one more than the highest so far, from 1. */
export const nextRound = ({ packages }: Pick<ProjectState, 'packages'>): number =>
  Math.max(0, ...[...packages.values()].map(({ round }) => round)) + 1;

/**
 * A name for the coder of a recode.
 * In: the project, the name of the coder whose stability is measured, and what a name with a number looks like.
 * Out: the first such name that nobody has, counting from 1.
 */
export function recodeName(
  state: Pick<ProjectState, 'coders'>,
  name: string,
  numbered: (name: string, number: number) => string,
): string {
  let number = 1;
  while (coderLike(state, numbered(name, number))) number++;
  return numbered(name, number);
}

/** In: a project. Out: the package that it was opened from; undefined for any other project. */
export function openedPackage(state: Pick<ProjectState, 'project' | 'packages'>): CodingPackage | undefined {
  for (const { packageId } of state.project.values()) return state.packages.get(packageId ?? '');
  return undefined;
}
