import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { CoderId, Stamp } from '../model/ids';
import type { ParsedSource, SourceComment, SourceField } from '../model/import';
import type { ProjectState } from '../model/project';
import type { Source, SourceText } from '../model/source';
import { richTextOf } from '../text/rich-text';
import { countCodePoints } from '../text/positions';
import { isPartialDate } from './date';
import { isWebAddress, labelFor } from './edit-sources';
import { normaliseCountry } from './country';
import { AUTHOR, FieldVariables, IDENTIFIER, withoutNamed } from './incoming/field-variables';

/** What can be said of a source before it is in the project. */
export type SourceAbout = Pick<
  Source,
  'title' | 'country' | 'date' | 'documentType' | 'actor' | 'outlet' | 'language' | 'url'
>;

/** A source as it came out of its file. */
export interface Arrival {
  readonly parsed: ParsedSource;
  readonly fileName: string;
  /** Size of the original file in bytes. */
  readonly bytes: number;
  /** What a person has said of it or confirmed; it stands before what the importer found. */
  readonly about?: Partial<SourceAbout>;
  /** The same for variables; what the document says under one of these names is left out. */
  readonly fields?: readonly SourceField[];
}

/**
 * What an importer found of a source, fit to be kept.
 * In: a parsed source and its file's name. Out: the same in the fields of a source. What cannot be kept as
 * it is (a date not in the calendar, an address that is not http(s)) is left empty; a source without a title
 * gets its file's name. What has an outlet is a news report, and its author does not stand for who issued it.
 */
export function aboutParsed(parsed: ParsedSource, fileName: string): SourceAbout {
  const outlet = parsed.outlet.trim();
  const title = parsed.title.replace(/\s+/g, ' ').trim();
  return {
    title: title || fileName.replace(/\.[^.]*$/, '') || fileName,
    country: normaliseCountry(parsed.country ?? ''),
    date: isPartialDate(parsed.date) ? parsed.date : '',
    documentType: outlet ? 'news-report' : '',
    actor: outlet ? '' : parsed.author.trim(),
    outlet,
    language: parsed.language,
    url: isWebAddress(parsed.url) ? parsed.url : '',
  };
}

/**
 * Takes parsed sources into the project.
 * In: the project, sources with their files, the stamp, and who brings them. Out: a draft with a row for
 * each, with the variables that their fields need and a memo where the document has comments; in the same
 * order the texts that go with the rows.
 */
export function addSources(
  state: ProjectState,
  arrivals: readonly Arrival[],
  stamp: Stamp,
  coderId: CoderId,
): { readonly draft: ChangeDraft; readonly texts: readonly SourceText[] } {
  const draft = new Draft(state);
  const now = stamp.now();
  const variables = new FieldVariables(state, draft, stamp);
  const rows = arrivals.map((arrival): Source => {
    const { parsed, fileName, bytes, about } = arrival;
    const known = { ...aboutParsed(parsed, fileName), ...about };
    return {
      id: stamp.newId(),
      ...known,
      title: known.title.replace(/\s+/g, ' ').trim() || aboutParsed(parsed, fileName).title,
      country: normaliseCountry(known.country),
      format: parsed.format,
      fileName,
      encoding: parsed.encoding,
      hash: parsed.hash,
      bytes,
      length: parsed.text.length,
      characters: countCodePoints(parsed.text),
      variables: variables.valuesOf(fieldsOf(arrival)),
      warnings: parsed.warnings,
      createdAt: now,
      modifiedAt: now,
    };
  });
  rows.forEach((row, i) => {
    draft.put('sources', row);
    const { text = '', comments = [] } = arrivals[i]?.parsed ?? {};
    if (comments.length === 0) return;
    const plainText = comments.map((comment) => remarkOf(text, comment)).join('\n\n');
    draft.put('memos', {
      id: stamp.newId(),
      target: { table: 'sources', id: row.id },
      title: '',
      body: richTextOf(plainText),
      plainText,
      coderId,
      createdAt: now,
      modifiedAt: now,
    });
  });
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

/** The fields of a document, what a source has no place for, and what was said beside. */
function fieldsOf({ parsed, fields: said = [] }: Arrival): readonly SourceField[] {
  const { fields, author, outlet, identifier } = parsed;
  const found = [
    ...fields,
    { name: AUTHOR, value: outlet ? author : '' },
    { name: IDENTIFIER, value: identifier },
  ];
  return [...withoutNamed(found, said), ...said];
}

/** A comment with the words that it is about, who made it and when. */
function remarkOf(text: string, { start, end, author, date, text: remark }: SourceComment): string {
  const passage = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const by = [author.trim(), date].filter(Boolean).join(', ');
  const said = remark.replace(/\s+/g, ' ').trim();
  return [passage && `“${passage}”`, by ? `${by}: ${said}` : said].filter(Boolean).join(' — ');
}

/** In: the project and a SHA-256. Out: the source that was made of the same bytes, or undefined. */
export function duplicateOf(state: ProjectState, hash: string): Source | undefined {
  for (const source of state.sources.values()) if (source.hash === hash) return source;
  return undefined;
}
