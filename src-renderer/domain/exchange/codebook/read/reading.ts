import type { CodeId } from '../../../model/ids';
import { message, type Message } from '../../../model/message';
import { fail, ok, type Result } from '../../../model/result';
import { DEEPEST, type CodebookFailure, type FileCode } from '../file';

/** Fails to read. In: the kind and its technical detail. Out: a failed Result. */
export const unreadable = (kind: CodebookFailure['kind'], detail = ''): Result<never, CodebookFailure> =>
  fail({ kind, detail });

/** In: the program that wrote a file, as the file says. Out: whether that is this one. */
export const isOurs = (origin: string): boolean => /^Parallax\b/.test(origin);

/** In: a GUID as programs write it, in braces or not, in either case. Out: lower case, or undefined. */
export function guidFrom(written: string | undefined): string | undefined {
  const bare =
    written
      ?.trim()
      .replace(/^\{(.*)\}$/, '$1')
      .toLowerCase() ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bare) ? bare : undefined;
}

/** Counts faults by kind, so that ten thousand of a kind are one line of the report. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts one more of a kind. */
  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Out: one message for each kind, with its count, under the prefix. */
  messages(prefix: string): readonly Message[] {
    return [...this.#counts].map(([kind, count]) => message(`${prefix}.${kind}`, { count }));
  }
}

/**
 * Puts codes in the order of their tree.
 * In: codes with unique ids in any order. Out: each after its parent, otherwise as they came. Fails with
 * the code in question where a parent is not there, where a code is above itself, and where the nesting is
 * deeper than `DEEPEST`.
 */
export function inTreeOrder(codes: readonly FileCode[]): Result<readonly FileCode[], CodebookFailure> {
  const below = new Map<CodeId | null, FileCode[]>();
  const ids = new Set<CodeId>(codes.map(({ id }) => id));
  for (const code of codes) {
    if (code.parentId !== null && !ids.has(code.parentId)) {
      return unreadable('codebook-malformed', `parent ${code.parentId}`);
    }
    const list = below.get(code.parentId);
    if (list) list.push(code);
    else below.set(code.parentId, [code]);
  }
  const ordered: FileCode[] = [];
  const visit = (parentId: CodeId | null, depth: number): boolean => {
    if (depth > DEEPEST) return !below.has(parentId);
    return (below.get(parentId) ?? []).every((code) => {
      ordered.push(code);
      return visit(code.id, depth + 1);
    });
  };
  if (!visit(null, 0)) return unreadable('codebook-too-deep', String(DEEPEST));
  if (ordered.length < codes.length) {
    const reached = new Set(ordered.map(({ id }) => id));
    return unreadable('codebook-cycle', codes.find(({ id }) => !reached.has(id))?.id);
  }
  return ok(ordered);
}
