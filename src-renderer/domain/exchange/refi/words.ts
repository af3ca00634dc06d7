import type { DescriptionHeadings } from '../codebook/code-text';

/** The words that Parallax itself puts into a file: names of variables, headings in descriptions. */
export interface RefiWords extends DescriptionHeadings {
  readonly country: string;
  readonly date: string;
  /** A date of which only the year or the month is known. */
  readonly partialDate: string;
  readonly documentType: string;
  readonly actor: string;
  readonly outlet: string;
  readonly url: string;
  readonly language: string;
  readonly judgement: string;
  readonly memo: string;
  /** The name of the link from a code to a passage that shows it. */
  readonly example: string;
}

/** Files go between programs and countries, so English is what they say unless asked for otherwise. */
export const englishWords: RefiWords = {
  include: 'Include',
  exclude: 'Exclude',
  response: 'Response called for',
  country: 'Country',
  date: 'Date',
  partialDate: 'Date (year or month)',
  documentType: 'Document type',
  actor: 'Actor',
  outlet: 'Outlet',
  url: 'URL',
  language: 'Language',
  judgement: 'Judgement',
  memo: 'Memo',
  example: 'example',
};
