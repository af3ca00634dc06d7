import { isoDate } from '../dates';

const NAMES = new Set(['title', 'author', 'subject', 'keywords', 'doccomm', 'company', 'category']);

/** What a document says of itself. */
export class Info {
  readonly #values = new Map<string, string>();
  #created = { year: 0, month: 0, day: 0 };

  holds(word: string): boolean {
    return NAMES.has(word);
  }

  set(word: string, value: string): void {
    if (value.trim() !== '') this.#values.set(word, value.trim());
  }

  get(word: string): string {
    return this.#values.get(word) ?? '';
  }

  /** Takes a part of the date of creation. */
  setCreated(word: string, number: number): void {
    if (word === 'yr') this.#created.year = number;
    if (word === 'mo') this.#created.month = number;
    if (word === 'dy') this.#created.day = number;
  }

  get created(): string {
    const { year, month, day } = this.#created;
    return dateOf(year, month, day);
  }
}

const dateOf = (year: number, month: number, day: number): string => {
  const two = (number: number) => String(number).padStart(2, '0');
  return isoDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
};

/** Reads a date and time as Word packs them into 32 bits: minute, hour, day, month, years since 1900. */
export function packedDate(packed: number): string {
  const bits = packed >>> 0;
  return dateOf(1900 + ((bits >>> 20) & 0x1ff), (bits >>> 16) & 0xf, (bits >>> 11) & 0x1f);
}
