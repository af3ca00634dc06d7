import { refiTargets } from '../../../src-renderer/domain/exchange/refi/targets';
import { choice, oneFile, outFile } from '../ask';
import type { Command } from '../command';
import { readProject } from '../project/read';
import { writeProject } from '../project/write';
import { reportText } from '../text';

export const convertCommand: Command = {
  name: 'convert',
  files: 'IN.qdpx',
  options: {
    out: { value: 'FILE', about: 'out' },
    target: { value: 'PROGRAM', about: 'target' },
  },
  run: async (call) => {
    const [file, out] = [oneFile(call), outFile(call)];
    const target = choice(call, 'target', refiTargets);
    const { content, report } = await readProject(file);
    const written = await writeProject(call, out, content, target);
    const said = {
      losses: [...report.losses, ...written.losses].map(reportText),
      repairs: report.repairs.map(reportText),
      onlyParallax: written.onlyParallax.map(reportText),
    };
    return {
      json: { out, target, ...said },
      table: () => ({
        columns: ['what', 'text'],
        rows: [
          ...said.losses.map((text) => ['lost', text]),
          ...said.repairs.map((text) => ['mended', text]),
          ...said.onlyParallax.map((text) => ['only Parallax', text]),
        ],
      }),
    };
  },
};
