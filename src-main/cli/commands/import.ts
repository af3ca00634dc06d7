import { userInfo } from 'node:os';
import { basename } from 'node:path';
import type { Source } from '../../../src-renderer/domain/model/source';
import { outFile } from '../ask';
import type { Command } from '../command';
import { WrongUsage } from '../failure';
import { readMetadata } from '../project/metadata';
import { makeProject } from '../project/make';
import { writeProject } from '../project/write';
import { importText, say } from '../text';

export const importCommand: Command = {
  name: 'import',
  files: 'FILE…',
  options: {
    out: { value: 'P.qdpx', about: 'out' },
    metadata: { value: 'FILE.csv', about: 'metadata' },
    coder: { value: 'NAME', about: 'coder-name' },
    name: { value: 'NAME', about: 'name' },
  },
  run: async (call) => {
    const out = outFile(call);
    if (call.files.length === 0) throw new WrongUsage(say('wrong.files-some'));
    const metadata = call.one('metadata');
    const { content, unread } = await makeProject(call.files, {
      name: call.one('name') ?? basename(out).replace(/\.qdpx$/i, ''),
      coderName: call.one('coder')?.trim() || userInfo().username,
      metadata: metadata === undefined ? undefined : await readMetadata(metadata),
      note: call.note,
    });
    await writeProject(call, out, content);
    const sources = [...content.state.sources.values()].map(describe);
    return {
      // What was asked for was not done in full, although the others are in.
      failed: unread > 0,
      json: sources,
      table: () => ({
        columns: [
          'name',
          'title',
          'format',
          'encoding',
          'language',
          'characters',
          'country',
          'date',
          'warnings',
        ],
        rows: sources.map((each) => [
          each.name,
          each.title,
          each.format,
          each.encoding,
          each.language,
          each.characters,
          each.country,
          each.date,
          each.warnings.join('; '),
        ]),
      }),
    };
  },
};

const describe = (source: Source) => ({
  name: source.fileName,
  title: source.title,
  format: source.format,
  encoding: source.encoding,
  language: source.language,
  characters: source.characters,
  country: source.country,
  date: source.date,
  // A file is one source so far; one that holds several articles will name it here.
  articleOf: null,
  warnings: source.warnings.map(importText),
});
