import { labelIn } from '../../model/language';
import { message } from '../../model/message';
import type { AgreementResult, AgreementScope } from '../study/report';
import type { PaperCell, PaperColumn, PaperFigure, PaperTable, PaperWords } from './document';
import { printedCoefficients, printedResults, type MethodsInput } from './methods';

/**
 * The tables of a paper: coders, how their sources were chosen, coefficients by code, country, language and
 * pair of coders, and what disagreements came to. In: the facts and the words. Out: those that have rows.
 */
export function paperTables(input: MethodsInput, words: PaperWords): readonly PaperTable[] {
  return [
    coders(input, words),
    samples(input, words),
    ...(['code', 'country', 'language', 'pair'] as const).map((by) => agreementBy(by, input, words)),
    settlements(input, words),
  ].filter(({ rows }) => rows.length > 0);
}

type Column = readonly [key: string, kind: PaperColumn['kind']];

function table(
  words: PaperWords,
  key: string,
  columns: readonly Column[],
  rows: readonly (readonly PaperCell[])[],
  notes: readonly string[] = [],
): PaperTable {
  return {
    key,
    title: words.say(message(`table.${key}`)),
    columns: columns.map(([column, kind]) => ({
      key: column,
      label: words.say(message(`column.${column}`)),
      kind,
    })),
    rows,
    notes,
  };
}

function coders({ facts }: MethodsInput, words: PaperWords): PaperTable {
  return table(
    words,
    'coders',
    [
      ['coder', 'text'],
      ['independence', 'text'],
      ['segments', 'count'],
      ['sources_coded', 'count'],
      ['sources_finished', 'count'],
    ],
    facts.coders.map(({ name, packages, segments, sourcesCoded, sourcesFinished }) => [
      name,
      words.say(message(packages.length > 0 ? 'independence.blind' : 'independence.unknown')),
      segments,
      sourcesCoded,
      sourcesFinished,
    ]),
  );
}

function samples({ facts }: MethodsInput, words: PaperWords): PaperTable {
  return table(
    words,
    'samples',
    [
      ['round', 'text'],
      ['coder', 'text'],
      ['sampling', 'text'],
      ['strata', 'text'],
      ['sources', 'count'],
      ['drawn_from', 'count'],
      ['seed', 'text'],
      ['codebook_frozen', 'text'],
    ],
    facts.packages.map(({ round, coderId, sampling, sourceIds, frozen }) => [
      String(round),
      facts.coders.find(({ id }) => id === coderId)?.name ?? null,
      words.say(message(`sampling.${sampling.kind}`)),
      sampling.kind === 'random' && sampling.strata.length > 0
        ? sampling.strata.map((stratum) => words.say(message(`stratum.${stratum}`))).join(', ')
        : null,
      sourceIds.length,
      sampling.of,
      sampling.kind === 'random' ? String(sampling.seed) : null,
      words.say(message(frozen ? 'yes' : 'no')),
    ]),
  );
}

/** Coefficients of every code, or of every code and all together within a country, language or pair. */
function agreementBy(
  by: 'code' | 'country' | 'language' | 'pair',
  input: MethodsInput,
  words: PaperWords,
): PaperTable {
  const { report } = input;
  const results = printedResults(report).filter(({ scope }) => belongs(scope, by));
  const coefficients = printedCoefficients(report).filter((name) =>
    results.some(({ coefficient }) => coefficient === name),
  );
  const rows = new Map<
    string,
    { readonly scope: AgreementScope; readonly figures: Map<string, PaperFigure> }
  >();
  for (const { coefficient, scope, value, low, high, reason } of results) {
    const key = JSON.stringify([scope[by], scope.code ?? '']);
    const row = rows.get(key) ?? { scope, figures: new Map<string, PaperFigure>() };
    row.figures.set(coefficient, { value, low, high, reason });
    rows.set(key, row);
  }
  // A single country or language says again what the table of codes says.
  const groups = new Set(results.map(({ scope }) => JSON.stringify(scope[by])));
  const isRepeat = by !== 'code' && groups.size < 2;
  return table(
    words,
    `agreement_by_${by}`,
    [
      ...(by === 'code' ? [] : [[by, 'text'] as const]),
      ['code', 'text'],
      ...coefficients.map((name) => [columnKey(name), 'figure'] as const),
    ],
    isRepeat
      ? []
      : [...rows.values()].map(({ scope, figures }) => [
          ...(by === 'code' ? [] : [groupName(scope, by, input, words)]),
          scope.code === undefined
            ? words.say(message('allCodes'))
            : labelIn(input.state.codes.get(scope.code)?.labels ?? {}, words.language),
          ...coefficients.map((name) => figures.get(name) ?? null),
        ]),
    notesOn(results, input, words),
  );
}

function belongs(scope: AgreementScope, by: 'code' | 'country' | 'language' | 'pair'): boolean {
  const { code: _, ...group } = scope;
  const groups = Object.keys(group);
  return by === 'code' ? groups.length === 0 : groups.length === 1 && groups[0] === by;
}

/** Names of coefficients as columns of a data file: charSetAlpha.jaccard → char_set_alpha_jaccard. */
const columnKey = (coefficient: string): string =>
  coefficient.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function groupName(
  { country, language, pair }: AgreementScope,
  by: 'country' | 'language' | 'pair',
  { facts }: MethodsInput,
  words: PaperWords,
): string {
  if (by === 'pair') {
    return (pair ?? []).map((id) => facts.coders.find((coder) => coder.id === id)?.name ?? '').join(' – ');
  }
  const name = by === 'country' ? words.countryName(country ?? '') : words.languageName(language ?? '');
  return name || words.say(message(`without.${by}`));
}

/** What brackets are, and why figures are undefined: each reason once. */
function notesOn(
  results: readonly AgreementResult[],
  { report }: MethodsInput,
  words: PaperWords,
): readonly string[] {
  const reasons = new Set(results.flatMap(({ reason }) => reason ?? []));
  return [
    ...(report.bootstrap && results.some(({ low }) => low !== null)
      ? [
          words.say(
            message('note.intervals', {
              resamples: new Intl.NumberFormat(words.language).format(report.bootstrap.resamples),
              seed: report.bootstrap.seed,
            }),
          ),
        ]
      : []),
    ...(reasons.size > 0
      ? [
          words.say(
            message('note.undefined', {
              reasons: [...reasons]
                .map((reason) => words.say(message(`reason.${reason}`)))
                .join(words.say(message('semicolon'))),
            }),
          ),
        ]
      : []),
  ];
}

function settlements({ facts: { settled }, open }: MethodsInput, words: PaperWords): PaperTable {
  const kinds = ['one', 'both', 'edited', 'none'] as const;
  return table(
    words,
    'disagreements',
    [
      ['settlement', 'text'],
      ['passages', 'count'],
    ],
    settled.total === 0
      ? []
      : [
          ...kinds.map((kind) => [words.say(message(`settlement.${kind}`)), settled[kind]]),
          ...(open === null ? [] : [[words.say(message('settlement.open')), open]]),
        ],
  );
}
