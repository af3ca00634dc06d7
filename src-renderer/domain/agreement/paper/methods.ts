import { labelIn } from '../../model/language';
import { message, type Message } from '../../model/message';
import type { ProjectState } from '../../model/project';
import type { AgreementReport, AgreementResult } from '../study/report';
import { coefficientText, type PaperSentence, type PaperWords } from './document';
import type { PaperFacts } from './facts';
import { citation, worksOf, type Work } from './references';

/** What the sentences are made from. */
export interface MethodsInput {
  readonly state: ProjectState;
  readonly report: AgreementReport;
  readonly facts: PaperFacts;
  /** Name of the family of codes. */
  readonly family: string;
  /** Disagreements that nobody decided on; null where that is not known. */
  readonly open: number | null;
  /** Name and version of the program. */
  readonly software: string;
}

/** Coefficients that a paper is given, the ones that are read first in front. */
const named = [
  'uAlpha',
  'charSetAlpha.jaccard',
  'barUAlpha',
  'cuAlpha',
  'kuAlpha',
  'spanF1',
  'charPercentAgreement',
] as const;
const F1_MATCH = 'iou0.5';

/** In: a report. Out: its results that a paper is given: of F1, those at an intersection over union of .5. */
export const printedResults = ({ results }: AgreementReport): readonly AgreementResult[] =>
  results.filter(
    ({ coefficient, match }) =>
      named.some((name) => name === coefficient) && (coefficient !== 'spanF1' || match === F1_MATCH),
  );

/** In: a report. Out: the names of the coefficients of `printedResults`, each once, in the order of reading. */
export const printedCoefficients = (report: AgreementReport): readonly string[] =>
  named.filter((name) => printedResults(report).some(({ coefficient }) => coefficient === name));

/** In: a report. Out: the works that its methods paragraph cites. */
export const citedWorks = (report: AgreementReport): readonly Work[] => [
  ...printedCoefficients(report).flatMap(worksOf),
  ...(hasIntervals(report) ? (['efron1993'] as const) : []),
];

const hasIntervals = ({ bootstrap, results }: AgreementReport) =>
  bootstrap !== null && results.some(({ low }) => low !== null);

/**
 * The methods section: who coded, how the sample was drawn, what was measured and how it was settled. What
 * the project does not know stands as a gap for the author; nothing is supposed.
 * In: the facts and the words. Out: paragraphs of sentences.
 */
export function methodsParagraphs(
  input: MethodsInput,
  words: PaperWords,
): readonly (readonly PaperSentence[])[] {
  const say = ({ key, params }: Message): PaperSentence => ({
    text: words.say({ key, params }),
    isGap: key.startsWith('gap.'),
  });
  return [
    coding(input, words).map(say),
    measuring(input, words).map(say),
    [...results(input, words), ...settling(input)].map(say),
  ];
}

function coding({ facts, state, family, report }: MethodsInput, words: PaperWords): readonly Message[] {
  const { coders } = facts;
  const number = new Intl.NumberFormat(words.language);
  const percent = new Intl.NumberFormat(words.language, { style: 'percent', maximumFractionDigits: 1 });
  const share = (part: number, whole: number) => percent.format(whole > 0 ? part / whole : 0);
  const blind = coders.filter(({ packages }) => packages.length > 0);
  const others = coders.filter(({ packages }) => packages.length === 0);
  const namesOf = (list: typeof coders) => ({
    count: list.length,
    coders: listOf(
      list.map(({ name }) => name),
      words,
    ),
  });
  const codes = report.codes.map((id) => labelIn(state.codes.get(id)?.labels ?? {}, words.language));
  return [
    message('coders', namesOf(coders)),
    message('codes', { family, count: codes.length, codes: listOf(codes, words) }),
    message('double', {
      count: facts.doubleSources,
      double: number.format(facts.doubleSources),
      sources: number.format(facts.sources),
      share: share(facts.doubleSources, facts.sources),
      characters: number.format(facts.doubleCharacters),
      characterShare: share(facts.doubleCharacters, facts.characters),
    }),
    ...(facts.unfinished > 0 ? [message('unfinished', { count: facts.unfinished })] : []),
    ...(facts.packages.length > 0 ? sampling(facts, words) : [message('gap.sampling')]),
    ...(blind.length > 0 ? [message('blind', namesOf(blind))] : []),
    ...(others.length > 0 ? [message('gap.blind', namesOf(others))] : []),
    ...(facts.packages.length > 0 && facts.packages.every(({ frozen }) => frozen) ? [message('frozen')] : []),
    message('gap.training'),
  ];
}

function sampling({ packages, coders }: PaperFacts, words: PaperWords): readonly Message[] {
  return packages.flatMap((each) => {
    const { sampling: how, sourceIds, round, coderId } = each;
    const about = {
      count: sourceIds.length,
      of: how.of,
      round,
      coder: coders.find(({ id }) => id === coderId)?.name ?? '',
    };
    if (how.kind === 'all') return [message('sample.all', about)];
    if (how.kind === 'chosen') return [message('sample.chosen', about), message('gap.chosen', about)];
    if (how.strata.length === 0) return [message('sample.random', { ...about, seed: how.seed })];
    const strata = how.strata.map((stratum) => words.say(message(`stratum.${stratum}`)));
    return [message('sample.stratified', { ...about, seed: how.seed, strata: listOf(strata, words) })];
  });
}

function measuring({ report, software }: MethodsInput, words: PaperWords): readonly Message[] {
  const measures = printedCoefficients(report).map((name) => {
    const cited = citation(worksOf(name));
    const label = words.say(message(`coefficient.${name}`));
    return cited ? words.say(message('cited', { label, citation: cited })) : label;
  });
  return [
    message('units'),
    message(report.exclusive ? 'exclusive' : 'overlapping'),
    message('measures', { measures: listOf(measures, words) }),
    ...(hasIntervals(report) && report.bootstrap
      ? [
          message('intervals', {
            resamples: new Intl.NumberFormat(words.language).format(report.bootstrap.resamples),
            seed: report.bootstrap.seed,
            citation: citation(['efron1993']),
          }),
        ]
      : [message('noIntervals')]),
    message('software', { software }),
  ];
}

/** One headline for each code, and one for all codes together. */
function results({ report, state }: MethodsInput, words: PaperWords): readonly Message[] {
  const figures = printedResults(report).filter(({ scope }) => {
    const { code: _, ...rest } = scope;
    return Object.keys(rest).length === 0;
  });
  const perCode = figures.filter(({ coefficient, scope }) => coefficient === 'uAlpha' && scope.code);
  const nameOf = ({ scope }: AgreementResult) =>
    labelIn(state.codes.get(scope.code ?? '')?.labels ?? {}, words.language);
  const defined = perCode.flatMap((result) =>
    result.value === null
      ? []
      : words.say(
          message(result.low === null ? 'result.plain' : 'result.interval', {
            code: nameOf(result),
            value: coefficientText(result.value),
            low: coefficientText(result.low ?? 0),
            high: coefficientText(result.high ?? 0),
          }),
        ),
  );
  const without = perCode.filter(({ value }) => value === null);
  const all = figures.find(
    ({ coefficient, scope, value }) =>
      coefficient === 'charSetAlpha.jaccard' && !scope.code && value !== null,
  );
  const overall = all?.value ?? null;
  return [
    ...(defined.length > 0 ? [message('result.codes', { list: joined(defined, words) })] : []),
    ...without.map((result) =>
      message('result.undefined', {
        code: nameOf(result),
        reason: words.say(message(`reason.${result.reason ?? 'no-units'}`)),
      }),
    ),
    ...(all && overall !== null
      ? [
          message(all.low === null ? 'result.all' : 'result.allInterval', {
            value: coefficientText(overall),
            low: coefficientText(all.low ?? 0),
            high: coefficientText(all.high ?? 0),
          }),
        ]
      : []),
    message('result.tables'),
  ];
}

function settling({ facts: { settled }, open }: MethodsInput): readonly Message[] {
  if (settled.total === 0) {
    return [...(open ? [message('open', { count: open })] : []), message('gap.settling')];
  }
  return [
    message('settled', {
      count: settled.total,
      one: settled.one,
      both: settled.both,
      edited: settled.edited,
      none: settled.none,
    }),
    ...(open === null ? [] : [message('open', { count: open })]),
    message('gap.settledHow'),
  ];
}

const listOf = (items: readonly string[], { language }: PaperWords): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** Items that have commas of their own. */
const joined = (items: readonly string[], words: PaperWords): string =>
  items.join(words.say(message('semicolon')));
