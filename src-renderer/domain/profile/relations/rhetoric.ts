import type { Code } from '../../model/codebook';
import type { CodeId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import { codingOf } from '../coding';
import { columnsOf, familyColumns } from '../columns';
import { sourcesByCountry } from '../profile';
import { keepsSegment, type ProfileFilters } from '../request';

/** Which measures answer a framing: the codes of instruments by the code of a mode. */
export type Answers = ReadonlyMap<CodeId, readonly CodeId[]>;

/** By the keys of the default codebook, after the response that each mode calls for (Nakamura 2019, section III). */
const answerKeys: { readonly [mode: string]: readonly string[] } = {
  M1: ['I1'],
  M2: ['I6', 'I7', 'I9', 'I12'],
  M3: ['I2', 'I3', 'I15'],
  M4: ['I5', 'I14', 'I16'],
};

/** In: the project. Out: the answers of the default codebook, as far as the project has these codes. */
export function standardAnswers({ codes }: ProjectState): Answers {
  const byKey = new Map([...codes.values()].map(({ key, id }) => [key, id]));
  return new Map(
    Object.entries(answerKeys).flatMap(([mode, instruments]) => {
      const id = byKey.get(mode);
      return id ? [[id, instruments.flatMap((key) => byKey.get(key) ?? [])] as const] : [];
    }),
  );
}

/** What is said and what is done about one mode in one country. */
export interface RhetoricRow {
  readonly codeId: CodeId;
  /** Segments that state the problem so, of all that state it in any mode. */
  readonly said: { readonly value: number; readonly share: number | null };
  /** Segments with a measure that answers the mode, of all with a measure that answers any. */
  readonly done: { readonly value: number; readonly share: number | null };
}

export interface Rhetoric {
  readonly modes: readonly Code[];
  readonly countries: readonly {
    readonly key: string;
    readonly rows: readonly RhetoricRow[];
    /** Denominators. */
    readonly said: number;
    readonly done: number;
    /** Segments with a measure that answers no mode. */
    readonly unanswered: number;
  }[];
}

/**
 * Sets the modes in which the problem is stated beside the measures taken. A segment that carries a measure
 * and no frame function of a problem definition is not taken for a statement, so that what is done does not
 * count as what is said: where the project codes frame functions, only segments with `problemKeys` state a
 * problem; where it does not, every segment without a measure does.
 * In: the project, filters, which measures answer which mode, and the keys of the codes that mark a
 * statement. Out: a row per mode with answers and country, in the order of the profile.
 */
export function rhetoricAgainstMeasures(
  project: ProjectState,
  asked: ProfileFilters,
  answers: Answers,
  problemKeys: readonly string[] = ['E1', 'E2'],
): Rhetoric {
  const { state, filters } = codingOf(project, asked);
  const allModes = familyColumns(state, 'mode');
  const measures = familyColumns(state, 'instrument');
  const functions = familyColumns(state, 'frame-function');
  const modes = allModes.codes.filter(({ id }) => (answers.get(id) ?? []).length > 0);
  const answeredBy = measures.codes.map(({ id }) =>
    modes.flatMap((mode, place) => (answers.get(mode.id)?.includes(id) ? [place] : [])),
  );
  const problems = functions.codes.flatMap(({ key }, place) => (problemKeys.includes(key) ? [place] : []));
  const codesFunctions = [...state.segments.values()].some(
    (segment) => columnsOf(functions, segment).length > 0,
  );
  return {
    modes,
    countries: [...sourcesByCountry(state, { filters })].map(([key, sources]) => {
      const said = modes.map(() => 0);
      const done = modes.map(() => 0);
      const totals = { said: 0, done: 0, unanswered: 0 };
      for (const source of sources) {
        for (const segment of state.segmentsBySource.get(source.id) ?? []) {
          if (!keepsSegment(filters, segment)) continue;
          const taken = columnsOf(measures, segment);
          const marks = columnsOf(functions, segment);
          const states = codesFunctions ? marks.some((mark) => problems.includes(mark)) : taken.length === 0;
          const stated = states ? columnsOf(allModes, segment) : [];
          const own = modes.flatMap(({ id }, place) =>
            stated.some((column) => allModes.codes[column]?.id === id) ? [place] : [],
          );
          if (own.length > 0) totals.said++;
          for (const place of own) said[place] = (said[place] ?? 0) + 1;
          const answered = new Set(taken.flatMap((measure) => answeredBy[measure] ?? []));
          if (answered.size > 0) totals.done++;
          else if (taken.length > 0) totals.unanswered++;
          for (const place of answered) done[place] = (done[place] ?? 0) + 1;
        }
      }
      const figure = (value: number, n: number) => ({ value, share: n > 0 ? value / n : null });
      return {
        key,
        ...totals,
        rows: modes.map(({ id }, place) => ({
          codeId: id,
          said: figure(said[place] ?? 0, totals.said),
          done: figure(done[place] ?? 0, totals.done),
        })),
      };
    }),
  };
}
