import type { Code } from '../model/codebook';
import { labelIn, labelLanguages, type LabelLanguage } from '../model/language';
import type { ProjectState } from '../model/project';
import { fold } from '../text/fold';
import { codesInOrder } from './tree';

/** How well a code matches what was typed, the best first. */
export const matchKinds = ['exact', 'prefix', 'word', 'inside', 'indicator'] as const;
export type MatchKind = (typeof matchKinds)[number];

export interface CodeMatch {
  readonly code: Code;
  readonly kind: MatchKind;
  /** The label or indicator that matched, as it is written, and its language; null for the code's key. */
  readonly matched: string;
  readonly language: LabelLanguage | null;
}

interface Candidate {
  readonly written: string;
  readonly folded: string;
  readonly language: LabelLanguage | null;
  readonly indicator: boolean;
}

const candidates = new WeakMap<Code, readonly Candidate[]>();

/**
 * Type-ahead over the codebook: labels in all five languages, keys, and below them indicators.
 * In: the project, what was typed, the language of the person. Out: matching codes, the best first: whole
 * label or key, its beginning, the beginning of a word in it (also of several words, in any order), its
 * inside, an indicator; among equals families in use, then the person's language, then the order of the
 * codebook. Case and width do not matter. An empty query gives all codes in the order of the codebook.
 */
export function searchCodes(
  state: ProjectState,
  query: string,
  language: LabelLanguage,
): readonly CodeMatch[] {
  const wanted = fold(query).trim();
  const codes = codesInOrder(state);
  if (wanted === '') {
    return codes.map((code) => ({
      code,
      kind: 'inside',
      matched: labelIn(code.labels, language),
      language,
    }));
  }
  const found: { readonly match: CodeMatch; readonly rank: number }[] = [];
  for (const code of codes) {
    const match = bestMatch(code, wanted, language);
    if (!match) continue;
    const used = state.families.get(code.familyId)?.enabled === true;
    const rank = matchKinds.indexOf(match.kind) * 4 + (used ? 0 : 2) + (match.language === language ? 0 : 1);
    found.push({ match, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ match }) => match);
}

function bestMatch(code: Code, wanted: string, language: LabelLanguage): CodeMatch | undefined {
  let best: CodeMatch | undefined;
  let bestRank = Infinity;
  for (const candidate of candidatesOf(code)) {
    const kind = kindOf(candidate, wanted);
    if (!kind) continue;
    const rank = matchKinds.indexOf(kind) * 2 + (candidate.language === language ? 0 : 1);
    if (rank >= bestRank) continue;
    bestRank = rank;
    best = { code, kind, matched: candidate.written, language: candidate.language };
  }
  return best;
}

function kindOf({ folded, indicator }: Candidate, wanted: string): MatchKind | undefined {
  const at = folded.indexOf(wanted);
  if (indicator) return at >= 0 ? 'indicator' : undefined;
  if (folded === wanted) return 'exact';
  if (at === 0) return 'prefix';
  const words = wanted.split(' ').filter(Boolean);
  if (words.every((word) => beginsWord(folded, word))) return 'word';
  return at >= 0 ? 'inside' : undefined;
}

/** Whether some word of a text begins so. */
function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function candidatesOf(code: Code): readonly Candidate[] {
  const known = candidates.get(code);
  if (known) return known;
  const made: Candidate[] = [];
  const add = (written: string | undefined, language: LabelLanguage | null, indicator: boolean) => {
    if (written) made.push({ written, folded: fold(written), language, indicator });
  };
  add(code.key, null, false);
  for (const language of labelLanguages) {
    add(code.labels[language], language, false);
    for (const word of code.indicators[language] ?? []) add(word, language, true);
  }
  candidates.set(code, made);
  return made;
}
