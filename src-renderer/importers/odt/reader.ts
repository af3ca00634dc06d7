import { isoDate } from '../dates';
import { Flow } from '../office/flow';
import type { Remark } from '../office/finish';
import { isBlank, type Piece } from '../office/pieces';
import { noCounts } from '../office/warnings';
import type { XmlAttributes, XmlVisitor } from '../office/xml';
import { MasterPages } from './master-pages';
import { Styles } from './styles';

/** What is done when an element ends. */
type Closing = (() => void) | undefined;

/** Nothing inside a section that is hidden can show itself. */
type Hidden = 'no' | 'by style' | 'by section';

interface Open {
  readonly close: Closing;
  /** Whether text was shown where the element began. */
  readonly hidden: Hidden;
  readonly list: number;
}

/** The paragraph that is open. */
interface Line {
  begun: boolean;
  /** A space that waits for what comes next, and whether it is hidden. */
  space: 'none' | 'shown' | 'hidden';
  /** Whether a field hides all of it. */
  hidden: boolean;
}

interface Frame {
  image: boolean;
  object: boolean;
}

const SKIPPED = new Set([
  'text:tracked-changes',
  'text:ruby-text',
  'text:number',
  'text:script',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file',
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'table:shapes',
  'table:title',
  'table:desc',
  'svg:title',
  'svg:desc',
  'office:forms',
  'office:scripts',
  'office:binary-data',
  'office:change-info',
  'form:form',
  'number:text',
]);

// What is embedded has text of its own, of which the picture beside it is what is shown.
const EMBEDDED = /^draw:(object|object-ole|applet|plugin|floating-frame)$/;
const isSkipped = (name: string): boolean => SKIPPED.has(name) || EMBEDDED.test(name);

const SHAPES = new Set(
  'text-box caption circle connector custom-shape ellipse line measure path polygon polyline rect regular-polygon'
    .split(' ')
    .map((name) => `draw:${name}`),
);

/**
 * Reads the files of an OpenDocument text one after the other: properties, styles with the running heads,
 * content. The single file of a flat document holds all of them in that order.
 */
export class OdtReader implements XmlVisitor {
  readonly flow = new Flow();
  readonly counts = noCounts();
  readonly remarks = new Map<string, Remark>();
  /** Properties by their names, `meta:user-defined` by the name that the author gave it. */
  readonly properties = new Map<string, string[]>();
  readonly #styles = new Styles();
  readonly #pages = new MasterPages();
  readonly #open: Open[] = [];
  #skipped = 0;
  #hidden: Hidden = 'no';
  #list = 0;
  #line: Line | undefined;
  /** Takes the text of an element that holds a value and no paragraphs. */
  #value: string[] | undefined;
  #frame: Frame | undefined;
  /** The sign of the note that is being read. */
  #citation = '';
  #annotation: { author: string; date: string } | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipped > 0 || isSkipped(name)) {
      this.#skipped++;
      this.#count(name);
      return;
    }
    const state = { hidden: this.#hidden, list: this.#list };
    this.#open.push({ close: this.#enter(name, attributes), ...state });
  }

  close(): void {
    if (this.#skipped > 0) return void this.#skipped--;
    const element = this.#open.pop();
    element?.close?.();
    if (!element) return;
    this.#hidden = element.hidden;
    this.#list = element.list;
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#value) this.#value.push(text);
    else if (this.#line) this.#addLiteral(text);
  }

  /** Ends the reading. Out: all blocks, running heads before and after the text. */
  finish(): Piece[] {
    const { heads, feet } = this.#pages.furniture(this.#styles.masterPages);
    return [...heads, ...this.flow.finish(), ...feet];
  }

  #enter(name: string, attributes: XmlAttributes): Closing {
    const colon = name.indexOf(':');
    switch (name.slice(0, colon)) {
      case 'text':
        return this.#enterText(name, attributes);
      case 'table':
        return this.#enterTable(name, attributes);
      case 'draw':
        return this.#enterDrawing(name);
      case 'style':
        return this.#enterStyle(name, attributes);
      case 'office':
        return this.#enterOffice(name, attributes);
      case 'dc':
      case 'meta':
        return this.#enterProperty(name, attributes);
      default:
        return undefined;
    }
  }

  #enterText(name: string, attributes: XmlAttributes): Closing {
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#beginParagraph(name, attributes);
      case 'text:span':
        return void this.#hide(this.#styles.isHidden('text', attributes['text:style-name']));
      case 'text:section':
        if (isSectionHidden(attributes)) this.#hidden = 'by section';
        return undefined;
      case 'text:list':
      case 'text:numbered-paragraph':
        return void this.#list++;
      case 'text:s':
        return this.#addSpecial(' '.repeat(repeated(attributes['text:c'], MOST_SPACES)));
      case 'text:tab':
        return this.#addSpecial('\t');
      case 'text:line-break':
        return this.#addSpecial('\n');
      case 'text:hidden-text':
        return this.#hiddenField(attributes);
      case 'text:hidden-paragraph':
        if (this.#line && attributes['text:is-hidden'] === 'true') this.#line.hidden = true;
        return undefined;
      case 'text:note':
        return this.#beginNote();
      case 'text:note-citation':
        return this.#takeValue((text) => (this.#citation = text.trim()));
      default:
        return undefined;
    }
  }

  #beginParagraph(name: string, attributes: XmlAttributes): Closing {
    const style = attributes['text:style-name'];
    this.#hide(this.#styles.isHidden('paragraph', style));
    const line: Line = { begun: false, space: 'none', hidden: false };
    this.#line = line;
    return () => {
      this.#line = undefined;
      if (line.hidden) return this.flow.endParagraph('hidden');
      const level = Number(attributes['text:outline-level'] ?? 1);
      if (name === 'text:h') return this.flow.endParagraph('heading', Math.min(6, Math.max(1, level || 1)));
      const [kind, depth] = this.#styles.kindOf(style);
      if (kind === 'paragraph' && this.#list > 0) this.flow.endParagraph('list-item', this.#list);
      else this.flow.endParagraph(kind, depth);
    };
  }

  /** A field that shows its text on a condition. Where it does not hold, the text is in an attribute only. */
  #hiddenField(attributes: XmlAttributes): Closing {
    const hidden = attributes['text:string-value'] ?? '';
    return this.#takeValue((shown) => {
      if (shown !== '') this.#addSpecial(shown);
      else if (this.#line) this.flow.addHidden(hidden);
    });
  }

  #beginNote(): Closing {
    const outer = this.#citation;
    this.#citation = '';
    return this.#beginStory((pieces) => {
      const sign = this.#citation === '' ? this.flow.nextNoteSign() : `[${this.#citation}]`;
      this.#citation = outer;
      this.#addSpecial(sign);
      this.flow.addNote(sign, pieces);
    });
  }

  #enterTable(name: string, attributes: XmlAttributes): Closing {
    switch (name) {
      case 'table:table':
        this.flow.openTable();
        return () => this.flow.closeTable();
      case 'table:table-row':
        return () => this.flow.endRow();
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return () => this.flow.endCell(repeated(attributes['table:number-columns-repeated'], MOST_COLUMNS));
      default:
        return undefined;
    }
  }

  #enterDrawing(name: string): Closing {
    if (name === 'draw:image' || name === 'draw:fill-image')
      return void (this.#frame && (this.#frame.image = true));
    if (name === 'draw:frame') {
      const outer = this.#frame;
      const frame: Frame = { image: false, object: false };
      this.#frame = frame;
      return () => {
        this.#frame = outer;
        if (frame.object) this.counts.objects++;
        else if (frame.image) this.counts.images++;
      };
    }
    return SHAPES.has(name) ? this.#beginStory((pieces) => this.#addBox(pieces)) : undefined;
  }

  #addBox(pieces: readonly Piece[]): void {
    this.flow.addBoxes(pieces);
    // A box that is anchored to a page stands between paragraphs.
    if (!this.#line) this.flow.endParagraph();
  }

  #enterStyle(name: string, attributes: XmlAttributes): Closing {
    switch (name) {
      case 'style:style':
        this.#styles.open(attributes);
        return () => this.#styles.close();
      case 'style:text-properties':
        return void this.#styles.textProperties(attributes);
      case 'style:master-page':
        return void this.#pages.open(attributes);
      default: {
        const keep = this.#pages.keeperFor(name, attributes);
        return keep && this.#beginStory(keep);
      }
    }
  }

  #enterOffice(name: string, attributes: XmlAttributes): Closing {
    if (name === 'office:annotation') return this.#beginAnnotation(attributes['office:name']);
    if (name === 'office:annotation-end') this.flow.mark(attributes['office:name'] ?? '', 'end');
    return undefined;
  }

  #beginAnnotation(name: string | undefined): Closing {
    const id = name ?? `annotation ${this.remarks.size}`;
    if (this.#line) this.#addSpace(this.#line);
    this.flow.mark(id, 'start');
    const outer = this.#annotation;
    const remark = { author: '', date: '' };
    this.#annotation = remark;
    return this.#beginStory((pieces) => {
      this.#annotation = outer;
      const text = pieces
        .filter((piece) => !isBlank(piece))
        .map((piece) => piece.text)
        .join('\n');
      if (text !== '') this.remarks.set(id, { ...remark, date: isoDate(remark.date), text });
    });
  }

  #enterProperty(name: string, attributes: XmlAttributes): Closing {
    const remark = this.#annotation;
    if (remark)
      return this.#takeValue((text) => {
        if (name === 'dc:creator') remark.author = text.trim();
        if (name === 'dc:date') remark.date = text;
      });
    const key = name === 'meta:user-defined' ? (attributes['meta:name'] ?? name) : name;
    return this.#takeValue((text) => {
      const value = text.trim();
      if (value !== '') this.properties.set(key, [...(this.properties.get(key) ?? []), value]);
    });
  }

  /** Opens a text of its own; `end` gets its blocks. */
  #beginStory(end: (pieces: Piece[]) => void): Closing {
    const line = this.#line;
    this.#line = undefined;
    this.#list = 0;
    this.flow.openStory();
    return () => {
      const pieces = this.flow.closeStory();
      this.#line = line;
      end(pieces);
    };
  }

  #takeValue(end: (text: string) => void): Closing {
    const outer = this.#value;
    const value: string[] = [];
    this.#value = value;
    return () => {
      this.#value = outer;
      end(value.join(''));
    };
  }

  #hide(hidden: boolean | undefined): void {
    if (hidden !== undefined && this.#hidden !== 'by section') this.#hidden = hidden ? 'by style' : 'no';
  }

  /** White space of the file is a single space, and none at the ends of a paragraph. */
  #addLiteral(text: string): void {
    const line = this.#line;
    if (!line) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const trimmed = collapsed.replace(/^ | $/g, '');
    const space = this.#hidden === 'no' ? 'shown' : 'hidden';
    if (collapsed.startsWith(' ') && line.begun && line.space === 'none') line.space = space;
    if (trimmed === '') return;
    this.#emit(line, trimmed);
    if (collapsed.endsWith(' ')) line.space = space;
  }

  #addSpecial(text: string): Closing {
    if (this.#line) this.#emit(this.#line, text);
    return undefined;
  }

  #emit(line: Line, text: string): void {
    this.#addSpace(line);
    line.begun = true;
    if (this.#hidden === 'no') this.flow.add(text);
    else this.flow.addHidden(text);
  }

  #addSpace(line: Line): void {
    if (line.space === 'shown') this.flow.add(' ');
    else if (line.space === 'hidden') this.flow.addHidden(' ');
    line.space = 'none';
  }

  #count(name: string): void {
    if (name === 'text:insertion') this.counts.insertions++;
    else if (name === 'text:deletion') this.counts.deletions++;
    else if (name === 'text:ruby-text') this.counts.ruby++;
    else if (EMBEDDED.test(name) && this.#frame) this.#frame.object = true;
  }
}

const isSectionHidden = (attributes: XmlAttributes): boolean =>
  attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';

const MOST_SPACES = 1024;
const MOST_COLUMNS = 64;

const repeated = (count: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number(count) || 1));
