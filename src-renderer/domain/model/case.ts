import type { CaseId, CodeId } from './ids';
import type { PartialDate } from './source';

/** A statement about a case that holds from, or as of, a date, with where it comes from. */
export interface DatedFact {
  readonly id: string;
  /** Short machine name such as 'signed', 'ratified', 'tip-tier', 'victims-2012'. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly date: PartialDate | '';
  /** The day on which the source said so; status may have changed since. */
  readonly asOf: PartialDate | '';
  readonly reference: string;
  /** Codes the fact is an instance of (a norm stage, a form, …). */
  readonly codes: readonly CodeId[];
}

/** The researcher's own classification of a case, kept apart from what the segments show. */
export interface AssignedJudgement {
  readonly codeId: CodeId;
  readonly reasons: string;
}

/** A case: a country or region under study. `country` matches `Source.country`. */
export interface Case {
  readonly id: CaseId;
  readonly country: string;
  readonly name: string;
  readonly judgement: AssignedJudgement | null;
  readonly facts: readonly DatedFact[];
  readonly note: string;
}
