/** An entry of BibTeX: names in lower case, values as they stand between their braces or quotes. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly values: ReadonlyMap<string, string>;
}

export interface Bibtex {
  readonly entries: readonly BibtexEntry[];
  /** Entries that stop in the middle. */
  readonly broken: number;
}

/** Whether a text is BibTeX: an entry with a key, after comments at most. */
export const isBibtex = (text: string): boolean =>
  /^\s*(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]/i.test(text) && /@[a-z]+\s*[{(]\s*[^\s,{}()"=]+\s*,/i.test(text);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An entry that stops is read up to the next; after so many of them the file is no BibTeX. */
const MOST_BROKEN = 1000;

/** Reads BibTeX. What stands between entries is a comment there. */
export function readBibtex(text: string): Bibtex {
  const macros = new Map(months.map((name) => [name, name]));
  const entries: BibtexEntry[] = [];
  let broken = 0;
  const start = /@([a-z]+)\s*[{(]/gi;
  for (let found = start.exec(text); found && broken < MOST_BROKEN; found = start.exec(text)) {
    const type = (found[1] ?? '').toLowerCase();
    if (type === 'comment') continue;
    const reader = new EntryReader(text, start.lastIndex, macros);
    const key = type === 'string' || type === 'preamble' ? '' : reader.key();
    const values = type === 'preamble' ? new Map<string, string>() : reader.values();
    if (type === 'string') for (const [name, value] of values) macros.set(name, value);
    else if (type !== 'preamble' && values.size > 0) entries.push({ type, key, values });
    if (type !== 'preamble' && !reader.isClosed) broken++;
    start.lastIndex = Math.max(start.lastIndex, reader.at);
  }
  return { entries, broken };
}

class EntryReader {
  readonly #text: string;
  readonly #macros: ReadonlyMap<string, string>;
  at: number;
  isClosed = false;

  constructor(text: string, at: number, macros: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#macros = macros;
  }

  key(): string {
    const [all = '', key = ''] = this.#match(/\s*([^\s,{}()=]*)\s*,?/y);
    this.at += all.length;
    return key;
  }

  values(): Map<string, string> {
    const values = new Map<string, string>();
    for (;;) {
      const [all, name = ''] = this.#match(/[\s,]*([^\s=,{}()"#]+)\s*=\s*/y);
      if (all === undefined) break;
      this.at += all.length;
      const value = this.#value();
      if (value === undefined) return values;
      if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
    }
    const [end] = this.#match(/[\s,]*[})]/y);
    if (end !== undefined) {
      this.at += end.length;
      this.isClosed = true;
    }
    return values;
  }

  #match(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text) ?? [];
  }

  /** Pieces put together by `#`. */
  #value(): string | undefined {
    const pieces: string[] = [];
    for (;;) {
      const piece = this.#piece();
      if (piece === undefined) return undefined;
      pieces.push(piece);
      const [joint] = this.#match(/\s*#\s*/y);
      if (joint === undefined) return pieces.join('');
      this.at += joint.length;
    }
  }

  #piece(): string | undefined {
    const open = this.#text[this.at];
    if (open === '{' || open === '"') return this.#delimited(open);
    const [word = ''] = this.#match(/[^\s,#{}()"]+/y);
    this.at += word.length;
    return word === '' ? undefined : (this.#macros.get(word.toLowerCase()) ?? word);
  }

  /** Braces count inside both; a quote ends a value only outside them. */
  #delimited(open: string): string | undefined {
    const start = this.at + 1;
    let depth = 0;
    for (let i = start; i < this.#text.length; i++) {
      const sign = this.#text[i];
      // Where a line begins with the next entry, this one was not closed.
      if (sign === '\n' && /^@[a-z]+\s*[{(]/i.test(this.#text.slice(i + 1, i + 40))) return undefined;
      if (sign === '\\') i++;
      else if (sign === '{') depth++;
      else if (depth === 0 && sign === (open === '{' ? '}' : '"')) {
        this.at = i + 1;
        return this.#text.slice(start, i);
      } else if (sign === '}') depth--;
    }
    return undefined;
  }
}
