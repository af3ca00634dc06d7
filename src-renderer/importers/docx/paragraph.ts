import type { XmlAttributes } from '../office/xml';
import { headingOf } from './styles';

/** What a paragraph says of itself. */
export interface Paragraph {
  style: string;
  heading: number | undefined;
  list: number | undefined;
  level: number;
  /** Whether the next paragraph goes on with it: its end is deleted, or it is a drop cap. */
  goesOn: boolean;
  endsSection: boolean;
}

export const newParagraph = (): Paragraph => ({
  style: '',
  heading: undefined,
  list: undefined,
  level: 0,
  goesOn: false,
  endsSection: false,
});

/** Takes an element of the properties of a paragraph. Out: whether it says something of it. */
export function setParagraphProperty(paragraph: Paragraph, name: string, attributes: XmlAttributes): boolean {
  const value = attributes['w:val'] ?? '';
  switch (name) {
    case 'w:pStyle':
      paragraph.style = value;
      return true;
    case 'w:outlineLvl':
      paragraph.heading = headingOf(value);
      return true;
    case 'w:ilvl':
      paragraph.level = Number(value) || 0;
      return true;
    case 'w:numId':
      paragraph.list = value === '0' ? 0 : paragraph.level + 1;
      return true;
    case 'w:framePr':
      if (/^(drop|margin)$/.test(attributes['w:dropCap'] ?? '')) paragraph.goesOn = true;
      return true;
    case 'w:del':
    case 'w:moveFrom':
      paragraph.goesOn = true;
      return true;
    case 'w:sectPr':
      paragraph.endsSection = true;
      return true;
    default:
      return false;
  }
}
