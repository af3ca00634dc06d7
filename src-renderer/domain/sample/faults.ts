/** Something in the sheets that points nowhere. `where` names the document, case or memo, `what` the word. */
export interface SampleFault {
  readonly kind:
    | 'text-missing'
    | 'quote-missing'
    | 'quote-repeated'
    | 'coded-twice'
    | 'example-without-code'
    | 'unknown-code'
    | 'unknown-coder'
    | 'unknown-case'
    | 'unknown-family'
    | 'unknown-variable';
  readonly where: string;
  readonly what: string;
}

/** Gathers faults, so that who writes the sample sees all of them at once. */
export class Faults {
  readonly list: SampleFault[] = [];

  /** Notes a fault. */
  note(kind: SampleFault['kind'], where: string, what: string): void {
    this.list.push({ kind, where, what });
  }

  /** In: ids by name, the names wanted, what an unknown one is. Out: the ids of those that are known. */
  resolve(
    ids: ReadonlyMap<string, string>,
    names: readonly string[],
    kind: SampleFault['kind'],
    where: string,
  ): readonly string[] {
    return names.flatMap((name) => {
      const id = ids.get(name);
      if (id === undefined) this.note(kind, where, name);
      return id === undefined ? [] : [id];
    });
  }
}
