import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type IRunOptions,
} from 'docx';
import {
  countsIn,
  symbolCharacters,
  type CodebookDocument,
  type DocumentCode,
  type DocumentFamily,
  type DocumentPart,
  type Run,
} from '../../domain/exchange/codebook/document/document';
import type { LabelLanguage } from '../../domain/model/language';
import { xmlCharacters } from '../../domain/exchange/xml';
import { faceLanguage, faceOf } from './faces';
import { styles } from './styles';

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/**
 * The codebook as a Word document: title, table of contents, families and codes as numbered headings (the
 * sixth level for deeper ones), what is said of each, examples as quotations.
 * In: the document. Out: the bytes of a .docx file. Nothing of the DOM is used.
 */
export async function codebookDocx(document: CodebookDocument): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new Writer(document);
  const file = new Document({
    title: xmlCharacters(document.title),
    description: xmlCharacters(document.project),
    creator: 'Parallax',
    styles: styles(document.language),
    sections: [
      {
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...writer.opening(),
          new TableOfContents(xmlCharacters(document.headings.contents), {
            hyperlink: true,
            headingStyleRange: '1-3',
          }),
          ...document.families.flatMap((family) => writer.family(family)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });

class Writer {
  readonly #document: CodebookDocument;
  readonly #language: LabelLanguage;

  constructor(document: CodebookDocument) {
    this.#document = document;
    this.#language = document.language;
  }

  opening(): readonly Paragraph[] {
    const { title, project } = this.#document;
    return [
      new Paragraph({ style: 'Title', children: this.#runs(title) }),
      ...(project ? [new Paragraph({ style: 'Subtitle', children: this.#runs(project) })] : []),
      new Paragraph({ style: 'ContentsTitle', children: this.#runs(this.#document.headings.contents) }),
    ];
  }

  /** A family; the first begins a page, so that the contents have theirs. */
  family({ number, name, otherNames, parts, codes }: DocumentFamily): readonly Paragraph[] {
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        pageBreakBefore: number === '1',
        children: [...this.#runs(`${number}\u2002`), ...inFace(name)],
      }),
      ...this.#names(otherNames),
      ...parts.flatMap((part) => this.#part(part)),
      ...codes.flatMap((code) => this.#code(code)),
    ];
  }

  #code(code: DocumentCode): readonly Paragraph[] {
    const { headings } = this.#document;
    const indicators = code.indicators.flatMap((run, i) => [
      ...(i > 0 ? this.#runs(' / ') : []),
      ...inFace(run),
    ]);
    return [
      this.#heading(code),
      ...this.#names(code.otherNames),
      this.#facts(code),
      ...code.parts.flatMap((part) => this.#part(part)),
      ...(indicators.length > 0
        ? [new Paragraph({ children: [...this.#label(headings.indicators), ...indicators] })]
        : []),
      ...(code.examples.length > 0
        ? [new Paragraph({ keepNext: true, children: this.#label(headings.examples) })]
        : []),
      ...code.examples.flatMap((example) => this.#example(example)),
    ];
  }

  #heading(code: DocumentCode): Paragraph {
    const symbol = symbolCharacters[code.symbol];
    const key = code.key && code.key !== code.name.text ? ` (${code.key})` : '';
    return new Paragraph({
      heading: levels[Math.min(code.level, levels.length - 1)] ?? HeadingLevel.HEADING_6,
      children: [
        ...this.#runs(`${code.number}\u2002`),
        ...(symbol ? this.#runs(`${symbol} `, { color: code.color.replace('#', '') }) : []),
        ...inFace(code.name),
        ...this.#runs(key),
      ],
    });
  }

  #facts(code: DocumentCode): Paragraph {
    const { headings } = this.#document;
    const facts = [
      `${headings.color} ${code.color}`,
      ...(code.codable ? [] : [headings.folder]),
      ...countsIn(code, headings),
    ];
    return new Paragraph({ style: 'Facts', children: this.#runs(facts.join(' · ')) });
  }

  #names(runs: readonly Run[]): readonly Paragraph[] {
    if (runs.length === 0) return [];
    const children = runs.flatMap((run, i) => [...(i > 0 ? this.#runs(' · ') : []), ...inFace(run)]);
    return [new Paragraph({ style: 'Facts', keepNext: true, children })];
  }

  #part({ heading, text }: DocumentPart): readonly Paragraph[] {
    return text
      .split(/\n\s*\n/)
      .map(
        (paragraph, i) =>
          new Paragraph({ children: [...(i === 0 ? this.#label(heading) : []), ...this.#runs(paragraph)] }),
      );
  }

  #example({ quote, source, language }: DocumentCode['examples'][number]): readonly Paragraph[] {
    const face = faceOf(faceLanguage(language));
    const lines = quote.split(/\n+/).filter((line) => line.trim());
    return [
      ...lines.map(
        (line) =>
          new Paragraph({
            style: 'Example',
            keepNext: true,
            children: [new TextRun({ text: xmlCharacters(line), ...face })],
          }),
      ),
      new Paragraph({
        style: 'ExampleSource',
        children: [new TextRun({ text: `— ${xmlCharacters(source)}`, ...face })],
      }),
    ];
  }

  /** A heading within a paragraph. */
  #label(heading: string): readonly TextRun[] {
    return this.#runs(`${heading}: `, { bold: true });
  }

  /** Text in the main language; line ends stay line ends. */
  #runs(text: string, look: IRunOptions = {}): readonly TextRun[] {
    return inFace({ text, language: this.#language }, look);
  }
}

const inFace = ({ text, language }: Run, look: IRunOptions = {}): readonly TextRun[] =>
  text.split('\n').map(
    (line, i) =>
      new TextRun({
        text: xmlCharacters(line),
        ...faceOf(language),
        ...look,
        ...(i > 0 ? { break: 1 } : {}),
      }),
  );
