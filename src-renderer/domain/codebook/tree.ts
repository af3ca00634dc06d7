import type { Code } from '../model/codebook';
import type { CodeId, FamilyId } from '../model/ids';
import { labelIn, type LabelLanguage } from '../model/language';
import type { ProjectState } from '../model/project';

/** What the tree is made of. */
type Codes = Pick<ProjectState, 'codes'>;

/** Codes by parent, each list in its order. */
interface CodeTree {
  readonly children: ReadonlyMap<CodeId, readonly Code[]>;
  readonly roots: ReadonlyMap<FamilyId, readonly Code[]>;
}

const trees = new WeakMap<ProjectState['codes'], CodeTree>();

/** Siblings by their position; the id settles what an import may have left equal. */
const compareCodes = (a: Code, b: Code): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The tree of a state, made once for each table of codes. */
function treeOf(state: Codes): CodeTree {
  const known = trees.get(state.codes);
  if (known) return known;
  const children = new Map<CodeId, Code[]>();
  const roots = new Map<FamilyId, Code[]>();
  for (const code of state.codes.values()) {
    if (code.parentId === null) append(roots, code.familyId, code);
    else append(children, code.parentId, code);
  }
  for (const list of [...children.values(), ...roots.values()]) list.sort(compareCodes);
  const tree = { children, roots };
  trees.set(state.codes, tree);
  return tree;
}

function append<K>(lists: Map<K, Code[]>, key: K, code: Code): void {
  const list = lists.get(key);
  if (list) list.push(code);
  else lists.set(key, [code]);
}

/** In: the project and a code's id. Out: the codes right below it, in their order. */
export const childrenOf = (state: Codes, codeId: CodeId): readonly Code[] =>
  treeOf(state).children.get(codeId) ?? [];

/** In: the project and a family's id. Out: its codes without a parent, in their order. */
export const rootsOf = (state: Codes, familyId: FamilyId): readonly Code[] =>
  treeOf(state).roots.get(familyId) ?? [];

/**
 * In: the project and a family's id. Out: the folder that stands for the whole family: its only code
 * without a parent, not codable, and not of the researcher's own making (those have no key); undefined
 * where there is none.
 */
export function familyRoot(state: Codes, familyId: FamilyId): Code | undefined {
  const [root, ...others] = rootsOf(state, familyId);
  return root && root.key !== '' && !root.codable && others.length === 0 ? root : undefined;
}

/** In: the project, a family, a parent in it or null. Out: the codes that stand there side by side. */
export const codesUnder = (state: Codes, familyId: FamilyId, parentId: CodeId | null): readonly Code[] =>
  parentId === null ? rootsOf(state, familyId) : childrenOf(state, parentId);

/** In: the project and a code's id. Out: everything below it, each code before its children; not itself. */
export function descendantsOf(state: Codes, codeId: CodeId): readonly Code[] {
  return childrenOf(state, codeId).flatMap((child) => [child, ...descendantsOf(state, child.id)]);
}

/** In: the project and ids of codes. Out: the ids with those of everything below them. */
export function withDescendants(state: Codes, codeIds: Iterable<CodeId>): ReadonlySet<CodeId> {
  const all = new Set<CodeId>();
  for (const id of codeIds) {
    if (all.has(id)) continue;
    all.add(id);
    for (const code of descendantsOf(state, id)) all.add(code.id);
  }
  return all;
}

/** In: the project and a family's id. Out: all its codes, each before its children, in their order. */
export function codesOfFamily(state: Codes, familyId: FamilyId): readonly Code[] {
  return rootsOf(state, familyId).flatMap((root) => [root, ...descendantsOf(state, root.id)]);
}

/** In: the project. Out: all codes, family by family in their order, each before its children. */
export function codesInOrder(state: ProjectState): readonly Code[] {
  return [...state.families.values()]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap((family) => codesOfFamily(state, family.id));
}

/** In: the project and a code's id. Out: the codes above it, the outermost first; not itself. */
export function ancestorsOf(state: Codes, codeId: CodeId): readonly Code[] {
  const ancestors: Code[] = [];
  let parentId = state.codes.get(codeId)?.parentId ?? null;
  while (parentId !== null) {
    const parent = state.codes.get(parentId);
    if (!parent) break;
    ancestors.unshift(parent);
    parentId = parent.parentId;
  }
  return ancestors;
}

/**
 * The way to a code.
 * In: the project, a code's id, a language. Out: the labels from the outermost code to this one; empty
 * when there is no such code.
 */
export function pathLabels(state: Codes, codeId: CodeId, language: LabelLanguage): readonly string[] {
  const code = state.codes.get(codeId);
  return code ? [...ancestorsOf(state, codeId), code].map(({ labels }) => labelIn(labels, language)) : [];
}
