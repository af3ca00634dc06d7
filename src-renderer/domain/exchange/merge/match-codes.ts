import { ancestorsOf, codesInOrder, descendantsOf, pathLabels } from '../../codebook/tree';
import type { Code } from '../../model/codebook';
import { labelIn } from '../../model/language';
import type { ProjectState } from '../../model/project';
import { fold } from '../../text/fold';
import type { Comparison } from './comparison';
import type { Choice } from './types';

interface MatchedCodes {
  readonly found: ReadonlyMap<string, string>;
  readonly left: ReadonlySet<string>;
  readonly declared: ReadonlySet<string>;
}

/**
 * Codes are one by id, else by key, else by family and path of labels. Of each other code that can be applied it
 * is asked whether it comes in, is one of ours, or is left out; a code of ours with its label in another place is
 * proposed. What groups codes comes with them, and stays out when all of them do.
 */
export function matchCodes(comparison: Comparison, families: ReadonlyMap<string, string>): MatchedCodes {
  const { base, file } = comparison;
  const [a, b] = [base.state, file.content.state];
  const byKey = new Map<string, string>();
  const byPath = new Map<string, string>();
  const path = (state: ProjectState, code: Code, familyId: string) =>
    JSON.stringify([
      familyId,
      ...[...ancestorsOf(state, code.id), code].map(({ labels }) => fold(labelIn(labels, 'en'))),
    ]);
  for (const code of codesInOrder(a)) {
    if (b.codes.has(code.id)) continue;
    if (code.key !== '' && !byKey.has(code.key)) byKey.set(code.key, code.id);
    const at = path(a, code, code.familyId);
    if (!byPath.has(at)) byPath.set(at, code.id);
  }
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const take = (code: Code, own: string | undefined) => {
    if (own === undefined || taken.has(own) || found.has(code.id)) return;
    found.set(code.id, own);
    taken.add(own);
  };
  const strangers = codesInOrder(b).filter(({ id }) => !a.codes.has(id));
  for (const code of strangers) take(code, byKey.get(code.key));
  for (const code of strangers)
    take(code, byPath.get(path(b, code, families.get(code.familyId) ?? code.familyId)));
  const unknown = strangers.filter(({ id }) => !found.has(id));
  return { found, ...askOfUnknown(comparison, unknown, found, taken) };
}

function askOfUnknown(
  { base, file, index, asking }: Comparison,
  unknown: readonly Code[],
  found: Map<string, string>,
  taken: ReadonlySet<string>,
): Omit<MatchedCodes, 'found'> {
  const [a, b] = [base.state, file.content.state];
  const labels = (code: Code) => Object.values(code.labels).map(fold).filter(Boolean);
  const elsewhere = new Map<string, string>();
  for (const code of a.codes.values()) {
    if (!code.codable || b.codes.has(code.id) || taken.has(code.id)) continue;
    for (const label of labels(code)) if (!elsewhere.has(label)) elsewhere.set(label, code.id);
  }
  const counts = new Map<string, number>();
  for (const { tags } of b.segments.values())
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const left = new Set<string>();
  const declared = new Set<string>();
  const path = (state: ProjectState, id: string) => pathLabels(state, id, asking.language).join(' › ');
  for (const code of unknown) {
    if (!code.codable) continue;
    const ours =
      labels(code)
        .map((label) => elsewhere.get(label))
        .find(Boolean) ?? null;
    const options: Choice[] = ours === null ? ['add', 'leave'] : [`map:${ours}`, 'add', 'leave'];
    const question = {
      ...({ file: index, kind: 'code', table: 'codes', theirs: code.id, ours, fields: [], options } as const),
      name: path(b, code.id),
      ourName: ours === null ? '' : path(a, ours),
      segments: counts.get(code.id) ?? 0,
      required: ours !== null,
    };
    const chosen = asking.ask(question, 'add');
    const target = chosen.startsWith('map:') ? chosen.slice('map:'.length) : undefined;
    if (target !== undefined && a.codes.has(target)) {
      found.set(code.id, target);
      declared.add(code.id);
    } else if (chosen === 'leave') left.add(code.id);
  }
  for (const code of unknown) {
    if (code.codable) continue;
    const below = descendantsOf(b, code.id).filter(({ codable }) => codable);
    const stays = ({ id }: Code) => left.has(id) || declared.has(id);
    if (below.length > 0 && below.every(stays)) left.add(code.id);
  }
  return { left, declared };
}
