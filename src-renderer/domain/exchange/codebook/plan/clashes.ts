import type { Code } from '../../../model/codebook';
import type { CodeId } from '../../../model/ids';
import { labelIn, type LabelLanguage } from '../../../model/language';
import type { FileCode } from '../file';
import type { ClashKind, CodebookChoices, CodebookClash, FieldChange, Resolution } from './types';

interface Found {
  readonly kind: ClashKind;
  readonly theirs: FileCode;
  readonly mine: Code | undefined;
  readonly fields?: readonly FieldChange[];
  /** What can be done, that which is done unasked first. */
  readonly options: readonly [Resolution, ...Resolution[]];
}

/** Collects the clashes of a plan and resolves each as the person chose. */
export class Clashes {
  readonly list: CodebookClash[] = [];
  readonly #choices: CodebookChoices;

  constructor(choices: CodebookChoices) {
    this.#choices = choices;
  }

  /** Notes a clash. Out: its resolution: the person's where it is one of the options, else the first. */
  resolve({ kind, theirs, mine, fields = [], options }: Found): Resolution {
    const id = `${kind}:${theirs.id}`;
    const wanted = this.#choices.clashes?.[id];
    const chosen = options.find((option) => option === wanted) ?? options[0];
    const clash: CodebookClash = {
      id,
      kind,
      theirs: fileNameOf(theirs, this.#choices.language),
      mine: mine ? labelIn(mine.labels, this.#choices.language) || mine.key : '',
      mineId: mine?.id ?? null,
      fields,
      options,
      chosen,
    };
    const known = this.list.findIndex((each) => each.id === id);
    if (known < 0) this.list.push(clash);
    else this.list[known] = clash;
    return chosen;
  }
}

/** What a code of a file is called; its key stands in for a name, its id for both. */
export function fileNameOf(code: FileCode, language: LabelLanguage): string {
  return code.name?.trim() || labelIn(code.fields.labels ?? {}, language) || code.fields.key || code.id;
}

/** A code of the file on its way into the project. */
export interface Placing {
  readonly theirs: FileCode;
  /** The code of the project that it is; undefined for a new one. */
  readonly mine: Code | undefined;
  readonly id: CodeId;
}
