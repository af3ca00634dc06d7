import type { XmlElement } from '../../../model/carried';
import { stableGuid } from '../../../model/guid';
import { Tally } from '../../codebook/read/reading';
import type { Guid } from '../model';
import { plainGuid } from '../values';

/** In: an element and the local name of an attribute. Out: its value; '' when absent. */
export const attribute = (element: XmlElement, name: string): string => element.attributes[name] ?? '';

/** In: an element and a name. Out: its children of that name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** In: an element and a name. Out: its first child of that name, or undefined. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** In: an element. Out: the text of its Description without white space around it; '' when absent. */
export const descriptionOf = (element: XmlElement): string =>
  childOf(element, 'Description')?.text.trim() ?? '';

/** In: an element, an attribute that refers to a row. Out: the GUID; '' when there is none that is one. */
export const referenceIn = (element: XmlElement, name: string): Guid =>
  plainGuid(attribute(element, name)) ?? '';

/**
 * The targets of references below an element.
 * In: the element and the references' name. Out: GUIDs, each once. The project's schema says targetGUID;
 * codebooks say guid, and programs mix them up.
 */
export function targetsIn(element: XmlElement, name: string): readonly Guid[] {
  const targets = childrenOf(element, name).map(
    (reference) => referenceIn(reference, 'targetGUID') || referenceIn(reference, 'guid'),
  );
  return [...new Set(targets.filter((target) => target !== ''))];
}

/** What reading keeps in mind: the GUIDs given so far, and what was mended or could not be taken. */
export class Reading {
  readonly repairs = new Tally();
  readonly losses = new Tally();
  readonly #taken = new Map<string, Set<Guid>>();

  /**
   * The GUID of an element.
   * In: the element, the table whose rows must differ, and a place that no other element of the table has.
   * Out: its own GUID; where it has none, or another of the table had it before, a new one that is the same
   * each time the file is read.
   */
  guid(element: XmlElement, table: string, place: string): Guid {
    const taken = this.#taken.get(table) ?? new Set<Guid>();
    this.#taken.set(table, taken);
    const own = plainGuid(attribute(element, 'guid'));
    let guid = own ?? stableGuid('refi', table, place);
    if (own === undefined) this.repairs.add('guids-missing');
    else if (taken.has(own)) this.repairs.add('guids-repeated');
    for (let again = 2; taken.has(guid); again++)
      guid = stableGuid('refi', table, place, guid, String(again));
    taken.add(guid);
    return guid;
  }
}
