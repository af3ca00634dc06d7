import { excerpt } from '../../../text/graphemes';
import type { TextRange } from '../../../text/range';
import type { Guid } from '../model';
import { conventionOf, conventionsFor, isSameConvention, type PositionConvention } from './convention';
import { edgeAgreement, nameAgreement } from './evidence';
import type { FileText } from './file-text';

/** What detection looks at in a selection. */
export interface PlacedSelection {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A mean of 0…1 over n observations; n = 0 where there was nothing to observe. */
export interface Score {
  readonly mean: number;
  readonly n: number;
}

/** A passage as one convention would have it, for a person to judge. */
export interface PositionSample {
  readonly name: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export interface PositionCandidate {
  readonly convention: PositionConvention;
  readonly names: Score;
  readonly edges: Score;
  /** Up to five selections on which the candidates differ. */
  readonly samples: readonly PositionSample[];
}

/** How the positions of one document are read, and why. */
export interface PositionVerdict {
  /** GUID of the source. */
  readonly document: Guid;
  readonly name: string;
  readonly selections: number;
  readonly convention: PositionConvention;
  /** 'same': every convention gives the same passages. 'project': as in the other documents of the file. */
  readonly evidence: 'same' | 'names' | 'boundaries' | 'project' | 'origin' | 'none' | 'chosen';
  /** Whether a person should look at it. */
  readonly weak: boolean;
  /** The conventions that this text tells apart, the best first. */
  readonly candidates: readonly PositionCandidate[];
}

/** Looking at more does not change a verdict; documents with thousands of selections are common. */
const MOST_SAMPLED = 400;
const SAMPLES = 5;
const CONTEXT = 24;
const CANDIDATES = 6;
/** One clear edge more than the runner-up may be chance; two are more than that. */
const CLEAR_LEAD = 2;
/** Where names are the passages, nearly all of them are. */
const CLEAR_SHARE = 0.5;
/** No program is known that writes inclusive ends: edges alone must speak clearly for them. */
const INCLUSIVE_HANDICAP = CLEAR_LEAD / 4;

/** A convention with the passages that it gives for the sampled selections, null outside the text. */
interface Reading {
  readonly convention: PositionConvention;
  readonly ranges: readonly (TextRange | null)[];
  names: Score;
  edges: Score;
}

/**
 * Finds how the positions of a document are to be read.
 * In: the document's GUID and name, its text, its selections, the origin that the project states. Out: the
 * verdict. Conventions that give the same passages count as one. Of the others those with the highest sum
 * of `nameAgreement` stay (score: sum ÷ number of selections whose name agrees under any convention); of
 * these, those with the highest sum of `edgeAgreement` (score: sum ÷ 2 × number of selections), from which
 * ½ is taken where ends are inclusive; of these,
 * the likeliest by the origin (`conventionsFor`). A passage outside the text agrees with nothing.
 * The verdict is weak when fewer than half of the names agree, when edges lead by less than 2, and when the
 * origin alone decides.
 */
export function detectPositions(
  document: { readonly guid: Guid; readonly name: string },
  text: FileText,
  selections: readonly PlacedSelection[],
  origin: string,
): PositionVerdict {
  const sampled = spread(selections, MOST_SAMPLED);
  const readings = distinctReadings(text, sampled, origin);
  scoreNames(text.canonical, sampled, readings);
  scoreEdges(text.canonical, readings);
  const ranked = readings.toSorted((a, b) => total(b.names) - total(a.names) || edgesOf(b) - edgesOf(a));
  const [best, second] = ranked;
  const decided = decide(best, second, origin);
  return {
    document: document.guid,
    name: document.name,
    selections: selections.length,
    convention: best?.convention ?? conventionsFor(origin)[0] ?? fallback,
    ...decided,
    candidates: candidatesOf(text.canonical, sampled, ranked.slice(0, CANDIDATES)),
  };
}

const fallback: PositionConvention = { unit: 'code-point', crlf: 2, bom: false, end: 'exclusive' };

const total = ({ mean, n }: Score): number => mean * n;

const edgesOf = ({ edges, convention }: Reading): number =>
  total(edges) - (convention.end === 'inclusive' ? INCLUSIVE_HANDICAP : 0);

function decide(
  best: Reading | undefined,
  second: Reading | undefined,
  origin: string,
): Pick<PositionVerdict, 'evidence' | 'weak'> {
  if (!best || !second) return { evidence: 'same', weak: false };
  if (total(best.names) > total(second.names))
    return { evidence: 'names', weak: best.names.mean < CLEAR_SHARE };
  const lead = (edgesOf(best) - edgesOf(second)) * 2;
  if (lead > 0) return { evidence: 'boundaries', weak: lead < CLEAR_LEAD };
  const isKnown = conventionOf(origin) !== undefined;
  return { evidence: isKnown ? 'origin' : 'none', weak: true };
}

/** Evenly spread members of a list, all where there are few. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, i) => items[Math.floor(i * step)]).filter(
    (item) => item !== undefined,
  );
}

function distinctReadings(
  text: FileText,
  selections: readonly PlacedSelection[],
  origin: string,
): readonly Reading[] {
  const [likeliest = fallback] = conventionsFor(origin);
  const none: Score = { mean: 0, n: 0 };
  const byRanges = new Map<string, Reading>();
  for (const convention of conventionsFor(origin)) {
    // Where the text does not tell two conventions apart, the likelier one stands for both.
    if (!text.hasPairs && convention.unit !== likeliest.unit) continue;
    if (!text.hasCrlf && convention.crlf !== likeliest.crlf) continue;
    if (text.marks === 0 && convention.bom !== likeliest.bom) continue;
    const ranges = selections.map(({ start, end }) => text.range(start, end, convention));
    const key = ranges.map((range) => (range ? `${range.start}-${range.end}` : '')).join(' ');
    if (!byRanges.has(key)) byRanges.set(key, { convention, ranges, names: none, edges: none });
  }
  return [...byRanges.values()];
}

function scoreNames(
  text: string,
  selections: readonly PlacedSelection[],
  readings: readonly Reading[],
): void {
  const sums = readings.map(() => 0);
  let n = 0;
  selections.forEach(({ name }, i) => {
    if (name.trim() === '') return;
    const values = readings.map(({ ranges }) => {
      const range = ranges[i];
      return range ? nameAgreement(name, text.slice(range.start, range.end)) : 0;
    });
    if (values.every((value) => value === 0)) return;
    n++;
    values.forEach((value, r) => (sums[r] = (sums[r] ?? 0) + value));
  });
  readings.forEach((reading, r) => (reading.names = { mean: n === 0 ? 0 : (sums[r] ?? 0) / n, n }));
}

function scoreEdges(text: string, readings: readonly Reading[]): void {
  for (const reading of readings) {
    const n = reading.ranges.length;
    const sum = reading.ranges.reduce((all, range) => all + (range ? edgeAgreement(text, range) : 0), 0);
    reading.edges = { mean: n === 0 ? 0 : sum / (2 * n), n };
  }
}

function candidatesOf(
  text: string,
  selections: readonly PlacedSelection[],
  readings: readonly Reading[],
): readonly PositionCandidate[] {
  // Those that the most conventions read differently say the most.
  const variants = selections.map((_, i) => new Set(readings.map(({ ranges }) => keyOf(ranges[i]))).size);
  const shown = variants
    .map((count, i) => ({ count, i }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || a.i - b.i)
    .slice(0, SAMPLES)
    .map(({ i }) => i)
    .sort((a, b) => a - b);
  return readings.map(({ convention, names, edges, ranges }) => ({
    convention,
    names,
    edges,
    samples: shown.flatMap((i) => {
      const range = ranges[i];
      return range ? [sampleAt(text, range, selections[i]?.name ?? '')] : [];
    }),
  }));
}

const keyOf = (range: TextRange | null | undefined): string => (range ? `${range.start}-${range.end}` : '');

function sampleAt(text: string, { start, end }: TextRange, name: string): PositionSample {
  return {
    name: excerpt(name, 200),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    quote: excerpt(text.slice(start, end), 200),
    after: text.slice(end, end + CONTEXT),
  };
}

/**
 * Lets documents that say little follow those of the same file that say much: one program wrote them all.
 * In: the verdicts of a file. Out: the same; where all clear verdicts by names or edges agree in a point,
 * the weak ones take it over where it is among their candidates, and are weak no more.
 */
export function agreeAcrossDocuments(verdicts: readonly PositionVerdict[]): readonly PositionVerdict[] {
  const clear = verdicts.filter(({ weak, evidence }) => !weak && evidence !== 'same');
  if (clear.length === 0) return verdicts;
  return verdicts.map((verdict) => {
    if (!verdict.weak) return verdict;
    const fitting = verdict.candidates.find(({ convention }) =>
      clear.every((other) => isCompatible(convention, other)),
    );
    return fitting
      ? { ...verdict, convention: fitting.convention, evidence: 'project', weak: false }
      : verdict;
  });
}

/** Whether a convention differs from a clear verdict only in what that verdict's text could not tell. */
function isCompatible(convention: PositionConvention, clear: PositionVerdict): boolean {
  const told = (point: keyof PositionConvention): boolean =>
    new Set(clear.candidates.map((candidate) => candidate.convention[point])).size > 1;
  const points = ['unit', 'crlf', 'bom', 'end'] as const;
  return (
    isSameConvention(convention, clear.convention) ||
    points.every((point) => !told(point) || convention[point] === clear.convention[point])
  );
}
