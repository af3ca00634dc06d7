import { nameOf } from '../codebook/names';
import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/codebook';
import type { CodeId, CoderId, Stamp } from '../model/ids';
import { message, type Message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Certainty, Passage, Stance } from '../model/segment';
import { anchorPassage, segmentOn, type PassageFailure } from './passage';

export type CodeChoiceFailure = 'no-codes' | 'code-missing' | 'code-not-codable';
export type CodingFailure = PassageFailure | CodeChoiceFailure | 'coder-missing' | 'segment-missing';

export interface CodeApplication {
  readonly passage: Passage;
  /** Canonical text of the passage's source. */
  readonly text: string;
  readonly codeIds: readonly CodeId[];
  readonly coderId: CoderId;
  /** Where absent: 'certain' and 'asserts' for a new segment, unchanged for one that is there. */
  readonly certainty?: Certainty;
  readonly stance?: Stance;
}

/**
 * Codes a passage.
 * In: the project, the passage with codes and coder, the stamp. Out: a draft that adds the codes to the
 * coder's segment on exactly this passage (each once), or makes a new segment; without changes when the
 * segment already has them all. Refuses a passage that cannot be coded (see `anchorPassage`), no codes,
 * a code that is missing or a folder, and a coder who is missing.
 */
export function applyCode(
  state: ProjectState,
  input: CodeApplication,
  stamp: Stamp,
): Result<ChangeDraft, Refusal<CodingFailure>> {
  const anchored = anchorPassage(state, input.passage, input.text);
  if (!anchored.ok) return anchored;
  if (!state.coders.has(input.coderId)) return refuse('coder-missing');
  const codes = choose(state, input.codeIds, stamp);
  if (!codes.ok) return codes;
  const codeIds = codes.value.map((code) => code.id);
  const label = labelFor('apply-code', codes.value, stamp);
  const draft = new Draft(state);
  const existing = segmentOn(state, anchored.value, input.coderId);
  if (!existing) {
    const now = stamp.now();
    draft.put('segments', {
      id: stamp.newId(),
      coderId: input.coderId,
      ...anchored.value,
      tags: codeIds,
      certainty: input.certainty ?? 'certain',
      stance: input.stance ?? 'asserts',
      memoId: null,
      createdAt: now,
      modifiedAt: now,
    });
    return ok(draft.finish(label));
  }
  const { tags, certainty, stance } = existing;
  const next = {
    tags: [...new Set([...tags, ...codeIds])],
    certainty: input.certainty ?? certainty,
    stance: input.stance ?? stance,
  };
  if (next.tags.length > tags.length || next.certainty !== certainty || next.stance !== stance) {
    draft.put('segments', { ...existing, ...next, modifiedAt: stamp.now() });
  }
  return ok(draft.finish(label));
}

/**
 * The codes to be applied.
 * In: the project, ids, the stamp. Out: their rows, each once, in order. Refuses an empty choice, a code
 * that is missing, and a folder.
 */
export function choose(
  state: ProjectState,
  codeIds: readonly CodeId[],
  stamp: Stamp,
): Result<readonly Code[], Refusal<CodeChoiceFailure>> {
  if (codeIds.length === 0) return refuse('no-codes');
  const codes: Code[] = [];
  for (const id of new Set(codeIds)) {
    const code = state.codes.get(id);
    if (!code) return refuse('code-missing');
    if (!code.codable) return refuse('code-not-codable', { code: nameOf(code, stamp) });
    codes.push(code);
  }
  return ok(codes);
}

/** In: a key, codes, the stamp. Out: `key` with the one code's name, or `key-many` with their number. */
export function labelFor(key: string, codes: readonly Code[], stamp: Stamp): Message {
  const [first, second] = codes;
  return first && !second
    ? message(key, { code: nameOf(first, stamp) })
    : message(`${key}-many`, { count: codes.length });
}
