import { isoDate } from '../dates';
import type { Remark } from '../office/finish';
import { Flow } from '../office/flow';
import { isBlank, type Piece } from '../office/pieces';
import { isPrivateSymbol, symbolOf } from '../office/symbols';
import type { Counts } from '../office/warnings';
import type { XmlAttributes, XmlVisitor } from '../office/xml';
import { Fields } from './fields';
import { Sections } from './sections';
import { newParagraph, setParagraphProperty } from './paragraph';
import { isOn, type Styles } from './styles';

/** What the files of a document have in common. */
export interface DocxContext {
  readonly styles: Styles;
  readonly counts: Counts;
  /** Blocks of notes, by `footnote` or `endnote` and number. */
  readonly notes: Map<string, readonly Piece[]>;
  readonly remarks: Map<string, Remark>;
  /** The blocks of a running head that have not come before, by the relationship that leads to it. */
  readonly furniture: (relationship: string) => readonly Piece[];
  readonly hasEvenHeads: boolean;
}

/** What is done when an element ends. */
type Closing = (() => void) | undefined;

interface Run {
  style: string;
  hidden: boolean | undefined;
  font: string;
}

const SKIPPED = new Set(
  (
    'w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange ' +
    'w:numberingChange w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:rubyPr w:ffData w:tabs w:tblGrid w:tblPr w:rt'
  ).split(' '),
);

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00AD'],
]);

/** Reads a file of a Word document: the main one, one of notes, of comments, or a running head. */
export class DocxReader implements XmlVisitor {
  readonly flow = new Flow();
  readonly #context: DocxContext;
  readonly #sections: Sections;
  readonly #closings: Closing[] = [];
  /** For each choice between alternatives that is open, whether one of them has been read. */
  readonly #choices: { isMade: boolean }[] = [];
  #fields = new Fields();
  #skipped = 0;
  #paragraph = newParagraph();
  #run: Run | undefined;
  /** Whose properties are being read. */
  #properties: 'paragraph' | 'row' | 'none' = 'none';
  #isRowDeleted = false;
  #columns = 1;
  #inObject = false;
  #inMove = false;
  #reads: 'text' | 'instruction' | 'nothing' = 'nothing';

  constructor(context: DocxContext) {
    this.#context = context;
    this.#sections = new Sections(context.furniture, context.hasEvenHeads);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipped > 0 || this.#isSkipped(name)) {
      this.#skipped++;
      // A passage that a comment is about may begin in what is left out.
      if (name.startsWith('w:commentR')) this.#enterNotes(name, attributes);
    } else this.#closings.push(this.#enter(name, attributes));
  }

  close(): void {
    if (this.#skipped > 0) this.#skipped--;
    else this.#closings.pop()?.();
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#reads === 'nothing') return;
    if (this.#reads === 'instruction') this.#fields.addInstruction(text);
    else this.#add(this.#withSymbols(text.replace(/[\r\n]/g, ' ')));
  }

  /** Ends the reading. Out: all blocks in order. */
  finish(): Piece[] {
    return this.flow.finish();
  }

  #isSkipped(name: string): boolean {
    const { counts } = this.#context;
    if (name === 'mc:Choice' || name === 'mc:Fallback') return this.#choices.at(-1)?.isMade ?? false;
    if (name === 'w:rt') counts.ruby++;
    if (name !== 'w:del' && name !== 'w:moveFrom') return SKIPPED.has(name);
    if (name === 'w:del') counts.deletions++;
    return this.#properties === 'none';
  }

  #enter(name: string, attributes: XmlAttributes): Closing {
    const character = CHARACTERS.get(name);
    if (character !== undefined) return void (this.#run && this.#add(character));
    switch (name) {
      case 'w:t':
      case 'm:t':
        return this.#read('text');
      case 'w:instrText':
        return this.#read('instruction');
      case 'w:r':
      case 'm:r':
        return this.#enterRun();
      case 'w:p':
        return this.#enterParagraph();
      case 'w:pPr':
        return this.#enterProperties('paragraph');
      case 'w:trPr':
        return this.#enterProperties('row');
      case 'w:txbxContent':
        return this.#enterStory((pieces) => this.flow.addBoxes(pieces));
      case 'w:sym':
        return void this.#addSymbol(attributes);
      case 'mc:AlternateContent':
        this.#choices.push({ isMade: false });
        return () => void this.#choices.pop();
      case 'mc:Choice': {
        const choice = this.#choices.at(-1);
        return choice && (() => void (choice.isMade = true));
      }
      default:
        if (this.#properties === 'paragraph') return this.#paragraphProperty(name, attributes);
        return (
          this.#runProperty(name, attributes) ??
          this.#enterTable(name, attributes) ??
          this.#enterNotes(name, attributes) ??
          this.#enterOther(name, attributes)
        );
    }
  }

  #read(what: 'text' | 'instruction'): Closing {
    const outer = this.#reads;
    this.#reads = what;
    return () => (this.#reads = outer);
  }

  #enterRun(): Closing {
    const outer = this.#run;
    this.#run = { style: '', hidden: undefined, font: '' };
    return () => (this.#run = outer);
  }

  #enterProperties(of: 'paragraph' | 'row'): Closing {
    const outer = this.#properties;
    this.#properties = of;
    return () => (this.#properties = outer);
  }

  #enterParagraph(): Closing {
    const outer = this.#paragraph;
    const paragraph = newParagraph();
    this.#paragraph = paragraph;
    return () => {
      this.#paragraph = outer;
      const { style, heading, list } = paragraph;
      if (!paragraph.goesOn) this.flow.endParagraph(...this.#context.styles.kindOf(style, { heading, list }));
      if (paragraph.endsSection && this.flow.tableDepth === 0) this.#sections.end(this.flow);
    };
  }

  #paragraphProperty(name: string, attributes: XmlAttributes): Closing {
    if (name === 'w:ins') this.#context.counts.insertions++;
    else if (!setParagraphProperty(this.#paragraph, name, attributes))
      this.#sectionProperty(name, attributes);
    return undefined;
  }

  #sectionProperty(name: string, attributes: XmlAttributes): undefined {
    if (name === 'w:headerReference' || name === 'w:footerReference')
      this.#sections.refer(name === 'w:headerReference', attributes);
    else if (name === 'w:titlePg') this.#sections.setFirst(attributes);
  }

  #runProperty(name: string, attributes: XmlAttributes): undefined {
    const run = this.#run;
    if (!run) return;
    if (name === 'w:vanish') run.hidden = isOn(attributes);
    else if (name === 'w:rStyle') run.style = attributes['w:val'] ?? '';
    else if (name === 'w:rFonts') run.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? '';
  }

  #enterTable(name: string, attributes: XmlAttributes): Closing {
    switch (name) {
      case 'w:tbl':
        this.flow.openTable();
        return () => this.flow.closeTable();
      case 'w:tr': {
        const outer = this.#isRowDeleted;
        this.#isRowDeleted = false;
        return () => {
          if (this.#isRowDeleted) this.flow.dropRow();
          else this.flow.endRow();
          this.#isRowDeleted = outer;
        };
      }
      case 'w:tc': {
        const outer = this.#columns;
        this.#columns = 1;
        return () => {
          this.flow.endCell(this.#columns);
          this.#columns = outer;
        };
      }
      case 'w:gridSpan':
        this.#columns = Math.min(MOST_COLUMNS, Math.max(1, Number(attributes['w:val']) || 1));
        return undefined;
      case 'w:del':
        this.#isRowDeleted = true;
        return undefined;
      default:
        return undefined;
    }
  }

  #enterNotes(name: string, attributes: XmlAttributes): Closing {
    const id = attributes['w:id'] ?? '';
    switch (name) {
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return void this.#referToNote(name.slice(2, -'Reference'.length), attributes);
      case 'w:footnote':
      case 'w:endnote':
        return this.#enterStory((pieces) => void this.#context.notes.set(`${name.slice(2)} ${id}`, pieces));
      case 'w:comment':
        return this.#enterStory((pieces) => this.#keepRemark(id, attributes, pieces));
      case 'w:commentRangeStart':
      case 'w:commentReference':
        return void this.flow.mark(id, 'start');
      case 'w:commentRangeEnd':
        return void this.flow.mark(id, 'end');
      default:
        return undefined;
    }
  }

  #enterOther(name: string, attributes: XmlAttributes): Closing {
    const { counts } = this.#context;
    switch (name) {
      case 'w:fldChar':
        return void this.#fieldPart(attributes['w:fldCharType'] ?? '');
      case 'w:ins':
        counts.insertions++;
        return undefined;
      case 'w:moveToRangeStart':
      case 'w:moveToRangeEnd':
        this.#inMove = name === 'w:moveToRangeStart';
        if (this.#inMove) counts.moves++;
        return undefined;
      case 'w:moveTo':
        if (!this.#inMove) counts.moves++;
        return undefined;
      case 'w:object': {
        counts.objects++;
        const outer = this.#inObject;
        this.#inObject = true;
        return () => (this.#inObject = outer);
      }
      case 'pic:pic':
      case 'v:imagedata':
        if (!this.#inObject) counts.images++;
        return undefined;
      case 'c:chart':
      case 'dgm:relIds':
      case 'w:altChunk':
      case 'w:subDoc':
        counts.objects++;
        return undefined;
      case 'w:sectPr':
        return () => {
          this.flow.endParagraph();
          this.#sections.end(this.flow);
        };
      default:
        return this.#sectionProperty(name, attributes);
    }
  }

  #fieldPart(type: string): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') {
      const { shown, isRuby } = this.#fields.end();
      if (isRuby) this.#context.counts.ruby++;
      this.#add(shown);
    }
  }

  #referToNote(kind: string, attributes: XmlAttributes): void {
    const pieces = this.#context.notes.get(`${kind} ${attributes['w:id'] ?? ''}`);
    if (!pieces) return;
    const hasOwnSign = attributes['w:customMarkFollows'] !== undefined;
    const sign = hasOwnSign ? '' : this.flow.nextNoteSign();
    this.#add(sign);
    this.flow.addNote(sign, pieces);
  }

  #keepRemark(id: string, attributes: XmlAttributes, pieces: readonly Piece[]): void {
    const text = pieces
      .filter((piece) => !isBlank(piece))
      .map((piece) => piece.text)
      .join('\n');
    const date = isoDate(attributes['w:date'] ?? '');
    if (text !== '') this.#context.remarks.set(id, { author: attributes['w:author'] ?? '', date, text });
  }

  /** Opens a text of its own; `end` gets its blocks. */
  #enterStory(end: (pieces: Piece[]) => void): Closing {
    const outer = {
      paragraph: this.#paragraph,
      run: this.#run,
      fields: this.#fields,
      inObject: this.#inObject,
    };
    this.#run = undefined;
    this.#fields = new Fields();
    this.#inObject = false;
    this.flow.openStory();
    return () => {
      const pieces = this.flow.closeStory();
      this.#paragraph = outer.paragraph;
      this.#run = outer.run;
      this.#fields = outer.fields;
      this.#inObject = outer.inObject;
      end(pieces);
    };
  }

  #add(text: string): void {
    if (text === '' || !this.#fields.shows(text)) return;
    const { styles } = this.#context;
    const { hidden, style = '' } = this.#run ?? {};
    const isHidden =
      hidden ??
      (style === '' ? undefined : styles.isHidden(style)) ??
      styles.isParagraphHidden(this.#paragraph.style);
    if (isHidden) this.flow.addHidden(text);
    else this.flow.add(text);
  }

  #addSymbol(attributes: XmlAttributes): void {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16);
    if (!Number.isNaN(code)) this.#add(this.#symbol(attributes['w:font'] ?? '', code & 0xffff));
  }

  #withSymbols(text: string): string {
    return text.replace(/[\uF000-\uF0FF]/g, (character) => {
      const code = character.charCodeAt(0);
      return isPrivateSymbol(code) ? this.#symbol(this.#run?.font ?? '', code) : character;
    });
  }

  #symbol(font: string, code: number): string {
    const character = symbolOf(font, code);
    if (character === undefined) this.#context.counts.symbols++;
    return character ?? String.fromCharCode(code);
  }
}

const MOST_COLUMNS = 64;
