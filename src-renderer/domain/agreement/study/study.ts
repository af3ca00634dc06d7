import type { CoefficientOptions } from '../registry';
import type { Progress } from '../resampling/resample';
import { MISSING, type ReliabilityTable } from '../table/table';
import {
  figuresOf,
  isExclusive,
  matchName,
  needsCode,
  prepared,
  speaksOf,
  type Figure,
} from './engine/coefficients';
import { valued } from './engine/figure';
import { byChange, influencesOf } from './engine/influences';
import { partsOf, type Part } from './engine/parts';
import { subjectOf, subjectOfTable, type Subject } from './engine/subject';
import type { AgreementMaterial, TableMaterial } from './material/material';
import type { AgreementReport, AgreementResult, Influence } from './report';
import type { AgreementRequest } from './request';

/** What is computed of a table: a request without what chose the data. */
export interface TableWishes extends Pick<AgreementRequest, 'coefficients' | 'per' | 'bootstrap'> {
  /** How coefficients are computed, where not by their defaults. */
  readonly options?: CoefficientOptions;
}

/** The same of what coders did in documents. */
export interface StudyWishes extends TableWishes, Pick<AgreementRequest, 'unit' | 'match'> {}

/**
 * How far coders agree. It is a generator, so that who runs it can show progress or stop between steps.
 * In: material with the texts it needs, and what is wanted of it (coefficients that there are, see
 * `unknownCoefficients`). Out: the report, figures of everything before those of its parts. Without two
 * coders, or a source that two of them looked at, every figure says so. Yields counts of steps.
 */
export function* study(
  material: AgreementMaterial,
  wishes: StudyWishes,
): Generator<Progress, AgreementReport> {
  yield { done: 0, total: 1 };
  const subject = subjectOf(material, wishes.unit, wishes.match);
  return { ...(yield* computed(subject, wishes)), unit: wishes.unit, leftOut: material.leftOut };
}

/**
 * The same of a table of units × coders from elsewhere; coefficients of spans are not to be had of it.
 * In: the table and what is wanted of it. Out: the report. Yields counts of steps.
 */
export function* studyTable(table: TableMaterial, wishes: TableWishes): Generator<Progress, AgreementReport> {
  yield { done: 0, total: 1 };
  const subject = subjectOfTable(table);
  const counts = yield* computed(subject, { ...wishes, unit: 'character', match: 'exact' });
  return { ...counts, unit: 'row', leftOut: [] };
}

function* computed(
  subject: Subject,
  wishes: StudyWishes,
): Generator<Progress, Omit<AgreementReport, 'unit' | 'leftOut'>> {
  const { unit, match, coefficients, per, bootstrap, options = {} } = wishes;
  const figures = figuresOf(coefficients, unit, subject, match);
  const [first] = figures;
  const steps = partsOf(subject, per).flatMap((part) =>
    figures.filter((figure) => isAsked(part, figure, per)).map((figure) => ({ part, figure })),
  );
  const results: AgreementResult[] = [];
  const influences: Influence[] = [];
  for (const [done, { part, figure }] of steps.entries()) {
    yield { done, total: steps.length };
    const { scope, code, only } = part;
    const over = prepared(part.subject, figure, code, options);
    const steadily = valued(over, part.subject.drawn, only, bootstrap, part.subject.documents.length > 0);
    for (let step = steadily.next(); ; step = steadily.next()) {
      if (step.done === true) {
        const named = figure.match === undefined ? {} : { match: matchName(figure.match) };
        results.push({ coefficient: figure.name, ...named, scope, ...step.value });
        break;
      }
      yield { done: done + step.value.done / step.value.total, total: steps.length };
    }
    const isHeadline = figure === first || figure.name === headlineOfSets;
    const isWhole = part.subject === subject && only === null;
    if (isHeadline && isWhole) influences.push(...influencesOf(subject, figure, code, options));
  }
  return {
    match: matchName(match),
    coders: subject.coders,
    codes: subject.codes,
    exclusive: isExclusive(subject),
    n: pairable(subject.tableOf(null)),
    documents: subject.documents.map(({ id, coders, unfinished, characters }) => ({
      id,
      coders,
      unfinished,
      characters,
    })),
    bootstrap,
    results,
    influences: influences.toSorted(byChange),
  };
}

/** What speaks of all codes together where the first coefficient speaks of one. */
const headlineOfSets = 'charSetAlpha.jaccard';

/** Figures of single codes have no other place than there; the others are there when it was asked for. */
function isAsked(part: Part, { name }: Figure, per: AgreementRequest['per']): boolean {
  if (!speaksOf(name, part.code)) return false;
  return part.code === null || per.includes('code') || needsCode(name);
}

/** Units with two values or more. */
function pairable({ coders, cells, weights }: ReliabilityTable): number {
  let units = 0;
  weights.forEach((weight, row) => {
    let values = 0;
    for (let i = row * coders; i < (row + 1) * coders; i++) if (cells[i] !== MISSING) values++;
    if (values >= 2) units += weight;
  });
  return units;
}
