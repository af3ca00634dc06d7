import type { ImportChoices } from '../domain/model/import';
import { asDocument, type DraftFileResult } from './draft';
import { parseJson } from './json/parse';
import { readReferences, referenceFormat } from './references';
import { subtitleFormat } from './subtitles/cues';
import { delimiterOf } from './table/delimited';
import { readText } from './txt';

/**
 * Reads text that is no page and no bundle of articles: data, subtitles, references, a table, or what it is at
 * the least, paragraphs.
 */
export async function readPlain(
  text: string,
  name: string,
  choices: ImportChoices,
): Promise<DraftFileResult> {
  const data = parseJson(text);
  if (data) return (await import('./json')).readJson(data, choices);
  const subtitles = subtitleFormat(text);
  if (subtitles) return (await import('./subtitles')).readSubtitles(text, subtitles);
  const references = referenceFormat(text);
  if (references) return readReferences(text, references);
  const delimiter = delimiterOf(text, name);
  if (delimiter) return (await import('./table')).readDelimited(text, delimiter, choices);
  return asDocument('txt', readText(text));
}
