import type { LabelLanguage } from '../../model/language';
import type { Message } from '../../model/message';
import type { UndefinedReason } from '../outcome';

/** A sentence of the methods section, or a place that the author alone can fill in. */
export interface PaperSentence {
  readonly text: string;
  readonly isGap: boolean;
}

/** A coefficient in a table; without a value there is a reason. */
export interface PaperFigure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: UndefinedReason | null;
}
export type PaperCell = string | number | null | PaperFigure;

export interface PaperColumn {
  /** English, lower_snake_case: the same in every language, for files that programs read. */
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'count' | 'figure';
}

export interface PaperTable {
  /** As `PaperColumn.key`. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Why figures are undefined, and how to read the table. */
  readonly notes: readonly string[];
}

/** What goes into a paper, in words of one language. */
export interface PaperDocument {
  readonly language: LabelLanguage;
  readonly title: string;
  readonly paragraphs: readonly (readonly PaperSentence[])[];
  readonly tables: readonly PaperTable[];
  readonly referencesTitle: string;
  readonly references: readonly string[];
}

/** What names things in the language of the paper. */
export interface PaperWords {
  readonly language: LabelLanguage;
  /** A sentence of the namespace `paper`. */
  readonly say: (message: Message) => string;
  readonly countryName: (country: string) => string;
  readonly languageName: (language: string) => string;
}

export const paperFormats = ['docx', 'html', 'csv'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** In: a cell. Out: whether it is a figure. */
export const isFigure = (cell: PaperCell): cell is PaperFigure => typeof cell === 'object' && cell !== null;

/**
 * A coefficient as papers print it: two decimals, no zero before the point, a true minus.
 * In: a value, mostly −1…1. Out: such as .71, −.08, 1.00.
 */
export function coefficientText(value: number): string {
  const digits = Math.abs(value)
    .toFixed(2)
    .replace(/^0(?=\.)/, '');
  return value < 0 && digits !== '.00' ? `−${digits}` : digits;
}

/** In: a figure. Out: its value with the interval, such as “.71 [.60, .79]”; “—” where it is undefined. */
export function figureText({ value, low, high }: PaperFigure): string {
  if (value === null) return '—';
  const interval =
    low === null || high === null ? '' : ` [${coefficientText(low)}, ${coefficientText(high)}]`;
  return coefficientText(value) + interval;
}

/** In: a cell and the language. Out: it as people read it. */
export function cellText(cell: PaperCell, language: LabelLanguage): string {
  if (cell === null) return '—';
  if (isFigure(cell)) return figureText(cell);
  return typeof cell === 'number' ? new Intl.NumberFormat(language).format(cell) : cell;
}
