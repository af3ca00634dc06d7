import { labelIn } from '../../model/language';
import { message } from '../../model/message';
import type { ProjectState } from '../../model/project';
import { csvText } from '../../exchange/tables/csv';
import type { AgreementReport } from '../study/report';
import type { AgreementRequest } from '../study/request';
import { isFigure, type PaperDocument, type PaperWords } from './document';
import { paperFacts, type CoderNaming } from './facts';
import { citedWorks, methodsParagraphs, type MethodsInput } from './methods';
import { referenceList } from './references';
import { paperTables } from './tables';

export interface PaperWishes {
  /** What the report was asked for. */
  readonly request: AgreementRequest;
  readonly naming: CoderNaming;
  /** Disagreements that nobody decided on; null where that is not known. */
  readonly open: number | null;
  /** Name and version of the program. */
  readonly software: string;
}

/**
 * Methods section, tables and references on the agreement of coders.
 * In: the project, the report that its other screens show too, what is wanted, and the words of a language.
 * Out: the document.
 */
export function paperDocument(
  state: ProjectState,
  report: AgreementReport,
  wishes: PaperWishes,
  words: PaperWords,
): PaperDocument {
  const { request, naming, open, software } = wishes;
  const choice = request.codes;
  const family =
    'family' in choice ? [...state.families.values()].find(({ key }) => key === choice.family) : undefined;
  const input: MethodsInput = {
    state,
    report,
    facts: paperFacts(state, report, naming),
    family: family ? labelIn(family.labels, words.language) || family.key : words.say(message('chosenCodes')),
    open,
    software,
  };
  return {
    language: words.language,
    title: words.say(message('document.title')),
    paragraphs: methodsParagraphs(input, words),
    tables: paperTables(input, words),
    referencesTitle: words.say(message('document.references')),
    references: referenceList(citedWorks(report)),
  };
}

/** In: a document. Out: its paragraphs as plain text, gaps as they stand. */
export const paperText = ({ paragraphs, language }: PaperDocument): string =>
  paragraphs.map((sentences) => sentences.map(({ text }) => text).join(sentenceGap(language))).join('\n\n');

/** What stands between two sentences: nothing where the script has its own full stop with room. */
export const sentenceGap = (language: PaperDocument['language']): string =>
  language === 'en' || language === 'ko' ? ' ' : '';

/**
 * All tables in one file, a line for each cell, so that any program can filter them.
 * In: the document. Out: CSV text; coefficients in full, with the interval and, where undefined, the reason.
 */
export const paperCsv = ({ tables }: PaperDocument): string =>
  csvText({
    columns: ['table', 'row', 'column', 'value', 'low', 'high', 'reason'],
    rows: tables.flatMap(({ key, columns, rows }) => {
      const labels = Math.max(
        1,
        columns.findIndex(({ kind }) => kind !== 'text'),
      );
      return rows.flatMap((cells) => {
        const row = cells.slice(0, labels).filter(Boolean).join(' · ');
        return columns.slice(labels).flatMap((column, i) => {
          const cell = cells[i + labels] ?? null;
          if (!isFigure(cell)) return [[key, row, column.key, cell, null, null, null]];
          return [[key, row, column.key, cell.value, cell.low, cell.high, cell.reason]];
        });
      });
    }),
  });
