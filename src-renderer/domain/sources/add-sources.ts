import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { Stamp } from '../model/ids';
import type { ParsedSource } from '../model/import';
import type { ProjectState } from '../model/project';
import type { Source, SourceText } from '../model/source';
import { countCodePoints } from '../text/positions';
import { isPartialDate } from './date';
import { isWebAddress, labelFor } from './edit-sources';
import { normaliseCountry } from './country';

/** A source as it came out of its file. */
export interface Arrival {
  readonly parsed: ParsedSource;
  readonly fileName: string;
  /** Size of the original file in bytes. */
  readonly bytes: number;
  /** A country that the person confirmed; '' when not known. */
  readonly country?: string;
}

/**
 * Takes parsed sources into the project.
 * In: the project, sources with their files, the stamp. Out: a draft with a row for each, and in the same
 * order the texts that go with the rows. What the importer found but cannot be kept as it is (a date not in
 * the calendar, an address that is not http(s)) is left empty; a source without a title gets its file's name.
 */
export function addSources(
  state: ProjectState,
  arrivals: readonly Arrival[],
  stamp: Stamp,
): { readonly draft: ChangeDraft; readonly texts: readonly SourceText[] } {
  const draft = new Draft(state);
  const now = stamp.now();
  const rows = arrivals.map((arrival) => rowFor(arrival, stamp.newId(), now));
  for (const row of rows) draft.put('sources', row);
  return {
    draft: draft.finish(
      labelFor(
        'add-source',
        rows.map(({ title }) => title),
      ),
    ),
    texts: rows.map(({ id }, i) => ({
      sourceId: id,
      text: arrivals[i]?.parsed.text ?? '',
      blocks: arrivals[i]?.parsed.blocks ?? [],
    })),
  };
}

function rowFor({ parsed, fileName, bytes, country }: Arrival, id: string, now: string): Source {
  const title = parsed.title.replace(/\s+/g, ' ').trim();
  return {
    id,
    title: title || fileName.replace(/\.[^.]*$/, '') || fileName,
    format: parsed.format,
    fileName,
    encoding: parsed.encoding,
    hash: parsed.hash,
    bytes,
    length: parsed.text.length,
    characters: countCodePoints(parsed.text),
    language: parsed.language,
    country: normaliseCountry(country ?? ''),
    date: isPartialDate(parsed.date) ? parsed.date : '',
    documentType: '',
    actor: parsed.author.trim(),
    outlet: '',
    url: isWebAddress(parsed.url) ? parsed.url : '',
    variables: {},
    warnings: parsed.warnings,
    createdAt: now,
    modifiedAt: now,
  };
}

/** In: the project and a SHA-256. Out: the source that was made of the same bytes, or undefined. */
export function duplicateOf(state: ProjectState, hash: string): Source | undefined {
  for (const source of state.sources.values()) if (source.hash === hash) return source;
  return undefined;
}
