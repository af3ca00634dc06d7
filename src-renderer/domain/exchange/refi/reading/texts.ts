import type { XmlElement } from '../../../model/carried';
import type { Guid, RefiAuthorship, RefiCoding, RefiText, RefiTextSelection } from '../model';
import {
  attribute,
  childOf,
  childrenOf,
  descriptionOf,
  referenceIn,
  targetsIn,
  type Reading,
} from './elements';
import { readValues } from './values';

/** In: an element that somebody made. Out: who made and changed it and when, as the file says. */
export const authorshipOf = (element: XmlElement): RefiAuthorship => ({
  user: referenceIn(element, 'creatingUser'),
  at: attribute(element, 'creationDateTime'),
  modifiedBy: referenceIn(element, 'modifyingUser'),
  modifiedAt: attribute(element, 'modifiedDateTime'),
});

/**
 * Reads a text: a TextSource, a Note, the Representation of a PDF.
 * In: the element, the table that its GUID is of, and its place. Out: the text; where it stands both in a
 * file and in the XML, the file counts, because positions are those in the file.
 */
export function readText(element: XmlElement, table: string, place: string, reading: Reading): RefiText {
  const guid = reading.guid(element, table, place);
  const path = attribute(element, 'plainTextPath').trim();
  const content = childOf(element, 'PlainTextContent')?.text ?? null;
  return {
    guid,
    name: attribute(element, 'name'),
    description: descriptionOf(element),
    ...authorshipOf(element),
    path,
    richTextPath: attribute(element, 'richTextPath').trim(),
    content: path === '' ? content : null,
    selections: childrenOf(element, 'PlainTextSelection').map((selection, i) =>
      readSelection(selection, `${guid}/${i}`, reading),
    ),
    codings: readCodings(element, guid, reading),
    notes: targetsIn(element, 'NoteRef'),
    values: readValues(element),
  };
}

function readSelection(element: XmlElement, place: string, reading: Reading): RefiTextSelection {
  const guid = reading.guid(element, 'selections', place);
  const first = position(attribute(element, 'startPosition'));
  const last = position(attribute(element, 'endPosition'));
  if (first > last) reading.repairs.add('positions-reversed');
  return {
    guid,
    name: attribute(element, 'name'),
    description: descriptionOf(element),
    ...authorshipOf(element),
    start: first > last ? last : first,
    end: first > last ? first : last,
    codings: readCodings(element, guid, reading),
    notes: targetsIn(element, 'NoteRef'),
  };
}

/** Below 0 and past the text as it is written; NaN for what is no whole number: such a selection is on no passage, and is listed. */
const position = (text: string): number => (/^\s*[+-]?\d+(\.0*)?\s*$/.test(text) ? Number(text) : Number.NaN);

/** In: an element with codings on it. Out: the codings that name a code. */
export function readCodings(element: XmlElement, owner: Guid, reading: Reading): readonly RefiCoding[] {
  return childrenOf(element, 'Coding').flatMap((coding, i) => {
    const guid = reading.guid(coding, 'codings', `${owner}/coding/${i}`);
    const codes = targetsIn(coding, 'CodeRef');
    if (codes.length === 0) reading.losses.add('codings-without-code');
    return codes.map((code) => ({
      guid,
      code,
      user: referenceIn(coding, 'creatingUser'),
      at: attribute(coding, 'creationDateTime'),
      notes: targetsIn(coding, 'NoteRef'),
    }));
  });
}
