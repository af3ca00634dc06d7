import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import type { Call, Command, Outcome } from './command';
import { agreementCommand } from './commands/agreement';
import { codebookCommand } from './commands/codebook';
import { crosstabCommand } from './commands/crosstab';
import { divergenceCommand } from './commands/divergence';
import { convertCommand } from './commands/convert';
import { importCommand } from './commands/import';
import { infoCommand } from './commands/info';
import { mergeCommand } from './commands/merge';
import { packageCommand } from './commands/package';
import { profileCommand } from './commands/profile';
import { segmentsCommand } from './commands/segments';
import { validateCommand } from './commands/validate';
import { parserOptions } from './command';
import { detailOf, Failed, WrongUsage } from './failure';
import { commandHelp, overallHelp } from './help';
import { printed, type Format } from './print';
import { say } from './text';

const commands: readonly Command[] = [
  importCommand,
  infoCommand,
  segmentsCommand,
  codebookCommand,
  profileCommand,
  divergenceCommand,
  crosstabCommand,
  convertCommand,
  packageCommand,
  mergeCommand,
  agreementCommand,
  validateCommand,
];

/** Where a run of the program writes. */
export interface Streams {
  /** Resolves when the text is handed over. */
  readonly result: (text: string) => Promise<void>;
  readonly note: (text: string) => void;
  readonly isTerminal: boolean;
}

/** Runs the command line. In: its arguments and streams. Out: the exit code. */
export async function runProgram(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  try {
    return await run(args, streams);
  } catch (error) {
    if (error instanceof WrongUsage) {
      streams.note(error.message);
      const command = commands.find(({ name }) => name === args[0]);
      streams.note(command ? `parallax ${command.name} --help` : 'parallax --help');
      return 2;
    }
    streams.note(
      error instanceof Failed ? error.message : say('failure.unexpected', { detail: detailOf(error) }),
    );
    return 1;
  }
}

async function run(args: readonly string[], streams: Streams): Promise<0 | 1> {
  const [first = '--help', ...rest] = args;
  if (first === '--version') {
    await streams.result(`${version}\n`);
    return 0;
  }
  if (first === '--help' || first === 'help') {
    await streams.result(overallHelp(commands));
    if (args.length === 0) throw new WrongUsage(say('usage', { usage: 'parallax COMMAND [OPTION…]' }));
    return 0;
  }
  const command = commands.find(({ name }) => name === first);
  if (!command) throw new WrongUsage(say('wrong.no-command', { command: first }));
  const call = callOf(command, rest, streams.note);
  if (call.has('help')) {
    await streams.result(commandHelp(command));
    return 0;
  }
  const format = formatOf(command, call, streams.isTerminal);
  const outcome: Outcome = await command.run(call);
  await streams.result(printed(outcome, format));
  return outcome.failed ? 1 : 0;
}

function callOf(command: Command, args: readonly string[], note: Call['note']): Call {
  const { values, positionals } = parsed(command, args);
  const all = (option: string): readonly string[] =>
    [values[option]].flat().filter((value) => typeof value === 'string');
  return {
    files: positionals,
    all,
    one: (option) => all(option)[0],
    has: (option) => values[option] !== undefined,
    note,
  };
}

function parsed(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: parserOptions(command),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new WrongUsage(say('wrong.arguments', { detail: detailOf(error) }));
  }
}

function formatOf(command: Command, call: Call, isTerminal: boolean): Format {
  const wanted = call.one('format');
  if (wanted === undefined) return isTerminal ? 'table' : 'json';
  const known: readonly Format[] = ['json', 'table', ...(command.formats ?? [])];
  const format = known.find((each) => each === wanted);
  if (!format)
    throw new WrongUsage(say('wrong.choice', { option: 'format', choices: known.join(', '), value: wanted }));
  return format;
}
