import type { Code, CodeFamily } from '../model/codebook';
import type { CodeId } from '../model/ids';
import type { ProjectState } from '../model/project';

/** A code with the codes below it. */
export interface OutlineNode {
  readonly code: Code;
  readonly children: readonly OutlineNode[];
}

const byOrder = <T extends { readonly order: number; readonly id: string }>(a: T, b: T) =>
  a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The codebook as trees, in its own order.
 * In: the project and which families are wanted. Out: those families in order, each with its root codes.
 * A code whose parent is not in the family stands at the root, so that none is lost.
 */
export function outline(
  state: ProjectState,
  wants: (family: CodeFamily) => boolean,
): readonly { readonly family: CodeFamily; readonly roots: readonly OutlineNode[] }[] {
  const below = new Map<string, Code[]>();
  for (const code of state.codes.values()) {
    const parent = code.parentId === null ? undefined : state.codes.get(code.parentId);
    const key = parent?.familyId === code.familyId ? parent.id : code.familyId;
    const siblings = below.get(key);
    if (siblings) siblings.push(code);
    else below.set(key, [code]);
  }
  const nodes = (key: string): readonly OutlineNode[] =>
    (below.get(key) ?? []).toSorted(byOrder).map((code) => ({ code, children: nodes(code.id) }));
  return [...state.families.values()]
    .filter(wants)
    .sort(byOrder)
    .map((family) => ({ family, roots: nodes(family.id) }));
}

/** The codes of some trees, each before the codes below it. In: root nodes. Out: their codes. */
export function flatten(nodes: readonly OutlineNode[]): readonly Code[] {
  return nodes.flatMap(({ code, children }) => [code, ...flatten(children)]);
}

/** A code's ancestors and itself, nearest first. In: the project and a code's id. Out: their ids. */
export function lineage(state: ProjectState, id: CodeId): readonly CodeId[] {
  const line: CodeId[] = [];
  for (let code = state.codes.get(id); code && !line.includes(code.id);) {
    line.push(code.id);
    code = code.parentId === null ? undefined : state.codes.get(code.parentId);
  }
  return line;
}
