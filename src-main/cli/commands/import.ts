import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { columnRoles, readings, type ImportChoices } from '../../../src-renderer/domain/model/import';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import type { Source } from '../../../src-renderer/domain/model/source';
import { parsePattern, type NamePattern } from '../../../src-renderer/domain/sources/name-pattern';
import { chosen, outFile } from '../ask';
import type { Call, Command } from '../command';
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
    'read-as': { value: 'WAY', about: 'read-as' },
    encoding: { value: 'ENCODING', about: 'encoding' },
    password: { value: 'PASSWORD', about: 'password' },
    column: { value: 'NAME=ROLE', about: 'column', repeated: true },
    names: { value: 'PATTERN', about: 'names' },
  },
  run: async (call) => {
    const out = outFile(call);
    if (call.files.length === 0) throw new WrongUsage(say('wrong.files-some'));
    const metadata = call.one('metadata');
    const { content, pathOf, unread } = await makeProject(call.files, {
      choices: choicesOf(call),
      pattern: patternOf(call),
      name: call.one('name') ?? basename(out).replace(/\.qdpx$/i, ''),
      coderName: call.one('coder')?.trim() || userInfo().username,
      metadata: metadata === undefined ? undefined : await readMetadata(metadata),
      note: call.note,
    });
    await writeProject(call, out, content);
    const sources = describeAll(content.state, pathOf);
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
          'articleOf',
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
          each.articleOf,
          each.warnings.join('; '),
        ]),
      }),
    };
  },
};

function choicesOf(call: Call): ImportChoices {
  const [way, encoding, password] = [call.one('read-as'), call.one('encoding'), call.one('password')];
  const columns = call.all('column').map((given) => {
    const at = given.lastIndexOf('=');
    if (at < 1) throw new WrongUsage(say('wrong.column', { value: given }));
    return [given.slice(0, at), chosen('column', given.slice(at + 1), columnRoles)] as const;
  });
  return {
    ...(way !== undefined && { reading: chosen('read-as', way, readings) }),
    ...(encoding !== undefined && { encoding }),
    ...(password !== undefined && { password }),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
  };
}

function patternOf(call: Call): NamePattern | null {
  const text = call.one('names');
  if (text === undefined) return null;
  const pattern = parsePattern(text);
  if (!pattern.ok) throw new WrongUsage(say('wrong.names', { value: text, kind: pattern.error.kind }));
  return pattern.value;
}

/** Sources with the file they came in, where several came in one. */
function describeAll({ sources }: ProjectState, pathOf: ReadonlyMap<string, string>) {
  const together = new Map<string, number>();
  for (const path of pathOf.values()) together.set(path, (together.get(path) ?? 0) + 1);
  return [...sources.values()].map((source) => {
    const path = pathOf.get(source.id);
    const articleOf = path !== undefined && (together.get(path) ?? 0) > 1 ? path : null;
    return { ...describe(source), articleOf, warnings: source.warnings.map(importText) };
  });
}

const describe = (source: Source) => ({
  name: source.fileName,
  title: source.title,
  format: source.format,
  encoding: source.encoding,
  language: source.language,
  characters: source.characters,
  country: source.country,
  date: source.date,
  outlet: source.outlet,
});
