import type { AgreementMaterial, TableMaterial } from '../../domain/agreement/study/material/material';
import type { AgreementReport } from '../../domain/agreement/study/report';
import type { StudyWishes, TableWishes } from '../../domain/agreement/study/study';
import type { ImportFailure } from '../../domain/model/import';
import type { Result } from '../../domain/model/result';
import type { Watch } from './exchange';

/**
 * What can be computed away from the window's thread: what each takes and what it hands back. Both are plain
 * data, since they cross between threads.
 */
export interface Analyses {
  /** How far coders agree in documents; with the texts that `textsNeeded` names. */
  readonly agreement: {
    readonly input: { readonly material: AgreementMaterial; readonly wishes: StudyWishes };
    readonly output: AgreementReport;
  };
  /** How far coders agree on the rows of a table. */
  readonly 'agreement-of-table': {
    readonly input: { readonly table: TableMaterial; readonly wishes: TableWishes };
    readonly output: AgreementReport;
  };
  /** The cells of a CSV file or of the first sheet of a workbook, to compute something of. */
  readonly cells: {
    readonly input: { readonly name: string; readonly bytes: Uint8Array };
    readonly output: Result<readonly (readonly string[])[], ImportFailure>;
  };
}
export type Analysis = keyof Analyses;

/** Computing that takes its time. */
export interface AnalysisPort {
  /** Resolves with what was computed, or `cancelled` when the signal came; rejects when it broke. */
  run<A extends Analysis>(
    analysis: A,
    input: Analyses[A]['input'],
    watch: Watch,
  ): Promise<Result<Analyses[A]['output'], 'cancelled'>>;
}
