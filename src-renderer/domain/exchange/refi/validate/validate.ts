import type { XmlElement } from '../../../model/carried';
import { message, type Message } from '../../../model/message';
import { countCodePoints } from '../../../text/positions';
import { refiVariableTypes } from '../model';
import type { AttributeKind, ElementRule } from '../schema';
import { fitsValueElement, plainGuid, writtenMoment, writtenValue } from '../values';
import { codebookRules, neverEmpty, projectRules, referenceEnds, sourceElements } from './rules';

/** What is known of the files of an archive: the text behind a path; undefined when it is not there. */
export type TextOfPath = (path: string) => string | undefined;

/**
 * Checks REFI-QDA 1.5 XML against what the standard demands.
 * In: the root element (Project or CodeBook), and for projects the texts of its archive by their paths.
 * Out: every error, in the order of the file: strings under `exchange-report:validate.<key>`, each with
 * `where` (element and GUID). Checked are elements, their attributes, order and number of children; forms
 * of GUIDs, colours, dates and numbers; that GUIDs are unique and references point at what they should;
 * that positions are 0-based code points with start < end inside their text; that every text is there once.
 */
export function validateRefi(root: XmlElement, textOf: TextOfPath = () => undefined): readonly Message[] {
  const rules = root.name === 'CodeBook' ? codebookRules : projectRules;
  if (root.name !== 'CodeBook' && root.name !== 'Project')
    return [message('validate.root', { where: root.name })];
  return new Validation(rules, root.name === 'Project', textOf).run(root);
}

class Validation {
  readonly #rules: Readonly<Record<string, ElementRule>>;
  readonly #isProject: boolean;
  readonly #textOf: TextOfPath;
  readonly #errors: Message[] = [];
  /** Elements by GUID. */
  readonly #named = new Map<string, XmlElement>();
  /** References to look up when all GUIDs are known. */
  readonly #references: {
    readonly from: XmlElement;
    readonly guid: string;
    readonly ends: readonly string[] | undefined;
  }[] = [];

  constructor(rules: Readonly<Record<string, ElementRule>>, isProject: boolean, textOf: TextOfPath) {
    this.#rules = rules;
    this.#isProject = isProject;
    this.#textOf = textOf;
  }

  run(root: XmlElement): readonly Message[] {
    this.#element(root);
    for (const { from, guid, ends } of this.#references) {
      const end = this.#named.get(guid);
      if (!end) this.#error('reference', from, { value: guid });
      else if (ends && !ends.includes(end.name))
        this.#error('reference-kind', from, { value: guid, name: end.name });
    }
    return this.#errors;
  }

  #error(key: string, element: XmlElement, params: Message['params'] = {}): void {
    const guid = element.attributes['guid'] ?? element.attributes['targetGUID'] ?? '';
    this.#errors.push(
      message(`validate.${key}`, { where: guid ? `${element.name} ${guid}` : element.name, ...params }),
    );
  }

  #element(element: XmlElement): void {
    const rule = this.#rules[element.name];
    if (!rule) return this.#error('element', element);
    this.#attributes(element, rule);
    this.#children(element, rule);
    if (!rule.text && element.text.trim() !== '') this.#error('text', element);
    this.#meaning(element);
    for (const child of element.children) this.#element(child);
  }

  #attributes(element: XmlElement, { attributes, required }: ElementRule): void {
    for (const name of required)
      if (element.attributes[name] === undefined) this.#error('attribute-missing', element, { name });
    for (const [name, value] of Object.entries(element.attributes)) {
      // Declarations of namespaces and places of schemas belong to XML.
      if (/^xmlns(:|$)|^(xsi|xml):|^schemaLocation$/.test(name)) continue;
      const kind = attributes[name];
      if (kind === undefined) this.#error('attribute-unknown', element, { name });
      else this.#value(element, name, value, kind);
    }
  }

  #value(element: XmlElement, name: string, value: string, kind: AttributeKind): void {
    if (!hasForm(value, kind)) return this.#error('value', element, { name, value });
    const guid = plainGuid(value) ?? '';
    if (kind === 'id') {
      if (this.#named.has(guid)) this.#error('guid-repeated', element, { value });
      else this.#named.set(guid, element);
    }
    if (kind === 'user') this.#references.push({ from: element, guid, ends: ['User'] });
    if (kind === 'ref') {
      const ends = name === 'representedGUID' ? undefined : referenceEnds[element.name];
      this.#references.push({ from: element, guid, ends });
    }
  }

  #children(element: XmlElement, { children }: ElementRule): void {
    if (neverEmpty.has(element.name) && element.children.length === 0) this.#error('empty', element);
    if (element.name === 'Sources') {
      for (const { name } of element.children)
        if (!sourceElements.includes(name)) this.#error('child', element, { name });
      return;
    }
    const order = children.map(([name]) => name);
    let reached = 0;
    for (const { name } of element.children) {
      const at = order.indexOf(name);
      if (at < 0) this.#error('child', element, { name });
      else if (at < reached) this.#error('order', element, { name });
      reached = Math.max(reached, at);
    }
    for (const [name, occurs] of children) {
      const count = element.children.filter((child) => child.name === name).length;
      if (occurs === '!' && count === 0) this.#error('child-missing', element, { name });
      if (occurs !== '*' && count > 1) this.#error('child-repeated', element, { name });
    }
  }

  /** What the schema cannot say. */
  #meaning(element: XmlElement): void {
    const { name, attributes, text } = element;
    if (name === 'Code' && !/^\s*(true|false|0|1)\s*$/.test(attributes['isCodable'] ?? 'true'))
      this.#error('value', element, { name: 'isCodable', value: attributes['isCodable'] ?? '' });
    const type = attributes['typeOfVariable'] ?? 'Text';
    if (name === 'Variable' && !refiVariableTypes.some((each) => each === type))
      this.#error('value', element, { name: 'typeOfVariable', value: type });
    if (name.endsWith('Value') && name !== 'VariableValue' && !fitsValueElement(name, text))
      this.#error('value', element, { name, value: text });
    if (name === 'VariableValue' && element.children.filter((each) => each.name !== 'VariableRef').length > 1)
      this.#error('child-repeated', element, { name: 'Value' });
    if (this.#isProject && ['TextSource', 'Representation', 'TextDescription', 'Note'].includes(name))
      this.#text(element);
  }

  #text(element: XmlElement): void {
    const path = element.attributes['plainTextPath'];
    const inline = element.children.find(({ name }) => name === 'PlainTextContent');
    if (path !== undefined && inline) this.#error('text-twice', element);
    if (path === undefined && !inline) this.#error('text-missing', element);
    const text = path === undefined ? inline?.text : this.#textOf(path);
    if (path !== undefined && text === undefined && /^internal:/i.test(path))
      this.#error('file-missing', element, { value: path });
    const length = text === undefined ? Infinity : countCodePoints(text);
    for (const selection of element.children) {
      if (selection.name !== 'PlainTextSelection') continue;
      const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(selection.attributes[name]));
      if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end))
        continue;
      if (start < 0 || end <= start || end > length)
        this.#error('position', selection, { start, end, length: length === Infinity ? '?' : length });
    }
  }
}

function hasForm(value: string, kind: AttributeKind): boolean {
  switch (kind) {
    case 'id':
    case 'ref':
    case 'user':
      return plainGuid(value) !== undefined;
    case 'integer':
      return /^\s*[+-]?\d+\s*$/.test(value);
    case 'color':
      return /^\s*#([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.test(value);
    case 'date-time':
      return writtenMoment(value) !== '';
    case 'text':
    case 'path':
      return true;
    default:
      return writtenValue(value.trim(), kind) !== undefined;
  }
}
