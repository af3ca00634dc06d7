import { childrenOf, codesInOrder, codesOfFamily } from '../../../codebook/tree';
import { stableGuid } from '../../../model/guid';
import type { Code } from '../../../model/codebook';
import { labelIn } from '../../../model/language';
import type { ProjectState } from '../../../model/project';
import { codeDescription, plainCodeName, uniqueCodeNames } from '../../codebook/code-text';
import { xmlLine } from '../../xml';
import type { RefiCode, RefiLink, RefiSet } from '../model';
import type { MemoIndex } from './memos';
import type { RefiOptions } from './options';

export interface RefiCodes {
  readonly codes: readonly RefiCode[];
  /** How many codes have another name than their label, so that names do not repeat. */
  readonly renamed: number;
}

/**
 * In: the project, its memos, how it is written. Out: the codes of all families as one forest, families in
 * their order; folders are codes that are not codable.
 */
export function codesOf(state: ProjectState, memos: MemoIndex, options: RefiOptions): RefiCodes {
  const { language, words, profile } = options;
  const all = codesInOrder(state);
  const unique = profile.uniqueCodeNames ? uniqueCodeNames(state, all, language) : undefined;
  const nameOf = (code: Code) => unique?.get(code.id) ?? plainCodeName(code, language);
  const refiCode = (code: Code): RefiCode => {
    const memo = profile.memosAsDescription ? memos.text('codes', code.id) : '';
    return {
      guid: code.id,
      name: nameOf(code),
      codable: code.codable,
      color: code.color,
      description: [codeDescription(code, words), memo && `${words.memo}: ${memo}`]
        .filter(Boolean)
        .join('\n\n'),
      notes: memos.guids('codes', code.id),
      children: childrenOf(state, code.id).map(refiCode),
    };
  };
  return {
    codes: all.filter(({ parentId }) => parentId === null).map(refiCode),
    renamed: all.filter((code) => nameOf(code) !== plainCodeName(code, language)).length,
  };
}

/** In: the project, how it is written. Out: a set for each family that has codes. */
export function familySets(state: ProjectState, { language }: RefiOptions): readonly RefiSet[] {
  return [...state.families.values()]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((family) => ({
      guid: family.id,
      name: xmlLine(labelIn(family.labels, language)) || xmlLine(family.key) || family.id,
      description: '',
      codes: codesOfFamily(state, family.id).map(({ id }) => id),
      sources: [],
      notes: [],
    }))
    .filter(({ codes }) => codes.length > 0);
}

/** In: the project, how it is written. Out: a link from each code to each passage chosen as an example of it. */
export function exampleLinks(state: ProjectState, { words }: RefiOptions): readonly RefiLink[] {
  return codesInOrder(state).flatMap((code) =>
    code.examples
      .filter((id) => state.segments.has(id))
      .map((id) => ({
        guid: stableGuid(code.id, id, 'example'),
        name: words.example,
        direction: 'OneWay' as const,
        color: '',
        origin: code.id,
        target: id,
        notes: [],
      })),
  );
}
