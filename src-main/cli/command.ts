import type { ParseArgsConfig } from 'node:util';
import type { Table } from '../../src-renderer/domain/exchange/tables/csv';

/** What a command hands back: the same figures for programs and for people. */
export interface Outcome {
  /** What is written as JSON. */
  readonly json: unknown;
  /** The same to be read; made only when it is asked for. */
  readonly table: () => Table;
  /** Whether it was done: a check that finds errors was not. */
  readonly failed?: boolean;
}

/** What a command gets. */
export interface Call {
  readonly files: readonly string[];
  /** Values of an option; empty when it is not given. */
  readonly all: (option: string) => readonly string[];
  /** The value of an option that is given once; undefined when it is not given. */
  readonly one: (option: string) => string | undefined;
  readonly has: (option: string) => boolean;
  /** Says something to the person, beside the result. */
  readonly note: (text: string) => void;
}

export interface OptionSpec {
  /** '' for a flag, else what stands for the value in the help: FILE. */
  readonly value: string;
  /** Key of its explanation in strings.json. */
  readonly about: string;
  readonly repeated?: boolean;
}

export interface Command {
  readonly name: string;
  /** Arguments apart from options: `FILE…`. */
  readonly files: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Ways to write the result beside JSON and table. */
  readonly formats?: readonly 'csv'[];
  readonly run: (call: Call) => Promise<Outcome>;
}

/** What every command takes. */
const common: Readonly<Record<string, OptionSpec>> = {
  format: { value: 'FORMAT', about: 'format' },
  help: { value: '', about: 'help' },
};

/** In: a command. Out: all its options. */
export const optionsOf = (command: Command): Readonly<Record<string, OptionSpec>> => ({
  ...command.options,
  ...common,
});

/** In: a command. Out: its options as node:util reads them. */
export const parserOptions = (command: Command): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { value, repeated = false }]) => [
      name,
      value === '' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: repeated },
    ]),
  );
