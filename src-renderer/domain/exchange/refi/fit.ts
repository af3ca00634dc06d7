import type { XmlElement } from '../../model/carried';
import type { Guid } from './model';
import { elementRules, type ElementRule } from './schema';
import { fitsValueElement, plainGuid, writtenValue } from './values';

/** Which elements a reference may point at; references that are not named here may point at any. */
const targetsOf: { readonly [reference: string]: readonly string[] } = {
  CodeRef: ['Code'],
  MemberCode: ['Code'],
  NoteRef: ['Note'],
  MemberNote: ['Note'],
  VariableRef: ['Variable'],
  MemberSource: [
    'TextSource',
    'PDFSource',
    'PictureSource',
    'AudioSource',
    'VideoSource',
    'Transcript',
    'Representation',
  ],
};

/** The GUIDs of a file and the names of the elements that have them. */
export class KnownGuids {
  readonly #names = new Map<Guid, Set<string>>();

  /** Notes that an element of this name has the GUID. */
  add(guid: Guid, name: string): void {
    const names = this.#names.get(guid);
    if (names) names.add(name);
    else this.#names.set(guid, new Set([name]));
  }

  /** Notes the GUIDs of an element and all in it. */
  addAll(element: XmlElement): void {
    const guid = plainGuid(element.attributes['guid'] ?? '');
    if (guid !== undefined) this.add(guid, element.name);
    for (const child of element.children) this.addAll(child);
  }

  /** In: a GUID, the names of the elements wanted (any when absent). Out: whether one of them has it. */
  has(guid: Guid, names?: readonly string[]): boolean {
    const found = this.#names.get(guid);
    return found !== undefined && (!names || names.some((name) => found.has(name)));
  }
}

export interface FitContext {
  readonly known: KnownGuids;
  /**
   * Where a file of the element now lies: its GUID, the attribute, what it said. Undefined: nowhere.
   */
  readonly path: (guid: Guid, attribute: string, value: string) => string | undefined;
  /** Called with the name of each element or attribute that is left out for want of what it points at. */
  readonly lost: (name: string) => void;
}

/**
 * Makes an element valid by the schema, whatever the program that wrote it made of it.
 * In: the element, what else is in the file. Out: the element with attributes and children that the
 * schema knows, in its order, every reference resolved, GUIDs in one style; undefined when what is
 * required of it is missing, so that it must be left out.
 */
export function fitElement(element: XmlElement, context: FitContext): XmlElement | undefined {
  const rule = elementRules[element.name];
  if (!rule) return undefined;
  const attributes = fitAttributes(element, rule, context);
  if (!attributes || isReversed(attributes)) return undefined;
  const children = fitChildren(element, rule, attributes, context);
  if (!children) return undefined;
  if (rule.text && !fitsValueElement(element.name, element.text)) return undefined;
  return { name: element.name, attributes, children, text: rule.text ? element.text : '' };
}

function fitAttributes(
  element: XmlElement,
  rule: ElementRule,
  context: FitContext,
): { readonly [name: string]: string } | undefined {
  const fitted: { [name: string]: string } = {};
  for (const [name, kind] of Object.entries(rule.attributes)) {
    const raw = element.attributes[name];
    if (raw === undefined) continue;
    let value = writtenValue(raw, kind);
    if (value !== undefined && kind === 'path') {
      value = context.path(plainGuid(element.attributes['guid'] ?? '') ?? '', name, value);
      if (value === undefined) context.lost('file');
    }
    if (value !== undefined && (kind === 'ref' || kind === 'user')) {
      const names = kind === 'user' ? ['User'] : targetsOf[element.name];
      if (!context.known.has(value.toLowerCase(), names)) {
        context.lost(kind === 'user' ? 'user' : element.name);
        value = undefined;
      }
    }
    if (value !== undefined) fitted[name] = value;
  }
  return rule.required.every((name) => fitted[name] !== undefined) ? fitted : undefined;
}

const isReversed = (attributes: { readonly [name: string]: string }): boolean =>
  Number(attributes['begin'] ?? 0) > Number(attributes['end'] ?? Infinity) ||
  Number(attributes['startPosition'] ?? 0) > Number(attributes['endPosition'] ?? Infinity);

const isTypedValue = (name: string): boolean => name.endsWith('Value') && name !== 'VariableValue';

function fitChildren(
  element: XmlElement,
  rule: ElementRule,
  attributes: { readonly [name: string]: string },
  context: FitContext,
): readonly XmlElement[] | undefined {
  const fitted: XmlElement[] = [];
  let valued = false;
  for (const [name, occurs] of rule.children) {
    // The text stands in the file or in the XML, not in both; a variable has one value.
    if (name === 'PlainTextContent' && attributes['plainTextPath'] !== undefined) continue;
    if (isTypedValue(name) && valued) continue;
    const found = element.children
      .filter((child) => child.name === name)
      .map((child) => fitElement(child, context))
      .filter((child) => child !== undefined);
    const kept = occurs === '*' ? found : found.slice(0, 1);
    if (occurs === '!' && kept.length === 0) return undefined;
    if (isTypedValue(name) && kept.length > 0) valued = true;
    fitted.push(...kept);
  }
  return fitted;
}
