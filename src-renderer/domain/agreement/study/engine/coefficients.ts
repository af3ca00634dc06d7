import { withCodes } from '../../continuum/continuum';
import type { SpanMatch } from '../../matching/spans';
import { undefinedBecause } from '../../outcome';
import { coefficient, coefficientNames, type CoefficientOptions } from '../../registry';
import { onceFor } from '../../remember';
import type { OverDocuments } from '../../resampling/resample';
import { f1Matches, type AgreementUnit } from '../request';
import type { Subject } from './subject';

/** What is computed of a subject: a coefficient by name and, for F1 of spans, when spans match. */
export interface Figure {
  readonly name: string;
  readonly match?: SpanMatch;
}

/** Coefficients of one code, which say nothing of all codes together. */
const ofOneCode: ReadonlySet<string> = new Set([
  'positiveSpecificAgreement',
  'charPositiveAgreement',
  'kuAlpha',
  'gammaK',
  'cohenKappaOneVsRest',
  'fleissKappaPerCategory',
  'krippendorffAlphaPerCategory',
  'alphaU2004PerCategory',
]);

/** Coefficients that tell codes or sets of codes from each other, which one code alone does not have. */
const ofAllCodes: ReadonlySet<string> = new Set([
  'cuAlpha',
  'cuAlpha.coverage',
  'gammaCat',
  'setDiceAgreement',
  ...coefficientNames.filter((name) => /^(?:krippendorffAlpha|charSetAlpha)\.(?!se$|nominal$)/.test(name)),
]);

const ofNumbers: ReadonlySet<string> = new Set(
  ['ordinal', 'interval', 'ratio'].map((level) => `krippendorffAlpha.${level}`),
);

const ofSegments: ReadonlySet<string> = new Set([
  'spanF1',
  'gamma',
  'gamma.observedDisorder',
  'gammaCat',
  'gammaK',
]);

/** In: a name. Out: whether it can only be had code by code. */
export const needsCode = (name: string): boolean => ofOneCode.has(name);

/** In: a name and a code or null for all together. Out: whether the coefficient says anything of it. */
export const speaksOf = (name: string, code: string | null): boolean =>
  code === null ? !ofOneCode.has(name) : !ofAllCodes.has(name);

/** In: names. Out: those that are no coefficient. */
export const unknownCoefficients = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !coefficient(name));

/**
 * The coefficients that a request asks for.
 * In: what it says, the unit, the subject and when segments match. Out: the figures, those to be read
 * first in front. Coefficients of spans are not to be had of a table.
 */
export function figuresOf(
  wanted: 'default' | 'all' | readonly string[],
  unit: AgreementUnit,
  subject: Subject,
  match: SpanMatch,
): readonly Figure[] {
  const names =
    wanted === 'default' ? standard(unit, subject) : wanted === 'all' ? every(unit, subject) : wanted;
  const matches = f1Matches.some((each) => matchName(each) === matchName(match))
    ? f1Matches
    : [...f1Matches, match];
  return names
    .filter((name) => subject.continua || coefficient(name)?.of === 'table')
    .flatMap((name): Figure[] =>
      name === 'spanF1' ? matches.map((each) => ({ name, match: each })) : [{ name }],
    );
}

function standard(unit: AgreementUnit, subject: Subject): readonly string[] {
  const ofTwo = subject.coders.length === 2 ? ['cohenKappa'] : [];
  if (!subject.continua) {
    const isOfSets = subject.tableOf(null).categories.some((value) => value.length !== 1);
    const alpha = isOfSets ? 'krippendorffAlpha.jaccard' : 'krippendorffAlpha';
    return [alpha, ...ofTwo, 'fleissKappa', 'gwetAC1', 'brennanPrediger', 'percentAgreement'];
  }
  if (unit === 'character') {
    return [
      'uAlpha',
      'charSetAlpha.jaccard',
      'spanF1',
      'charPercentAgreement',
      ...(isExclusive(subject) ? ['barUAlpha', 'cuAlpha', 'kuAlpha'] : []),
    ];
  }
  const spans = unit === 'segment' ? ['spanF1'] : [];
  const alphas = ['krippendorffAlpha', 'krippendorffAlpha.jaccard'];
  return [...alphas, ...spans, ...ofTwo, 'positiveSpecificAgreement', 'percentAgreement'];
}

function every(unit: AgreementUnit, { continua }: Subject): readonly string[] {
  return coefficientNames.filter((name) => {
    if (ofNumbers.has(name)) return !continua;
    if (coefficient(name)?.of === 'table') return true;
    return unit === 'character' || (unit === 'segment' && ofSegments.has(name));
  });
}

/** In: a subject. Out: whether no coder gave one place two codes. */
export function isExclusive(subject: Subject): boolean {
  if (!subject.continua) return subject.tableOf(null).categories.every((value) => value.length <= 1);
  const outcome = prepared(subject, { name: 'barUAlpha' }, null)();
  return outcome.ok || outcome.error !== 'codes-overlap';
}

/**
 * A coefficient made ready for a subject; once for each subject.
 * In: the subject, the figure (of a name that there is), a code or null for all, and how it is computed.
 * Out: the coefficient over the documents.
 */
export function prepared(
  subject: Subject,
  { name, match }: Figure,
  code: string | null,
  options: CoefficientOptions = {},
): OverDocuments {
  const key = `prepared ${JSON.stringify([name, match, code, options])}`;
  // No document is one of two coders then, which alone would read as "no units".
  if (subject.coders.length < 2) return () => undefinedBecause('fewer-than-two-coders');
  return onceFor(subject, key, () => {
    const found = coefficient(name);
    const own = { ...options, ...(match === undefined ? {} : { match }), ...(code === null ? {} : { code }) };
    if (found?.of === 'table') return found.prepare(subject.tableOf(code), own);
    const continua = subject.continua;
    if (!found || !continua) throw new RangeError(`${name} is no coefficient of this.`);
    // γ of one code is that of its spans alone; γ-k is of all, seen from the code.
    const isGammaOfCode = code !== null && /^gamma(?!K)/.test(name);
    return found.prepare(
      isGammaOfCode ? onceFor(continua, `only ${code}`, () => withCodes(continua, [code])) : continua,
      own,
    );
  });
}

/** In: a rule of matching. Out: its name in reports: exact, any-overlap, iou0.5. */
export const matchName = (match: SpanMatch): string =>
  typeof match === 'string' ? match : `iou${match.iou}`;
