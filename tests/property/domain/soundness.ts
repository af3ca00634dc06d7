import { ancestorsOf, codesUnder } from '../../../src-renderer/domain/codebook/tree';
import { compareSegments } from '../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { isValueOf } from '../../../src-renderer/domain/sources/variable';
import { makeAnchor } from '../../../src-renderer/domain/text/anchors';
import { fold } from '../../../src-renderer/domain/text/fold';
import { isGraphemeBoundary } from '../../../src-renderer/domain/text/graphemes';
import { isBlank } from '../../../src-renderer/domain/text/range';

/** What is wrong with a project; empty when it is sound. */
export function faultsOf(state: ProjectState, texts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  checkSegments(state, texts, check);
  checkIndex(state, check);
  checkCodebook(state, check);
  checkReferences(state, check);
  return faults;
}

type Check = (holds: boolean, fault: string) => void;

function checkSegments(state: ProjectState, texts: ReadonlyMap<string, string>, check: Check): void {
  const memoOf = new Map(
    [...state.memos.values()].flatMap(({ id, target }) =>
      target?.table === 'segments' ? [[target.id, id]] : [],
    ),
  );
  for (const segment of state.segments.values()) {
    const { id, start, end, tags } = segment;
    const text = texts.get(segment.sourceId) ?? '';
    const anchor = makeAnchor(text, segment);
    check(state.sources.has(segment.sourceId), `${id}: source`);
    check(state.coders.has(segment.coderId), `${id}: coder`);
    check(0 <= start && start < end && end <= text.length, `${id}: range`);
    check(segment.quote === text.slice(start, end) && !isBlank(segment.quote), `${id}: quote`);
    check(segment.prefix === anchor.prefix && segment.suffix === anchor.suffix, `${id}: context`);
    check(segment.characters === [...segment.quote].length, `${id}: characters`);
    check(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end), `${id}: cuts a grapheme`);
    check(tags.length > 0 && new Set(tags).size === tags.length, `${id}: tags`);
    check(
      tags.every((tag) => state.codes.get(tag)?.codable),
      `${id}: tag that is no code`,
    );
    check(segment.memoId === (memoOf.get(id) ?? null), `${id}: memo`);
  }
}

/** The index kept along the way is the one that would be built from nothing. */
function checkIndex(state: ProjectState, check: Check): void {
  let indexed = 0;
  for (const [sourceId, segments] of state.segmentsBySource) {
    indexed += segments.length;
    const sorted = [...segments].sort(compareSegments);
    check(segments.length > 0, `${sourceId}: empty list`);
    check(
      segments.every(
        (row, i) => row === sorted[i] && row === state.segments.get(row.id) && row.sourceId === sourceId,
      ),
      `${sourceId}: index`,
    );
  }
  check(indexed === state.segments.size, 'index misses segments');
}

function checkCodebook(state: ProjectState, check: Check): void {
  for (const code of state.codes.values()) {
    check(state.families.has(code.familyId), `${code.id}: family`);
    if (code.parentId !== null) {
      check(state.codes.get(code.parentId)?.familyId === code.familyId, `${code.id}: parent`);
    }
    check(!ancestorsOf(state, code.id).includes(code), `${code.id}: below itself`);
    check(
      code.examples.every((id) => state.segments.get(id)?.tags.includes(code.id)),
      `${code.id}: examples`,
    );
    const siblings = codesUnder(state, code.familyId, code.parentId);
    for (const language of ['en', 'ja', 'ko'] as const) {
      const labels = siblings.flatMap(({ labels }) => (labels[language] ? [fold(labels[language])] : []));
      check(new Set(labels).size === labels.length, `${code.id}: sibling of the same name`);
    }
  }
}

function checkReferences(state: ProjectState, check: Check): void {
  for (const { id, target } of state.memos.values()) {
    check(target === null || state[target.table].has(target.id), `${id}: target`);
  }
  for (const { id, judgement, facts } of state.cases.values()) {
    const codes = [...(judgement ? [judgement.codeId] : []), ...facts.flatMap((fact) => fact.codes)];
    check(
      codes.every((codeId) => state.codes.has(codeId)),
      `${id}: codes`,
    );
  }
  for (const { id, variables } of state.sources.values()) {
    for (const [variableId, value] of Object.entries(variables)) {
      const variable = state.variables.get(variableId);
      check(variable !== undefined && isValueOf(variable.type, value), `${id}: ${variableId}`);
    }
  }
}
