import type { TFunction } from 'i18next';
import type { ReadProject } from '../../../application/ports/exchange';
import { projectInfo } from '../../../domain/model/project';
import type { Message } from '../../../domain/model/message';
import { conventionText } from './convention-text';
import { countsOf } from './counts';

/** In: how strings are found, the file's name and what was read. Out: all that is to be said of it, as a text. */
export function reportText(t: TFunction<'projects'>, fileName: string, read: ReadProject): string {
  const { state } = read.content;
  const list = (messages: readonly Message[]) =>
    messages.map(({ key, params }) => `- ${t(`exchange-report:${key}`, params)}`);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines] : [];
  const { losses, repairs } = read.report;
  return [
    projectInfo(state).name,
    read.origin.trim() === ''
      ? t('openFile.fromUnknown', { file: fileName })
      : t('openFile.from', { file: fileName, origin: read.origin }),
    ...section(
      t('openFile.contents'),
      countsOf(state).map(([kind, count]) => `- ${count} ${t(`openFile.count.${kind}`, { count })}`),
    ),
    ...section(t('openFile.losses', { count: losses.length }), list(losses)),
    ...section(t('openFile.repairs', { count: repairs.length }), list(repairs)),
    ...section(
      t('openFile.positions.title'),
      read.verdicts
        .filter(({ evidence }) => evidence !== 'same')
        .map(({ name, convention }) => `- ${name}: ${conventionText(t, convention)}`),
    ),
    '',
  ].join('\n');
}
