import type { Block } from '../../../../domain/model/source';
import styles from './document.module.css';
import { groupOf, isAside, makeGroup, makePiece } from './piece-element';
import { splitForDisplay, type Pieces } from './pieces';
import { chapterOf, planSections, sectionOf, SECTIONS_PER_CHAPTER, type SectionPlan } from './section-plan';
import { keepsLines, settingOf, type Setting } from './typography';

/** Half-open range of pieces. */
export interface PieceRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The document as elements: chapters of sections of pieces, where chapters and sections are skipped by
 * the browser while they are off the screen, and sections are filled only when asked for.
 */
export class SectionTree {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pieces: Pieces;
  readonly setting: Setting;
  readonly root: HTMLElement;
  readonly #plan: SectionPlan;
  readonly #chapters: HTMLElement[] = [];
  readonly #sections: (readonly HTMLElement[] | undefined)[] = [];
  readonly #filled: Uint8Array;
  readonly #elements: (HTMLElement | undefined)[] = [];
  readonly #ranges = new WeakMap<Node, PieceRange>();

  constructor(source: { text: string; blocks: readonly Block[]; language: string }) {
    this.text = source.text;
    this.blocks = source.blocks;
    this.pieces = splitForDisplay(source.text, source.blocks);
    this.setting = settingOf(source.language, source.text);
    this.#plan = planSections(this.pieces, this.blocks, this.setting);
    this.#filled = new Uint8Array(this.#plan.count);
    this.root = document.createElement('div');
    this.root.className = styles['text'] ?? '';
    for (let first = 0; first < this.#plan.count; first += SECTIONS_PER_CHAPTER) {
      this.#chapters.push(this.#skippable(first, first + SECTIONS_PER_CHAPTER));
    }
    this.root.append(...this.#chapters);
    this.#own(this.root, 0, this.pieces.count);
  }

  get sectionCount(): number {
    return this.#filled.length;
  }

  isFilled(section: number): boolean {
    return this.#filled[section] === 1;
  }

  /** The element of a piece, filling its section first. */
  element(piece: number): HTMLElement | undefined {
    this.fill(sectionOf(this.#plan, piece));
    return this.#elements[piece];
  }

  /** The element of a piece if it is there already. */
  elementIfFilled(piece: number): HTMLElement | undefined {
    return this.#elements[piece];
  }

  /** The pieces that a node stands for, when it is a chapter, section, list, table or piece. */
  rangeOf(node: Node): PieceRange | undefined {
    return this.#ranges.get(node);
  }

  /** Fills every section that holds one of the pieces. */
  fillPieces({ from, to }: PieceRange): void {
    if (from >= to) return;
    const last = sectionOf(this.#plan, Math.min(to, this.pieces.count) - 1);
    for (let section = sectionOf(this.#plan, Math.max(0, from)); section <= last; section++) {
      this.fill(section);
    }
  }

  fill(section: number): void {
    if (this.#filled[section] !== 0) return;
    this.#filled[section] = 1;
    const host = this.#section(section);
    const { from, to } = this.#pieces(section, section + 1);
    const children: HTMLElement[] = [];
    let open: 'list' | 'table' | null = null;
    let openedAt = from;
    for (let piece = from; piece < to; piece++) {
      const { element, group } = this.#make(piece);
      if (group && group !== open) {
        children.push(makeGroup(group));
        openedAt = piece;
      }
      open = group;
      const parent = group && children.at(-1);
      if (parent) {
        parent.append(element);
        this.#own(parent, openedAt, piece + 1);
      } else children.push(element);
    }
    host.append(...children);
  }

  /**
   * The piece at a height of the window: the first whose lower edge lies below it.
   * In: a y coordinate of the window. Out: a piece, the last one for what is below the document, −1 for
   * an empty document. Fills the section found.
   */
  pieceAtHeight(y: number): number {
    const chapter = firstBelow(this.#chapters, y);
    if (chapter < 0) return -1;
    const first = chapter * SECTIONS_PER_CHAPTER;
    const sections = this.#sectionsOf(chapter);
    const section = first + Math.max(0, firstBelow(sections, y));
    this.fill(section);
    const { from, to } = this.#pieces(section, section + 1);
    return from + Math.max(0, firstBelow(this.#elements.slice(from, to) as HTMLElement[], y));
  }

  #section(section: number): HTMLElement {
    const chapter = chapterOf(section);
    return this.#sectionsOf(chapter)[section - chapter * SECTIONS_PER_CHAPTER] ?? this.root;
  }

  /** The sections of a chapter, which are made when the first of them is wanted. */
  #sectionsOf(chapter: number): readonly HTMLElement[] {
    const known = this.#sections[chapter];
    if (known) return known;
    const first = chapter * SECTIONS_PER_CHAPTER;
    const count = Math.min(SECTIONS_PER_CHAPTER, this.#plan.count - first);
    const sections = Array.from({ length: count }, (_, i) => this.#skippable(first + i, first + i + 1));
    this.#sections[chapter] = sections;
    this.#chapters[chapter]?.append(...sections);
    return sections;
  }

  /** An element for half-open range of sections, of the height that they will probably have. */
  #skippable(first: number, last: number): HTMLElement {
    const element = document.createElement('div');
    element.className = styles['skippable'] ?? '';
    let height = 0;
    for (let i = first; i < Math.min(last, this.#plan.count); i++) height += this.#plan.heights[i] ?? 0;
    element.style.containIntrinsicSize = `auto none auto ${height}px`;
    const { from, to } = this.#pieces(first, last);
    this.#own(element, from, to);
    return element;
  }

  /** The pieces of half-open range of sections. */
  #pieces(first: number, last: number): PieceRange {
    const { starts } = this.#plan;
    return { from: starts[first] ?? 0, to: starts[last] ?? this.pieces.count };
  }

  #make(piece: number): { element: HTMLElement; group: 'list' | 'table' | null } {
    const { starts, ends, blocks } = this.pieces;
    const owner = blocks[piece] ?? 0;
    const block = this.blocks[owner] as Block;
    const continued = piece > 0 && blocks[piece - 1] === owner;
    const page = !continued && this.#beginsPage(owner);
    const element = makePiece(this.text.slice(starts[piece], ends[piece]), block, {
      continued,
      keepsLines: keepsLines(this.text, block, this.setting),
      page: page ? (block.page ?? null) : null,
    });
    this.#elements[piece] = element;
    this.#own(element, piece, piece + 1);
    return { element, group: groupOf(block.kind) };
  }

  /** Whether a block is the first of its page, beside what may be folded away. */
  #beginsPage(owner: number): boolean {
    const block = this.blocks[owner];
    if (block?.page === undefined || isAside(block.kind)) return false;
    let before = owner - 1;
    while (before >= 0 && isAside(this.blocks[before]?.kind)) before--;
    return block.page !== this.blocks[before]?.page;
  }

  #own(node: Node, from: number, to: number): void {
    this.#ranges.set(node, { from, to });
  }
}

/** Index of the first element whose lower edge is below a height; the last one when there is none. */
function firstBelow(elements: readonly HTMLElement[], y: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? Infinity) <= y) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, elements.length - 1);
}
