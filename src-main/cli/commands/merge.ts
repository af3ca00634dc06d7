import { basename } from 'node:path';
import { mergeProjects } from '../../../src-renderer/domain/exchange/merge/merge';
import { shorten } from '../../../src-renderer/domain/text/graphemes';
import { choice, outFile } from '../ask';
import type { Call, Command } from '../command';
import { WrongUsage } from '../failure';
import { saidOf } from '../project/merge-said';
import { readProject } from '../project/read';
import { writeProject } from '../project/write';
import { reportText, say } from '../text';

export const mergeCommand: Command = {
  name: 'merge',
  files: 'A.qdpx B.qdpx [C.qdpx …]',
  options: {
    out: { value: 'D.qdpx', about: 'out' },
    prefer: { value: 'SIDE', about: 'prefer' },
    'same-name': { value: 'NUMBER', about: 'same-name' },
  },
  run: async (call) => {
    const [first, ...others] = call.files;
    if (first === undefined || others.length === 0) throw new WrongUsage(say('wrong.files-two'));
    const out = outFile(call);
    const answers = answersOf(call);
    const base = await readProject(first);
    const read = [];
    for (const path of others) read.push({ path, ...(await readProject(path)) });
    const files = read.map(({ path, content }) => ({ name: basename(path), content }));
    const { content, plan } = mergeProjects(base.content, files, answers);
    await writeProject(call, out, content);
    const reports = [base, ...read].map(({ report }) => report);
    const losses = reports.flatMap((report) => report.losses).map(reportText);
    const repairs = reports.flatMap((report) => report.repairs).map(reportText);
    const said = saidOf(plan);
    return {
      json: { out, added: plan.added, matched: plan.matched, files: plan.files, ...said, losses, repairs },
      table: () => ({
        columns: ['what', 'table', 'value', 'fields'],
        rows: [
          ...Object.entries(plan.added).map(([table, count]) => ['added', table, count, null]),
          ...said.conflicts.map(({ table, name, fields }) => ['conflict', table, name, fields.join('; ')]),
          ...said.questions.map(({ kind, name, done }) => ['question', kind, name, done]),
          ...said.lost.map(({ quote, why }) => ['left out', 'segments', shorten(quote), why]),
          ...losses.map((text) => ['lost', '', text, null]),
          ...repairs.map((text) => ['mended', '', text, null]),
        ],
      }),
    };
  },
};

function answersOf(call: Call) {
  return {
    prefer: choice(call, 'prefer', ['ours', 'theirs']),
    sameName: choice(call, 'same-name', ['one', 'two']),
  };
}
