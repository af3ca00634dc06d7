import { equationText } from '../office/equation';

interface Field {
  readonly instruction: string[];
  isInResult: boolean;
  hasResult: boolean;
}

/** The fields that are open: what a field asks for stands before what it shows, and may hold fields itself. */
export class Fields {
  readonly #open: Field[] = [];
  /** Those of them that have not come to their result. */
  readonly #asking: Field[] = [];

  begin(): void {
    const field = { instruction: [], isInResult: false, hasResult: false };
    this.#open.push(field);
    this.#asking.push(field);
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field && !field.isInResult) this.#asking.pop();
    if (field) field.isInResult = true;
  }

  /** Ends a field. Out: what it shows where it has no result of its own. */
  end(): { readonly shown: string; readonly isRuby: boolean } {
    const field = this.#open.pop();
    if (field && !field.isInResult) this.#asking.pop();
    const none = { shown: '', isRuby: false };
    return field && !field.hasResult ? equationText(field.instruction.join('')) : none;
  }

  addInstruction(text: string): void {
    this.#open.at(-1)?.instruction.push(text);
  }

  /**
   * Takes text that is about to be shown. Out: whether it is: the result of a field inside what another
   * asks for is not. Text that is in no result itself is shown, or a field that never ends would hide the rest.
   */
  shows(text: string): boolean {
    const inner = this.#open.at(-1);
    if (!inner) return true;
    inner.hasResult ||= inner.isInResult;
    if (!inner.isInResult) return true;
    const asking = this.#asking[0];
    asking?.instruction.push(text);
    return asking === undefined;
  }
}
