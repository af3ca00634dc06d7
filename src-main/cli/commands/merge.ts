import { labelIn } from '../../../src-renderer/domain/model/language';
import { mergeProjects, type MergeConflict } from '../../../src-renderer/domain/exchange/merge/merge';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { shorten } from '../../../src-renderer/domain/text/graphemes';
import { outFile } from '../ask';
import type { Command } from '../command';
import { WrongUsage } from '../failure';
import { readProject } from '../project/read';
import { writeProject } from '../project/write';
import { reportText, say } from '../text';

export const mergeCommand: Command = {
  name: 'merge',
  files: 'A.qdpx B.qdpx',
  options: { out: { value: 'C.qdpx', about: 'out' } },
  run: async (call) => {
    const [one, other, ...more] = call.files;
    if (one === undefined || other === undefined || more.length > 0)
      throw new WrongUsage(say('wrong.files-two'));
    const out = outFile(call);
    const [first, second] = [await readProject(one), await readProject(other)];
    const { content, report } = mergeProjects(first.content, second.content);
    await writeProject(call, out, content);
    const conflicts = report.conflicts.map((conflict) => ({
      ...conflict,
      name: nameOf(content.state, conflict),
    }));
    const reading = [first.report, second.report];
    const losses = reading.flatMap((each) => each.losses).map(reportText);
    const repairs = reading.flatMap((each) => each.repairs).map(reportText);
    return {
      json: { out, added: report.added, matched: report.matched, conflicts, losses, repairs },
      table: () => ({
        columns: ['what', 'table', 'value', 'fields'],
        rows: [
          ...Object.entries(report.added).map(([table, count]) => ['added', table, count, null]),
          ...conflicts.map(({ table, name, fields }) => ['conflict', table, name, fields.join('; ')]),
          ...losses.map((text) => ['lost', '', text, null]),
          ...repairs.map((text) => ['mended', '', text, null]),
        ],
      }),
    };
  },
};

/** What a person calls the row. */
function nameOf(state: ProjectState, { table, id }: MergeConflict): string {
  switch (table) {
    case 'sources':
      return state.sources.get(id)?.title ?? id;
    case 'codes':
    case 'families':
      return labelIn(state[table].get(id)?.labels ?? {}, 'en') || id;
    case 'segments':
      return shorten(state.segments.get(id)?.quote ?? id);
    case 'memos':
      return state.memos.get(id)?.title || id;
    case 'imports':
      return state.imports.get(id)?.at ?? id;
    case 'progress':
      return state.sources.get(state.progress.get(id)?.sourceId ?? '')?.title ?? id;
    case 'decisions':
      return state.sources.get(state.decisions.get(id)?.sourceId ?? '')?.title ?? id;
    default:
      return state[table].get(id)?.name || id;
  }
}
