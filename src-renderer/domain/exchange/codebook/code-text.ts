import type { Code } from '../../model/codebook';
import type { CodeId } from '../../model/ids';
import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import { xmlLine } from '../xml';

/** What stands before the parts of a description after the definition, in the person's language. */
export interface DescriptionHeadings {
  readonly include: string;
  readonly exclude: string;
  readonly response: string;
}

/**
 * What a code means, as the one text that REFI-QDA has room for.
 * In: the code and the headings. Out: the definition, then inclusion, exclusion and response each under
 * its heading, parted by blank lines, not escaped; '' where the code says none of it.
 */
export function codeDescription(code: Code, headings: DescriptionHeadings): string {
  const part = (heading: string, text: string) => (text.trim() ? `${heading}: ${text.trim()}` : '');
  return [
    code.definition.trim(),
    part(headings.include, code.include),
    part(headings.exclude, code.exclude),
    part(headings.response, code.response),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Names that are unique whatever their case, because programs that read them drop repeats.
 * In: the project, the codes in the order in which names are given out, a language. Out: names by code:
 * the label, told apart by key, then by parent, then by number where labels repeat.
 */
export function uniqueCodeNames(
  state: ProjectState,
  codes: readonly Code[],
  language: LabelLanguage,
): ReadonlyMap<CodeId, string> {
  const label = (code: Code) => plainCodeName(code, language);
  const fold = (name: string) => name.toLowerCase();
  const repeated = new Map<string, number>();
  for (const code of codes) repeated.set(fold(label(code)), (repeated.get(fold(label(code))) ?? 0) + 1);
  const taken = new Set<string>();
  const names = new Map<CodeId, string>();
  for (const code of codes) {
    const parent = code.parentId === null ? undefined : state.codes.get(code.parentId);
    const qualifier = code.key || (parent && label(parent));
    const first =
      qualifier && (repeated.get(fold(label(code))) ?? 0) > 1 ? `${label(code)} (${qualifier})` : label(code);
    let name = first;
    for (let number = 2; taken.has(fold(name)); number++) name = `${first} ${number}`;
    taken.add(fold(name));
    names.set(code.id, name);
  }
  return names;
}

/** In: a code, a language. Out: its label on one line; the key, then the id, stand in for a label that is empty. */
export function plainCodeName(code: Code, language: LabelLanguage): string {
  return xmlLine(labelIn(code.labels, language)) || xmlLine(code.key) || code.id;
}
