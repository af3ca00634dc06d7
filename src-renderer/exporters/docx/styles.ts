import type { IStylesOptions } from 'docx';
import type { LabelLanguage } from '../../domain/model/language';
import { faceOf } from './faces';

// Half points and twentieths of a point, as Word counts.
const heading = (size: number, before: number) => ({
  run: { bold: true, size, color: '1D1D1B' },
  paragraph: { keepNext: true, spacing: { before, after: 60 } },
});
const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true });

/** How a codebook looks in Word: black text, one face, sizes that go down with the level. */
export const styles = (language: LabelLanguage): IStylesOptions => ({
  default: {
    document: { run: { size: 22, ...faceOf(language) }, paragraph: { spacing: { after: 100, line: 276 } } },
    title: { run: { bold: true, size: 40 }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(30, 480),
    heading2: heading(25, 300),
    heading3: heading(23, 260),
    heading4: heading(22, 240),
    heading5: heading(22, 220),
    heading6: heading(22, 200),
  },
  paragraphStyles: [
    {
      ...based('Subtitle', 'Subtitle'),
      run: { size: 26, color: '555555' },
      paragraph: { spacing: { after: 360 } },
    },
    {
      ...based('ContentsTitle', 'Contents title'),
      run: { bold: true, size: 25 },
      paragraph: { spacing: { before: 240, after: 120 } },
    },
    { ...based('Facts', 'Facts'), run: { size: 19, color: '555555' }, paragraph: { spacing: { after: 60 } } },
    {
      ...based('Example', 'Example'),
      paragraph: { indent: { left: 425, right: 425 }, spacing: { after: 20 } },
    },
    {
      ...based('ExampleSource', 'Example source'),
      run: { size: 19, color: '555555' },
      paragraph: { indent: { left: 425, right: 425 }, spacing: { after: 120 } },
    },
  ],
});
