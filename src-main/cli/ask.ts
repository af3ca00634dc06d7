import { extname } from 'node:path';
import { labelLanguages, type LabelLanguage } from '../../src-renderer/domain/model/language';
import type { Call } from './command';
import { WrongUsage } from './failure';
import { say } from './text';

/** In: a call that needs exactly one file. Out: its name. */
export function oneFile({ files }: Call): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new WrongUsage(say('wrong.files-one'));
  return file;
}

/** In: a call that writes a file. Out: its name. */
export function outFile(call: Call): string {
  const out = call.one('out');
  if (!out) throw new WrongUsage(say('wrong.out-missing'));
  return out;
}

/** In: a call, an option and what it may be. Out: what it is; the first choice when it is not given. */
export function choice<T extends string>(call: Call, option: string, choices: readonly [T, ...T[]]): T {
  const given = call.one(option);
  return given === undefined ? choices[0] : chosen(option, given, choices);
}

/** In: an option, a value given for it and what it may be. Out: the value as one of them. */
export function chosen<T extends string>(option: string, given: string, choices: readonly T[]): T {
  const found = choices.find((each) => each === given);
  if (found === undefined)
    throw new WrongUsage(say('wrong.choice', { option, choices: choices.join(', '), value: given }));
  return found;
}

/** In: a call. Out: the languages of labels that it asks for, the main one first; English when it does not. */
export function languages(call: Call): readonly [LabelLanguage, ...LabelLanguage[]] {
  const [first = 'en', ...others] = call
    .all('language')
    .map((each) => chosen('language', each, labelLanguages));
  return [first, ...others];
}

/** In: the name of a file and the endings that say a format. Out: which it has. */
export function ending<T extends string>(file: string, endings: readonly T[]): T {
  const given = extname(file).slice(1).toLowerCase();
  const found = endings.find((each) => each === given);
  if (found === undefined)
    throw new WrongUsage(
      say('wrong.ending', { file, endings: endings.map((each) => `.${each}`).join(', ') }),
    );
  return found;
}

/** In: a call, an option and what it is when it is not given. Out: a whole number from 0. */
export function wholeNumber(call: Call, option: string, standard: number): number {
  const given = call.one(option) ?? String(standard);
  const number = Number(given);
  if (given.trim() !== '' && Number.isSafeInteger(number) && number >= 0) return number;
  throw new WrongUsage(say('wrong.number', { option, value: given }));
}

/** In: a call and the bootstrap where it says nothing. Out: the bootstrap it asks for; null for none. */
export function bootstrapOf(
  call: Call,
  standard: { readonly resamples: number; readonly seed: number },
): { readonly resamples: number; readonly seed: number } | null {
  const resamples = wholeNumber(call, 'bootstrap', standard.resamples);
  return resamples === 0 ? null : { resamples, seed: wholeNumber(call, 'seed', standard.seed) };
}
