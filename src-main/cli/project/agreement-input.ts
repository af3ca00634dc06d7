import { basename } from 'node:path';
import type { CoefficientOptions } from '../../../src-renderer/domain/agreement/registry';
import {
  agreementGroupings,
  agreementUnits,
  standardRequest,
  type AgreementRequest,
} from '../../../src-renderer/domain/agreement/study/request';
import { coefficientNames } from '../../../src-renderer/domain/agreement/registry';
import { unknownCoefficients } from '../../../src-renderer/domain/agreement/study/engine/coefficients';
import { DEFAULT_GAMMA, type GammaOptions } from '../../../src-renderer/domain/agreement/gamma/gamma';
import type { SpanMatch } from '../../../src-renderer/domain/agreement/matching/spans';
import { mergeProjects } from '../../../src-renderer/domain/exchange/merge/merge';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { bootstrapOf, chosen } from '../ask';
import type { Call } from '../command';
import { WrongUsage } from '../failure';
import { say } from '../text';
import { saidOf } from './merge-said';
import { readProject } from './read';

/** What a call of `agreement` wants, whatever it is to be computed of. */
export type AgreementWishes = Omit<AgreementRequest, 'coders' | 'codes' | 'sources'> & {
  readonly options: CoefficientOptions;
};

/** In: a call and the groupings where it names none. Out: what it wants. Throws WrongUsage. */
export function wishesOf(call: Call, standardPer: AgreementRequest['per']): AgreementWishes {
  const unit = call.one('unit');
  const per = list(call, 'per');
  const match = matchOf(call.one('match'));
  return {
    unit: unit === undefined ? standardRequest.unit : chosen('unit', unit, agreementUnits),
    match: match ?? standardRequest.match,
    coefficients: coefficientsOf(call),
    per: per ? per.map((each) => chosen('per', each, agreementGroupings)) : standardPer,
    bootstrap: bootstrapOf(call, standardRequest.bootstrap),
    options: {
      gamma: gammaOf(call.one('gamma')),
      ...(call.has('coded-only') ? { uncoded: false } : {}),
      ...(call.has('first-longest') ? { sameCodeOverlap: 'first-longest' as const } : {}),
    },
  };
}

/** In: a call and an option whose values have commas between. Out: the values, or undefined when it is not given. */
export function list(call: Call, option: string): readonly string[] | undefined {
  const values = call.all(option).flatMap((each) => each.split(','));
  const named = values.map((each) => each.trim()).filter((each) => each !== '');
  return named.length > 0 ? named : undefined;
}

function coefficientsOf(call: Call): AgreementRequest['coefficients'] {
  const names = list(call, 'coefficient');
  if (!names) return 'default';
  if (names.includes('all')) return 'all';
  const [unknown] = unknownCoefficients(names);
  if (unknown === undefined) return names;
  throw new WrongUsage(
    say('wrong.choice', {
      option: 'coefficient',
      choices: ['all', ...coefficientNames].join(', '),
      value: unknown,
    }),
  );
}

function matchOf(given: string | undefined): SpanMatch | undefined {
  if (given === undefined || given === 'exact' || given === 'any-overlap') return given;
  const threshold = Number(/^iou:?(.+)$/.exec(given)?.[1]);
  if (threshold > 0 && threshold <= 1) return { iou: threshold };
  throw new WrongUsage(
    say('wrong.choice', { option: 'match', choices: 'exact, iou:0.5, any-overlap', value: given }),
  );
}

/** `alpha=3,samples=30`: what is not named stays as it is. */
function gammaOf(given: string | undefined): GammaOptions {
  const { dissimilarity, sampler, samples, seed } = DEFAULT_GAMMA;
  const known: Record<string, number> = { ...dissimilarity, samples, seed };
  let drawnBy: GammaOptions['sampler'] = sampler;
  for (const each of given?.split(',') ?? []) {
    const [name = '', value = ''] = each.split('=').map((part) => part.trim());
    if (name === 'sampler') drawnBy = chosen('gamma', value, ['statistical', 'shuffle'] as const);
    else if (known[name] !== undefined && value !== '' && Number(value) >= 0) known[name] = Number(value);
    else throw new WrongUsage(say('wrong.gamma', { value: each }));
  }
  const of = (name: string) => known[name] ?? 0;
  return {
    dissimilarity: { alpha: of('alpha'), beta: of('beta'), empty: of('empty') || dissimilarity.empty },
    sampler: drawnBy,
    samples: Math.max(1, Math.round(of('samples'))),
    seed: of('seed'),
  };
}

/**
 * In: a call with names of project files. Out: all of them as one project, in memory; whatever would have been
 * asked about it, contradicted, or was left out is said beside the result. Throws Failed.
 */
export async function mergedProject(call: Call): Promise<ProjectContent> {
  const [first, ...others] = await readAll(call.files);
  if (!first) throw new WrongUsage(say('wrong.files-some'));
  if (others.length === 0) return first.content;
  const { content, plan } = mergeProjects(first.content, others);
  const { conflicts, questions, lost } = saidOf(plan);
  for (const { file, name, done } of [...questions, ...conflicts])
    call.note(say('note.merged', { file, name, done }));
  if (lost.length > 0) call.note(say('note.merged-lost', { count: lost.length }));
  return content;
}

async function readAll(files: readonly string[]) {
  const read: { readonly name: string; readonly content: ProjectContent }[] = [];
  for (const file of files) read.push({ name: basename(file), content: (await readProject(file)).content });
  return read;
}
