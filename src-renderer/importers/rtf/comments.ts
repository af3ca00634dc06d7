import type { Remark } from '../office/finish';
import type { Flow } from '../office/flow';
import { isBlank, type Piece } from '../office/pieces';
import { packedDate } from './info';

/** Comments: who, when and about which passage are said in several places around them. */
export class Comments {
  readonly remarks = new Map<string, Remark>();
  readonly #flow: Flow;
  #author = '';
  #reference = '';
  #date = '';

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** Takes the value of a destination that says something of a comment. */
  set(word: string, value: string): void {
    const text = value.trim();
    if (word === 'atnauthor') this.#author = text;
    else if (word === 'atnref') this.#reference = text;
    else if (word === 'atndate') this.#date = packedDate(Number(text));
    else if (word === 'atrfstart') this.#flow.mark(text, 'start');
    else if (word === 'atrfend') this.#flow.mark(text, 'end');
  }

  begin(): void {
    this.#reference = '';
    this.#date = '';
  }

  /** Keeps a comment whose text has been read; one without a passage is about the place where it stands. */
  end(pieces: readonly Piece[]): void {
    const text = pieces
      .filter((piece) => !isBlank(piece))
      .map((piece) => piece.text)
      .join('\n');
    const id = this.#reference || `annotation ${this.remarks.size}`;
    if (this.#reference === '') this.#flow.mark(id, 'start');
    if (text !== '') this.remarks.set(id, { author: this.#author, date: this.#date, text });
    this.#author = '';
  }
}
