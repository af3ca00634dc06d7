import type { XmlElement } from '../../../model/carried';
import { refiVariableTypes, type RefiValue, type RefiVariable, type RefiVariableType } from '../model';
import { attribute, childrenOf, descriptionOf, targetsIn, type Reading } from './elements';

/** In: the Variables element, or undefined. Out: the variables; an unknown type counts as text. */
export function readVariables(element: XmlElement | undefined, reading: Reading): readonly RefiVariable[] {
  return childrenOf(element, 'Variable').map((variable, i) => ({
    guid: reading.guid(variable, 'variables', String(i)),
    name: attribute(variable, 'name'),
    type: typeNamed(attribute(variable, 'typeOfVariable')),
    description: descriptionOf(variable),
  }));
}

const typeNamed = (name: string): RefiVariableType =>
  refiVariableTypes.find((type) => type.toLowerCase() === name.trim().toLowerCase()) ?? 'Text';

/**
 * Reads the values below a source or case.
 * In: the element. Out: a value for each VariableValue that names its variable. A number or truth value that
 * cannot be read as one stays the text that it is.
 */
export function readValues(element: XmlElement): readonly RefiValue[] {
  return childrenOf(element, 'VariableValue').flatMap((written) => {
    const [variable] = targetsIn(written, 'VariableRef');
    if (variable === undefined) return [];
    const held = written.children.find(({ name }) => name.endsWith('Value'));
    if (!held) return [{ variable, type: 'Text', value: null }];
    const type = typeNamed(held.name.replace(/Value$/, ''));
    return [{ variable, type, value: valueOf(type, held.text) }];
  });
}

function valueOf(type: RefiVariableType, written: string): RefiValue['value'] {
  const text = type === 'Text' ? written : written.trim();
  if (type !== 'Text' && text === '') return null;
  if (type === 'Boolean') return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : text;
  if (type !== 'Integer' && type !== 'Float') return text;
  const number = Number(text.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return Number.isFinite(number) ? number : text;
}
