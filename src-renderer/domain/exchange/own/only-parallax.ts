import { labelLanguages, type LabelLanguage } from '../../model/language';
import { message, type Message } from '../../model/message';
import type { ProjectState } from '../../model/project';

/**
 * What travels in Parallax's own members because REFI-QDA has no room for it.
 * In: the project, the language of the labels in the standard's file, how many change sets and how many
 * original files are written beside it. Out: messages with counts, strings under
 * `exchange-report.only-parallax.*`; nothing that the project does not have.
 */
export function onlyParallax(
  state: ProjectState,
  language: LabelLanguage,
  beside: { readonly changeSets: number; readonly files: number },
): readonly Message[] {
  const count = <T>(rows: ReadonlyMap<string, T>, test: (row: T) => boolean): number => {
    let found = 0;
    for (const row of rows.values()) if (test(row)) found++;
    return found;
  };
  const { segments, codes, memos, cases, coders } = state;
  const found: { readonly [kind: string]: number } = {
    stance: count(segments, ({ stance }) => stance !== 'asserts'),
    certainty: count(segments, ({ certainty }) => certainty !== 'certain'),
    'code-parts': count(codes, (code) => Boolean(code.include || code.exclude || code.response)),
    languages: count(codes, ({ labels }) => labelLanguages.some((tag) => tag !== language && labels[tag])),
    indicators: count(codes, ({ indicators }) => Object.values(indicators).some((words) => words.length > 0)),
    looks: count(codes, ({ symbol, pattern }) => symbol !== 'none' || pattern !== 'solid'),
    shortcuts: count(codes, ({ shortcut }) => shortcut !== ''),
    'rich-memos': count(memos, ({ body }) => body !== ''),
    judgements: count(cases, ({ judgement }) => judgement !== null),
    facts: count(cases, ({ facts }) => facts.length > 0),
    'coder-colors': coders.size,
    structure: state.sources.size,
    imports: state.imports.size,
    progress: state.progress.size,
    packages: state.packages.size,
    decisions: state.decisions.size,
    views: state.views.size,
    translations: count(segments, ({ translation }) => Boolean(translation)),
    files: beside.files,
    history: beside.changeSets,
  };
  return Object.entries(found)
    .filter(([, rows]) => rows > 0)
    .map(([kind, rows]) => message(`only-parallax.${kind}`, { count: rows }));
}
