import { alphaU, alphaUParts } from './continuum/alpha-u';
import { coincidences, totalCoincidences, type Coincidences } from './continuum/coincidences';
import { codesOf, continuaOf, withCodes, type Continuum, type SameCodeOverlap } from './continuum/continuum';
import { barUAlpha, cuAlpha, cuAlphaCoverage, kuAlpha, uAlpha } from './continuum/u-alpha';
import {
  DEFAULT_GAMMA,
  gamma,
  gammaCategorical,
  gammaParts,
  observedDisorder,
  type GammaOptions,
  type GammaParts,
} from './gamma/gamma';
import { spanF1, spanMatches, type SpanMatch } from './matching/spans';
import { measured, undefinedBecause, type Outcome, type UndefinedReason } from './outcome';
import { onceFor } from './remember';
import { eachOnce, finish, type OverDocuments } from './resampling/resample';
import { krippendorffAlpha, type AlphaDistance } from './table/alpha';
import { bennettS, brennanPrediger, fleissKappa, gwetAC1, scottPi } from './table/chance';
import { cohenKappa, cohenKappaMax, congerKappa, lightKappa } from './table/kappa';
import { cohenKappaError, standardError, type Linearized } from './table/linearization';
import { holsti, percentAgreement, percentAgreementPooled, percentUnanimous } from './table/percent';
import { positiveAgreement, setDiceAgreement } from './table/positive';
import { ofCoders, oneAgainstRest, reweighted, type ReliabilityTable } from './table/table';
import { characterTable } from './units/character';

/** What a coefficient may be asked for beside its data; each looks at what it knows. */
export interface CoefficientOptions {
  /** The one code it is of: a table is then this code against the rest, continua hold its spans alone. */
  readonly code?: string;
  /** The codes that count, for sets of codes per character. */
  readonly codes?: readonly string[];
  /** The coders, by column; all of them if left out. */
  readonly coders?: readonly number[];
  /** Whether characters that nobody coded are units of `charSetAlpha`; they are if left out. */
  readonly uncoded?: boolean;
  /** When spans match, for `spanF1`; `exact` if left out. */
  readonly match?: SpanMatch;
  /** What becomes of overlapping spans of one code and coder; `merge` if left out. */
  readonly sameCodeOverlap?: SameCodeOverlap;
  /** How γ is computed. */
  readonly gamma?: Partial<GammaOptions>;
}

/** A coefficient of tables of units × coders. */
export interface TableCoefficient {
  readonly name: string;
  readonly of: 'table';
  /** In: a table. Out: the coefficient over its documents. */
  readonly prepare: (table: ReliabilityTable, options?: CoefficientOptions) => OverDocuments;
}

/** A coefficient of continua, spans along a text. */
export interface ContinuumCoefficient {
  readonly name: string;
  readonly of: 'continua';
  /** In: one continuum per document, with the same coders. Out: the coefficient over them. */
  readonly prepare: (continua: readonly Continuum[], options?: CoefficientOptions) => OverDocuments;
}

/** A coefficient by its name. */
export type Coefficient = TableCoefficient | ContinuumCoefficient;

/**
 * Finds a coefficient. In: its name, as in `coefficientNames`. Out: it, or undefined for a name there is none of.
 */
export const coefficient = (name: string): Coefficient | undefined => registry.get(name);

const linearized: readonly Linearized[] = [
  'percentAgreement',
  'brennanPrediger',
  'gwetAC1',
  'fleissKappa',
  'congerKappa',
  'krippendorffAlpha',
];

const alphaBy =
  (distance: AlphaDistance) =>
  (table: ReliabilityTable): Outcome =>
    krippendorffAlpha(table, distance);

const tables: Readonly<Record<string, (table: ReliabilityTable) => Outcome>> = {
  percentAgreement,
  percentAgreementPooled,
  percentUnanimous,
  holsti,
  bennettS,
  brennanPrediger,
  scottPi,
  cohenKappa,
  cohenKappaMax,
  cohenKappaOneVsRest: cohenKappa,
  fleissKappa,
  fleissKappaPerCategory: fleissKappa,
  congerKappa,
  lightKappa,
  gwetAC1,
  krippendorffAlpha: alphaBy('nominal'),
  krippendorffAlphaPerCategory: alphaBy('nominal'),
  'krippendorffAlpha.nominal': alphaBy('nominal'),
  'krippendorffAlpha.ordinal': alphaBy('ordinal'),
  'krippendorffAlpha.interval': alphaBy('interval'),
  'krippendorffAlpha.ratio': alphaBy('ratio'),
  'krippendorffAlpha.jaccard': alphaBy('jaccard'),
  'krippendorffAlpha.masi': alphaBy('masi'),
  'krippendorffAlpha.masiNltk': alphaBy('masiNltk'),
  'krippendorffAlpha.masiDkpro': alphaBy('masiDkpro'),
  'krippendorffAlpha.dkproSet': alphaBy('dkproSet'),
  positiveSpecificAgreement: positiveAgreement,
  setDiceAgreement,
  'cohenKappa.se': cohenKappaError,
  ...Object.fromEntries(
    linearized.map((name) => [`${name}.se`, (table: ReliabilityTable) => standardError(table, name)]),
  ),
};

/** Coefficients of characters: of a table whose units are the characters of the continua. */
const characters: Readonly<Record<string, (table: ReliabilityTable) => Outcome>> = {
  charPercentAgreement: percentAgreement,
  charKappa: cohenKappa,
  charAlphaBinary: alphaBy('nominal'),
  charGwetAC1: gwetAC1,
  charPositiveAgreement: positiveAgreement,
  'charSetAlpha.jaccard': alphaBy('jaccard'),
  'charSetAlpha.masi': alphaBy('masi'),
};

/** Coefficients of the coincidences of lengths. */
const unitizing: Readonly<Record<string, (sums: Coincidences) => Outcome>> = {
  uAlpha,
  barUAlpha,
  cuAlpha,
  'cuAlpha.coverage': cuAlphaCoverage,
};

const registry: ReadonlyMap<string, Coefficient> = new Map(
  [
    ...Object.entries(tables).map(([name, compute]) => ofTable(name, compute)),
    ...Object.entries(characters).map(([name, compute]) => ofCharacters(name, compute)),
    ...Object.entries(unitizing).map(([name, compute]) => ofCoincidences(name, compute)),
    kuAlphaOfCode(),
    alphaUOf('alphaU2004'),
    alphaUOf('alphaU2004PerCategory'),
    alphaUObserved(),
    alphaUMean(),
    f1(),
    ofGamma('gamma', gamma),
    ofGamma('gamma.observedDisorder', observedDisorder, { samples: 0 }),
    ofGamma('gammaCat', (parts, weights) => gammaCategorical(parts, weights)),
    ofGamma('gammaK', gammaCategorical),
  ].map((each) => [each.name, each]),
);

/** The names of all coefficients. */
export const coefficientNames: readonly string[] = [...registry.keys()];

function ofTable(name: string, compute: (table: ReliabilityTable) => Outcome): TableCoefficient {
  return {
    name,
    of: 'table',
    prepare: (table, { code, coders } = {}) => {
      const chosen = coders ? ofCoders(table, coders) : table;
      return overTable(code === undefined ? chosen : oneAgainstRest(chosen, code), compute);
    },
  };
}

function overTable(table: ReliabilityTable, compute: (table: ReliabilityTable) => Outcome): OverDocuments {
  return (weights) => compute(weights ? reweighted(table, weights) : table);
}

function ofCharacters(name: string, compute: (table: ReliabilityTable) => Outcome): ContinuumCoefficient {
  return ofContinua(name, (continua, { code, codes, uncoded }) => {
    const counted = code === undefined ? codes : [code];
    const table = onceFor(continua, `characters ${JSON.stringify([counted, uncoded])}`, () =>
      characterTable(continua, { codes: counted, uncoded }),
    );
    return overTable(table, compute);
  });
}

function ofCoincidences(name: string, compute: (sums: Coincidences) => Outcome): ContinuumCoefficient {
  return ofContinua(name, (continua, { code, codes, sameCodeOverlap }) => {
    const counted = code === undefined ? codes : [code];
    return overCoincidences(continua, counted, sameCodeOverlap, compute);
  });
}

function overCoincidences(
  continua: readonly Continuum[],
  counted: readonly string[] | undefined,
  sameCode: SameCodeOverlap | undefined,
  compute: (sums: Coincidences, codes: readonly string[]) => Outcome,
): OverDocuments {
  const reason = coderObstacle(continua);
  if (reason) return () => undefinedBecause(reason);
  const table = onceFor(continua, `coincidences ${JSON.stringify([counted, sameCode])}`, () =>
    coincidences(counted ? withCodes(continua, counted) : continua, sameCode),
  );
  if (table === 'codes-overlap') return () => undefinedBecause(table);
  return (weights = eachOnce(continua.length)) => compute(totalCoincidences(table, weights), table.codes);
}

/** (k)cu-α of the `code`, among all codes. */
function kuAlphaOfCode(): ContinuumCoefficient {
  return ofContinua('kuAlpha', (continua, { code, codes: counted, sameCodeOverlap }) =>
    overCoincidences(continua, counted, sameCodeOverlap, (sums, codes) => {
      const k = code === undefined ? -1 : codes.indexOf(code);
      return k < 0 ? undefinedBecause('nothing-coded') : kuAlpha(sums, k);
    }),
  );
}

function alphaUOf(name: string): ContinuumCoefficient {
  return ofContinua(name, overAlphaU);
}

/** D_o of α_U alone. */
function alphaUObserved(): ContinuumCoefficient {
  return ofContinua('alphaU2004.observedDisagreement', (continua, options) => {
    const over = overAlphaU(continua, options);
    return (weights) => {
      const outcome = over(weights);
      return outcome.ok ? measured(outcome.value.details['observed'] ?? 0) : outcome;
    };
  });
}

/** The mean of α_U over the documents that have one, each counting the same, as INCEpTION shows it. */
function alphaUMean(): ContinuumCoefficient {
  return ofContinua('alphaU2004.meanOfDocuments', (continua, options) => {
    const each = continua.map((continuum) => overAlphaU([continuum], options)());
    return (weights = eachOnce(continua.length)) => {
      let sum = 0;
      let documents = 0;
      let reason: UndefinedReason = 'no-units';
      each.forEach((outcome, d) => {
        if (!outcome.ok) {
          reason = outcome.error;
          return;
        }
        sum += (weights[d] ?? 0) * outcome.value.value;
        documents += weights[d] ?? 0;
      });
      return documents === 0 ? undefinedBecause(reason) : measured(sum / documents, { documents });
    };
  });
}

function overAlphaU(continua: readonly Continuum[], options: CoefficientOptions): OverDocuments {
  const codes = options.code === undefined ? (options.codes ?? codesOf(continua)) : [options.code];
  const parts = alphaUParts(continua, codes, options.sameCodeOverlap);
  if (parts === 'values-missing') return () => undefinedBecause(parts);
  return (weights = eachOnce(continua.length)) => alphaU(parts, weights);
}

/** F1 of spans, of one code or of all. */
function f1(): ContinuumCoefficient {
  return ofContinua('spanF1', (continua, { code, codes, match = 'exact' }) => {
    const reason = coderObstacle(continua);
    if (reason) return () => undefinedBecause(reason);
    const counted = code === undefined ? codes : [code];
    const documents = (counted ? withCodes(continua, counted) : continua).map((each) =>
      spanMatches(each, match),
    );
    return (weights = eachOnce(continua.length)) => spanF1(documents, weights);
  });
}

function ofGamma(
  name: string,
  compute: (parts: GammaParts, weights: ArrayLike<number>, code?: string) => Outcome,
  fixed: Partial<GammaOptions> = {},
): ContinuumCoefficient {
  return ofContinua(name, (continua, options) => {
    const chosen = { ...DEFAULT_GAMMA, ...options.gamma, ...fixed };
    const parts = onceFor(continua, `gamma ${JSON.stringify(chosen)}`, () =>
      finish(gammaParts(continua, chosen)),
    );
    if (!parts.ok) return () => undefinedBecause(parts.error);
    return (weights = eachOnce(continua.length)) => compute(parts.value, weights, options.code);
  });
}

function ofContinua(
  name: string,
  prepare: (continua: readonly Continuum[], options: CoefficientOptions) => OverDocuments,
): ContinuumCoefficient {
  return {
    name,
    of: 'continua',
    prepare: (continua, options = {}) => prepare(ofColumns(continua, options.coders), options),
  };
}

function ofColumns(continua: readonly Continuum[], columns?: readonly number[]): readonly Continuum[] {
  if (!columns) return continua;
  return onceFor(continua, `coders ${columns.join()}`, () => continuaOf(continua, columns));
}

function coderObstacle(continua: readonly Continuum[]): UndefinedReason | null {
  if (continua.length === 0) return 'no-units';
  return (continua[0]?.coders.length ?? 0) < 2 ? 'fewer-than-two-coders' : null;
}
