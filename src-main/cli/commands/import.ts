import { userInfo } from 'node:os';
import { basename } from 'node:path';
import {
  columnRoles,
  readings,
  scripts,
  type ImportChoices,
} from '../../../src-renderer/domain/model/import';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { documentTypes, type Source } from '../../../src-renderer/domain/model/source';
import type { SourceAbout } from '../../../src-renderer/domain/sources/add-sources';
import { normaliseCountry } from '../../../src-renderer/domain/sources/country';
import { parsePartialDate } from '../../../src-renderer/domain/sources/date';
import { parsePattern, type NamePattern } from '../../../src-renderer/domain/sources/name-pattern';
import { shorten } from '../../../src-renderer/domain/text/graphemes';
import { countCodePoints } from '../../../src-renderer/domain/text/positions';
import { chosen, outFile } from '../ask';
import type { Call, Command } from '../command';
import { WrongUsage } from '../failure';
import { readMetadata } from '../project/metadata';
import { makeProject } from '../project/make';
import { noteRepeats, proposeDocuments, type Boundary, type Offered } from '../project/propose';
import { writeProject } from '../project/write';
import { importText, say } from '../text';

export const importCommand: Command = {
  name: 'import',
  files: 'FILE…',
  options: {
    out: { value: 'P.qdpx', about: 'out' },
    preview: { value: '', about: 'preview' },
    metadata: { value: 'FILE.csv', about: 'metadata' },
    coder: { value: 'NAME', about: 'coder-name' },
    name: { value: 'NAME', about: 'name' },
    'read-as': { value: 'WAY', about: 'read-as' },
    encoding: { value: 'ENCODING', about: 'encoding' },
    password: { value: 'PASSWORD', about: 'password' },
    recognise: { value: 'LANGUAGE', about: 'recognise' },
    column: { value: 'NAME=ROLE', about: 'column', repeated: true },
    names: { value: 'PATTERN', about: 'names' },
    country: { value: 'COUNTRY', about: 'all-country' },
    date: { value: 'DATE', about: 'all-date' },
    type: { value: 'TYPE', about: 'all-type' },
    actor: { value: 'NAME', about: 'all-actor' },
    outlet: { value: 'NAME', about: 'all-outlet' },
    'leave-out': { value: 'N', about: 'leave-out', repeated: true },
    'leave-out-repeats': { value: '', about: 'leave-out-repeats' },
    join: { value: 'N', about: 'join', repeated: true },
    move: { value: 'N:K', about: 'move', repeated: true },
    part: { value: 'N:K', about: 'part', repeated: true },
  },
  run: async (call) => {
    const out = call.has('preview') ? undefined : outFile(call);
    if (call.files.length === 0) throw new WrongUsage(say('wrong.files-some'));
    const metadata = call.one('metadata');
    const described = metadata === undefined ? undefined : await readMetadata(metadata);
    const offer = await proposeDocuments(call.files, {
      choices: choicesOf(call),
      pattern: patternOf(call),
      about: aboutOf(call),
      leaveOut: numbersOf(call, 'leave-out'),
      join: numbersOf(call, 'join'),
      move: boundariesOf(call, 'move'),
      part: boundariesOf(call, 'part'),
      withoutRepeats: call.has('leave-out-repeats'),
      note: call.note,
    });
    noteRepeats(offer, call.note);
    // What was asked for was not done in full, although the others are in.
    const failed = offer.unread > 0;
    if (out === undefined) return { failed, ...listed(offer.sources.map(previewed)) };
    const { content, pathOf } = makeProject(offer.sources, {
      name: call.one('name') ?? basename(out).replace(/\.qdpx$/i, ''),
      coderName: call.one('coder')?.trim() || userInfo().username,
      metadata: described,
      note: call.note,
    });
    await writeProject(call, out, content);
    return { failed, ...listed(describeAll(content.state, pathOf)) };
  },
};

/** Rows that all have the same fields, as JSON and as a table. */
function listed(rows: readonly Readonly<Record<string, string | number | boolean | null | string[]>>[]) {
  const cell = (value: string | number | boolean | null | string[] | undefined) =>
    Array.isArray(value) ? value.join('; ') : (value ?? null);
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'outlet');
  return {
    json: rows,
    table: () => ({ columns, rows: rows.map((row) => columns.map((name) => cell(row[name]))) }),
  };
}

/** A source that would come in, by the number that options call it by. */
const previewed = ({ number, source, repeats, file }: Offered) => ({
  number,
  included: source.isIncluded,
  name: source.fileName,
  title: source.about.title,
  format: source.parsed.format,
  encoding: source.parsed.encoding,
  language: source.about.language,
  characters: countCodePoints(source.parsed.text),
  country: source.about.country,
  date: source.about.date,
  outlet: source.about.outlet,
  articleOf: file.read.sources.length > 1 ? file.path : null,
  repeats: source.sameAs ?? repeats,
  begins: shorten(source.parsed.text),
  warnings: source.parsed.warnings.map(importText),
});

function choicesOf(call: Call): ImportChoices {
  const [way, encoding, password] = [call.one('read-as'), call.one('encoding'), call.one('password')];
  const languages = call.one('recognise')?.split(',');
  const columns = call.all('column').map((given) => {
    const at = given.lastIndexOf('=');
    if (at < 1) throw new WrongUsage(say('wrong.column', { value: given }));
    return [given.slice(0, at), chosen('column', given.slice(at + 1), columnRoles)] as const;
  });
  return {
    ...(way !== undefined && { reading: chosen('read-as', way, readings) }),
    ...(encoding !== undefined && { encoding }),
    ...(password !== undefined && { password }),
    ...(languages && { recognise: languages.map((each) => chosen('recognise', each.trim(), scripts)) }),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
  };
}

/** What is said of all sources alike. */
function aboutOf(call: Call): Partial<SourceAbout> {
  const [country, date, type] = [call.one('country'), call.one('date'), call.one('type')];
  const [actor, outlet] = [call.one('actor'), call.one('outlet')];
  const known = date === undefined ? undefined : parsePartialDate(date);
  if (date !== undefined && known === undefined) throw new WrongUsage(say('wrong.date', { value: date }));
  return {
    ...(country !== undefined && { country: normaliseCountry(country) }),
    ...(known !== undefined && { date: known }),
    ...(type !== undefined && { documentType: chosen('type', type, documentTypes) }),
    ...(actor !== undefined && { actor }),
    ...(outlet !== undefined && { outlet }),
  };
}

/** Numbers of the list, alone or from one to another: `3`, `5-8`. */
const numbersOf = (call: Call, option: string): readonly number[] =>
  call.all(option).flatMap((given) => {
    const [, from, to = from] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(given) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === undefined || first < 1 || last < first)
      throw new WrongUsage(say('wrong.numbers', { option, value: given }));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });

/** Numbers of sources with numbers of paragraphs: `3:2`, `3:-1`. */
const boundariesOf = (call: Call, option: string): readonly Boundary[] =>
  call.all(option).map((given) => {
    const [, number, paragraphs] = /^(\d{1,7}):(-?\d{1,7})$/.exec(given) ?? [];
    if (number === undefined || paragraphs === undefined)
      throw new WrongUsage(say('wrong.boundary', { option, value: given }));
    return { number: Number(number), paragraphs: Number(paragraphs) };
  });

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
