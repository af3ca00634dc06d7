import type { Command } from '../command';
import { oneFile } from '../ask';
import { readProject } from '../project/read';
import { reportText } from '../text';

export const infoCommand: Command = {
  name: 'info',
  files: 'P.qdpx',
  options: {},
  run: async (call) => {
    const { content, report, origin } = await readProject(oneFile(call));
    const { state } = content;
    const sources = [...state.sources.values()];
    const segments = [...state.segments.values()];
    const [project] = state.project.values();
    const counts = {
      sources: sources.length,
      characters: sources.reduce((sum, { characters }) => sum + characters, 0),
      codes: state.codes.size,
      segments: segments.length,
      tags: segments.reduce((sum, { tags }) => sum + tags.length, 0),
      coders: state.coders.size,
      memos: state.memos.size,
    };
    const losses = report.losses.map(reportText);
    const repairs = report.repairs.map(reportText);
    return {
      json: { name: project?.name ?? '', origin, ...counts, losses, repairs },
      table: () => ({
        columns: ['what', 'value'],
        rows: [
          ['name', project?.name ?? ''],
          ['origin', origin],
          ...Object.entries(counts),
          ...losses.map((text) => ['lost', text]),
          ...repairs.map((text) => ['mended', text]),
        ],
      }),
    };
  },
};
