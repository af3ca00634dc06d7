import type { XmlElement } from '../../../model/carried';
import { colorFrom } from '../../codebook/read/color';
import type { RefiCode } from '../model';
import { attribute, childOf, childrenOf, descriptionOf, targetsIn, type Reading } from './elements';

/**
 * Reads the codebook of a project.
 * In: the CodeBook element, or undefined. Out: the codes as a tree in the file's order. A colour that says
 * nothing becomes ''; a code is codable unless the file says that it is not.
 */
export function readCodes(codebook: XmlElement | undefined, reading: Reading): readonly RefiCode[] {
  const listed = childOf(codebook, 'Codes') ?? codebook;
  return codesIn(listed, '', reading);
}

function codesIn(parent: XmlElement | undefined, place: string, reading: Reading): readonly RefiCode[] {
  return childrenOf(parent, 'Code').map((element, i) => {
    const guid = reading.guid(element, 'codes', `${place}/${i}`);
    return {
      guid,
      name: attribute(element, 'name'),
      codable: !/^\s*(false|0)\s*$/i.test(attribute(element, 'isCodable')),
      color: colorIn(element, reading),
      description: descriptionOf(element),
      notes: targetsIn(element, 'NoteRef'),
      children: codesIn(element, guid, reading),
    };
  });
}

/** In: an element with a colour. Out: #RRGGBB, or '' where it has none or one that nobody understands. */
export function colorIn(element: XmlElement, reading: Reading): string {
  const written = attribute(element, 'color').trim();
  if (written === '') return '';
  const color = colorFrom(written);
  if (color === undefined) reading.losses.add('colors');
  else if (!/^#[0-9a-f]{6}$/i.test(written)) reading.repairs.add('colors');
  return color ?? '';
}
