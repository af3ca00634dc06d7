import { Flow } from '../office/flow';
import { furnitureOf } from '../office/furniture';
import type { Piece } from '../office/pieces';
import { noCounts } from '../office/warnings';
import { Comments } from './comments';
import { equationText } from '../office/equation';
import { Fonts } from './fonts';
import { setFormat } from './formatting';
import { Info } from './info';
import type { RtfVisitor } from './lexer';
import { firstState, SKIPPED, TEXT, usualParagraph, type Revision, type State } from './state';
import { Styles } from './styles';
import { TextDecoding } from './text';
import { characters, readDestinations, skippedDestinations, symbols } from './words';

interface Group {
  /** The state of the group around it. */
  readonly outer: State;
  end: (() => void) | undefined;
}

/** Reads an RTF file. */
export class RtfReader implements RtfVisitor {
  readonly flow = new Flow();
  readonly counts = noCounts();
  readonly info = new Info();
  readonly comments = new Comments(this.flow);
  readonly #fonts = new Fonts();
  readonly #styles = new Styles();
  readonly #decoding = new TextDecoding(this.#fonts, this.counts);
  readonly #groups: Group[] = [];
  readonly #feet: Piece[] = [];
  readonly #furniture = new Set<string>();
  #state = firstState();
  /** Characters left to skip because the one before was given in Unicode. */
  #skip = 0;
  /** The revision that the last text was of: what stands together counts once. */
  #revision: Revision = 'none';
  /** Whether the paragraph has a number or a sign before it. */
  #hasListText = false;
  /** The sign of a note that has been set and waits for its note. */
  #noteSign = '';
  #inNote = false;
  /** The font that is being defined. */
  #font = 0;
  #written = 0;

  /** Whether groups are open: at the end of a whole file there are none. */
  get isOpen(): boolean {
    return this.#groups.length > 0;
  }

  open(): void {
    this.#flush();
    this.#skip = 0;
    this.#groups.push({ outer: this.#state, end: undefined });
    this.#state = { ...this.#state, optional: false };
    if (this.#state.destination.kind === 'styles') this.#beginStyle();
  }

  close(): void {
    this.#flush();
    this.#skip = 0;
    const group = this.#groups.pop();
    if (!group) return;
    group.end?.();
    this.#state = group.outer;
  }

  symbol(character: string): void {
    const text = symbols.get(character);
    if (character === '*') this.#state.optional = true;
    else if (character === '\r' || character === '\n') this.#endParagraph();
    else if (text !== undefined) this.#character(text);
    else if ('\\{}'.includes(character)) this.text([character.charCodeAt(0)]);
  }

  hex(byte: number): void {
    this.text([byte]);
  }

  text(bytes: ArrayLike<number> & Iterable<number>): void {
    const { destination } = this.#state;
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (destination.kind === 'skipped' || destination.kind === 'drawing') return;
    const rest = skipped === 0 ? bytes : Array.from(bytes).slice(skipped);
    if (destination.kind !== 'fonts') return this.#decoding.add(rest);
    const font = this.#fonts.get(this.#font);
    if (font) font.name = (font.name + latin1(rest)).replace(/;.*$/s, '');
  }

  control(word: string, number: number | undefined): void {
    if (word === 'u') return this.#unicode(number ?? 0);
    this.#flush();
    const character = characters.get(word);
    if (character !== undefined) return this.#character(character);
    this.#skip = 0;
    const { destination, optional } = this.#state;
    this.#state.optional = false;
    if (skippedDestinations.has(word) || /^m[A-Za-z]+Pr$/.test(word)) return this.#skipGroup(word);
    if (optional && !readDestinations.has(word)) return this.#skipGroup(word);
    if (destination.kind === 'skipped' && word !== 'rtf' && word !== 'ud') return;
    if (destination.kind === 'fonts') return this.#fontProperty(word, number);
    if (destination.kind === 'info') return this.#infoProperty(word, number);
    if (setFormat(this.#state, this.#fonts, word, number)) return;
    if (!this.#structure(word)) this.#beginDestination(word, optional);
  }

  /** Ends the reading. Out: all blocks in order. */
  finish(): Piece[] {
    this.#flush();
    while (this.isOpen) this.close();
    return [...this.flow.finish(), ...furnitureOf(this.#feet, this.#furniture)];
  }

  #skipGroup(word: string): void {
    if (word === 'listtext' || word === 'pntext') this.#hasListText = true;
    this.#state.destination = SKIPPED;
  }

  #unicode(number: number): void {
    this.#flush();
    const code = number < 0 ? number + 0x10000 : number;
    this.#emit(this.#decoding.character(this.#state.font, code & 0xffff));
    this.#skip = this.#state.fallback;
  }

  #character(text: string): void {
    this.#flush();
    if (this.#skip > 0) this.#skip--;
    else this.#emit(text);
  }

  #flush(): void {
    const text = this.#decoding.take(this.#state.font);
    if (text !== '') this.#emit(text);
  }

  #emit(text: string): void {
    const { destination, hidden, revision } = this.#state;
    if (destination.kind === 'value') return void destination.parts.push(text);
    if (destination.kind !== 'text') return;
    this.#countRevision(revision);
    if (revision === 'deleted' || revision === 'moved away') return;
    this.#written++;
    if (hidden) this.flow.addHidden(text);
    else this.flow.add(text);
  }

  #countRevision(revision: Revision): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    if (revision === 'inserted') this.counts.insertions++;
    else if (revision === 'deleted') this.counts.deletions++;
    else if (revision === 'moved here') this.counts.moves++;
  }

  #fontProperty(word: string, number = 0): void {
    const font = this.#fonts.get(this.#font);
    if (word === 'f') {
      this.#font = number;
      this.#fonts.define(number);
    } else if (font && word === 'fcharset') font.charset = number;
    else if (font && word === 'cpg') font.codePage = number;
  }

  #infoProperty(word: string, number: number | undefined): void {
    if (word === 'creatim') this.#state.destination = { kind: 'info' };
    else if (number !== undefined) this.info.setCreated(word, number);
    else if (this.info.holds(word)) this.#takeValue((value) => this.info.set(word, value));
    else this.#state.destination = SKIPPED;
  }

  /** Ends of paragraphs, cells and rows. */
  #structure(word: string): boolean {
    const nested = Math.max(2, this.#state.paragraph.depth);
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        return true;
      case 'cell':
        this.#endCell(1);
        return true;
      case 'nestcell':
        this.#endCell(nested);
        return true;
      case 'row':
        this.#endRow(1);
        return true;
      case 'nestrow':
        this.#endRow(nested);
        return true;
      default:
        return false;
    }
  }

  #endParagraph(): void {
    const { destination, revision, paragraph } = this.#state;
    // Where the end of a paragraph is deleted, the next one goes on with it.
    if (destination.kind !== 'text' || revision === 'deleted' || revision === 'moved away') return;
    this.flow.setTableDepth(paragraph.inTable ? Math.max(1, paragraph.depth) : paragraph.depth);
    this.flow.endParagraph(...this.#kind());
    this.#hasListText = false;
  }

  #kind() {
    const { paragraph } = this.#state;
    const list = this.#hasListText ? Math.max(1, paragraph.list) : paragraph.list;
    return this.#styles.kindOf({ ...paragraph, list });
  }

  #endCell(depth: number): void {
    if (this.#state.destination.kind !== 'text') return;
    this.flow.setTableDepth(depth);
    this.flow.endParagraph(...this.#kind());
    this.flow.endCell();
    this.#hasListText = false;
  }

  #endRow(depth: number): void {
    if (this.#state.destination.kind !== 'text' || this.flow.tableDepth < depth) return;
    this.flow.setTableDepth(depth);
    this.flow.endRow();
  }

  #beginDestination(word: string, optional: boolean): void {
    const { destination } = this.#state;
    const isText = destination.kind === 'text';
    switch (word) {
      case 'rtf':
        this.#state.destination = TEXT;
        return;
      case 'fonttbl':
        this.#state.destination = { kind: 'fonts' };
        return;
      case 'stylesheet':
        this.#state.destination = { kind: 'styles' };
        return;
      case 'info':
        this.#state.destination = { kind: 'info' };
        return;
      case 'upr':
        this.#state.unicodeDestination = destination;
        this.#state.destination = SKIPPED;
        return;
      case 'ud':
        this.#state.destination = this.#state.unicodeDestination ?? SKIPPED;
        return;
      case 'pict':
        if ((isText || destination.kind === 'drawing') && !this.#state.inObject) this.counts.images++;
        this.#state.destination = SKIPPED;
        return;
      case 'shpinst':
      case 'do':
      case 'object':
        return this.#beginDrawing(word);
      case 'shptxt':
      case 'dptxbxtext':
        return this.#beginStory((pieces) => this.flow.addBoxes(pieces));
      case 'result':
        this.#state.destination = TEXT;
        return;
      case 'chftn':
        return this.#setNoteSign();
      case 'footnote':
        return this.#beginNote();
      case 'annotation':
        this.comments.begin();
        return this.#beginStory((pieces) => this.comments.end(pieces));
      case 'field':
      case 'fldinst':
      case 'fldrslt':
        return this.#fieldPart(word);
      default:
        if (/^(header|footer)[lrf]?$/.test(word)) this.#beginFurniture(word.startsWith('header'));
        else if (/^at(n|rf)/.test(word)) this.#takeValue((value) => this.comments.set(word, value));
        // Styles of characters, tables and sections are numbered apart from those of paragraphs.
        else if (optional && /^[cdt]s$/.test(word)) this.#state.destination = SKIPPED;
    }
  }

  #beginDrawing(word: string): void {
    if (this.#state.destination.kind !== 'text' && this.#state.destination.kind !== 'drawing') return;
    if (word === 'object') {
      this.counts.objects++;
      this.#state.inObject = true;
    }
    this.#state.destination = { kind: 'drawing' };
  }

  #setNoteSign(): void {
    if (this.#inNote || this.#state.destination.kind !== 'text') return;
    const { revision } = this.#state;
    if (revision === 'deleted' || revision === 'moved away') return;
    this.#noteSign = this.flow.nextNoteSign();
    this.#emit(this.#noteSign);
  }

  #beginNote(): void {
    const sign = this.#noteSign;
    const isDeleted = this.#state.revision === 'deleted' || this.#state.revision === 'moved away';
    const outer = this.#inNote;
    this.#noteSign = '';
    this.#inNote = true;
    this.#beginStory((pieces) => {
      this.#inNote = outer;
      if (!isDeleted) this.flow.addNote(sign, pieces);
    });
  }

  #beginFurniture(isHead: boolean): void {
    this.#beginStory((pieces) => {
      if (!isHead) this.#feet.push(...pieces);
      else if (this.flow.isParagraphEmpty && this.flow.tableDepth === 0)
        this.flow.push(furnitureOf(pieces, this.#furniture));
      else this.flow.addBoxes(furnitureOf(pieces, this.#furniture));
    });
  }

  #fieldPart(word: string): void {
    const { field, destination } = this.#state;
    if (word === 'field') {
      const opened = { instruction: [], destination, hasResult: false };
      this.#state.field = opened;
      this.#atEnd(() => {
        if (opened.hasResult) return;
        const text = equationText(opened.instruction.join(''));
        if (text.isRuby) this.counts.ruby++;
        this.#state.destination = destination;
        this.#emit(text.shown);
      });
    } else if (!field) {
      if (word === 'fldinst') this.#state.destination = SKIPPED;
    } else if (word === 'fldinst') {
      this.#state.destination = { kind: 'value', parts: field.instruction };
    } else {
      const before = this.#written;
      this.#state.destination = field.destination;
      this.#atEnd(() => (field.hasResult = this.#written > before));
    }
  }

  /** Opens a text of its own; `end` gets its blocks. */
  #beginStory(end: (pieces: Piece[]) => void): void {
    this.#state.destination = TEXT;
    this.#state.paragraph = usualParagraph;
    this.#state.revision = 'none';
    const hadListText = this.#hasListText;
    this.#hasListText = false;
    this.flow.openStory();
    this.#atEnd(() => {
      this.flow.setTableDepth(this.#state.paragraph.inTable ? this.flow.tableDepth : 0);
      this.flow.endParagraph(...this.#kind());
      const pieces = this.flow.closeStory();
      this.#hasListText = hadListText;
      end(pieces);
    });
  }

  #takeValue(end: (value: string) => void): void {
    const parts: string[] = [];
    this.#state.destination = { kind: 'value', parts };
    this.#atEnd(() => end(parts.join('')));
  }

  #beginStyle(): void {
    const parts: string[] = [];
    this.#state.destination = { kind: 'value', parts };
    this.#state.paragraph = usualParagraph;
    this.#atEnd(() => {
      const { style, heading } = this.#state.paragraph;
      if (parts.length > 0) this.#styles.define(style, parts.join(''), heading);
    });
  }

  #atEnd(end: () => void): void {
    const group = this.#groups.at(-1);
    if (!group) return;
    const before = group.end;
    group.end = () => {
      end();
      before?.();
    };
  }
}

// No font has a longer name.
const LONGEST_NAME = 64;

const latin1 = (bytes: Iterable<number>): string =>
  Array.from(bytes)
    .slice(0, LONGEST_NAME)
    .map((byte) => String.fromCharCode(byte))
    .join('');
