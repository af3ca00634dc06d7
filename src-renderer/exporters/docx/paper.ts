import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { cellText, type PaperDocument, type PaperTable } from '../../domain/agreement/paper/document';
import { sentenceGap } from '../../domain/agreement/paper/paper';
import { xmlCharacters } from '../../domain/exchange/xml';
import type { LabelLanguage } from '../../domain/model/language';
import { faceOf } from './faces';
import { styles } from './styles';

const line = { style: BorderStyle.SINGLE, size: 8, color: '1D1D1B' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * Methods section, tables and references as a Word document; what the author has to fill in is highlighted.
 * In: the document. Out: the bytes of a .docx file. Nothing of the DOM is used.
 */
export async function paperDocx(document: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { language, title, paragraphs, tables, references, referencesTitle } = document;
  const run = runIn(language);
  const file = new Document({
    title: xmlCharacters(title),
    creator: 'Parallax',
    styles: styles(language),
    sections: [
      {
        children: [
          new Paragraph({ style: 'Title', children: [run(title)] }),
          ...paragraphs.map(
            (sentences) =>
              new Paragraph({
                children: sentences.map(({ text, isGap }, i) =>
                  run((i > 0 ? sentenceGap(language) : '') + text, isGap ? { highlight: 'lightGray' } : {}),
                ),
              }),
          ),
          ...tables.flatMap((table) => tableParts(table, language)),
          ...(references.length > 0
            ? [
                new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(referencesTitle)] }),
                ...references.map(
                  (entry) =>
                    new Paragraph({ indent: { left: 425, hanging: 425 }, children: [runIn('en')(entry)] }),
                ),
              ]
            : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const runIn =
  (language: LabelLanguage) =>
  (text: string, look: IRunOptions = {}): TextRun =>
    new TextRun({ text: xmlCharacters(text), ...faceOf(language), ...look });

/** Title above, rules above and below the head and below the last row, notes below. */
function tableParts({ title, columns, rows, notes }: PaperTable, language: LabelLanguage) {
  const run = runIn(language);
  const small: IRunOptions = { size: 19 };
  const row = (cells: readonly string[], at: 'head' | 'body' | 'last') =>
    new TableRow({
      tableHeader: at === 'head',
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            borders: {
              top: at === 'head' ? line : none,
              bottom: at === 'body' ? none : line,
              left: none,
              right: none,
            },
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                alignment: columns[i]?.kind === 'text' ? AlignmentType.START : AlignmentType.END,
                children: [run(text, small)],
              }),
            ],
          }),
      ),
    });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 360, after: 80 },
      children: [run(title, { bold: true })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(
          columns.map(({ label }) => label),
          'head',
        ),
        ...rows.map((cells, i) =>
          row(
            cells.map((cell) => cellText(cell, language)),
            i === rows.length - 1 ? 'last' : 'body',
          ),
        ),
      ],
    }),
    ...notes.map((note) => new Paragraph({ style: 'Facts', children: [run(note)] })),
  ];
}
