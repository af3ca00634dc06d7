import type { Flow } from '../office/flow';
import type { Piece } from '../office/pieces';
import type { XmlAttributes } from '../office/xml';
import { isOn } from './styles';

interface Reference {
  readonly isHead: boolean;
  readonly type: string;
  readonly id: string;
}

/**
 * Sections have running heads of their own: new ones go before the section, feet after it. What a section
 * has is said at its end.
 */
export class Sections {
  readonly #furniture: (relationship: string) => readonly Piece[];
  readonly #hasEvenHeads: boolean;
  #references: Reference[] = [];
  #hasFirst = false;
  /** How many blocks there were before the section. */
  #start = 0;

  constructor(furniture: (relationship: string) => readonly Piece[], hasEvenHeads: boolean) {
    this.#furniture = furniture;
    this.#hasEvenHeads = hasEvenHeads;
  }

  refer(isHead: boolean, attributes: XmlAttributes): void {
    const type = attributes['w:type'] ?? 'default';
    this.#references.push({ isHead, type, id: attributes['r:id'] ?? '' });
  }

  setFirst(attributes: XmlAttributes): void {
    this.#hasFirst = isOn(attributes);
  }

  /** Ends a section after the blocks that there are. */
  end(flow: Flow): void {
    const shown = this.#references.filter(
      ({ type }) => (type !== 'first' || this.#hasFirst) && (type !== 'even' || this.#hasEvenHeads),
    );
    const pieces = (isHead: boolean) =>
      shown.filter((reference) => reference.isHead === isHead).flatMap(({ id }) => this.#furniture(id));
    flow.insert(this.#start, pieces(true));
    flow.push(pieces(false));
    this.#references = [];
    this.#hasFirst = false;
    this.#start = flow.blockCount;
  }
}
