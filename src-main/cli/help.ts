import { optionsOf, type Command } from './command';
import { say } from './text';

const column = (left: string): string => `  ${left.padEnd(24)} `;

/** In: the commands. Out: what `parallax --help` says. */
export const overallHelp = (commands: readonly Command[]): string =>
  [
    say('usage', { usage: 'parallax COMMAND [OPTION…]' }),
    '',
    say('summary'),
    '',
    say('commands'),
    ...commands.map(({ name }) => column(name) + say(`about.${name}`)),
    '',
    say('options'),
    column('--help') + say('option.help'),
    column('--version') + say('option.version'),
    '',
    say('more'),
    '',
  ].join('\n');

/** In: a command. Out: what its `--help` says. */
export function commandHelp(command: Command): string {
  const options = Object.entries(optionsOf(command));
  const usage = ['parallax', command.name, command.files, '[OPTION…]'].join(' ');
  const more = (command.formats ?? []).map((format) => `, ${format}`).join('');
  return [
    say('usage', { usage }),
    '',
    say(`about.${command.name}`),
    '',
    say('options'),
    ...options.map(
      ([name, { value, about }]) =>
        column(value ? `--${name} ${value}` : `--${name}`) + say(`option.${about}`, { more }),
    ),
    '',
  ].join('\n');
}
