import { stateFromRows } from '../../../history/state';
import { message, type Message } from '../../../model/message';
import type { ChangeSet } from '../../../model/change';
import { labelLanguages } from '../../../model/language';
import { tableNames, type ProjectState, type TableName } from '../../../model/project';
import type { Case } from '../../../model/case';
import type { Code, CodeFamily } from '../../../model/codebook';
import type { CodeId, FamilyId, SourceId } from '../../../model/ids';
import type { CodedSegment, Coder, Memo } from '../../../model/segment';
import type { Source } from '../../../model/source';
import { xmlLine } from '../../xml';
import type { ProjectContent } from '../../project-content';
import type { ImportedContent } from './options';

/** Rows of a project as Parallax wrote them, before another program changed the standard's file. */
interface OwnRows {
  readonly state: ProjectState;
  readonly log: readonly ChangeSet[];
  /** Texts with their blocks, and original files; absent where they could not be read. */
  readonly texts?: ProjectContent['texts'];
  readonly files?: ProjectContent['files'];
}

/**
 * Gives a project that went through another program back what only Parallax knows of it.
 * In: what the standard's file says now, and the rows as they were. Out: the content, where a row that is
 * still there has its own fields again as far as the other program left what they are about as it was: a
 * passage its stance and certainty, a code its labels, family and look, a memo its formatting, a country its
 * facts. New rows stay as they are; what is gone is gone. The report counts both, and the history, which
 * does not lead to this state and is left out.
 */
export function reconcile(read: ImportedContent, own: OwnRows): Pick<ImportedContent, 'content' | 'report'> {
  const { state } = read.content;
  const before = own.state;
  const [was] = before.project.values();
  const [now] = state.project.values();
  const families = familiesOf(state, before);
  const both = <T>(rows: ReadonlyMap<string, T>, old: ReadonlyMap<string, T>, merge: (a: T, b: T) => T) =>
    Array.from(rows, ([id, row]) => {
      const known = old.get(id);
      return known ? merge(row, known) : row;
    });
  const tables = {
    project: now ? [was ? { ...now, id: was.id, createdAt: was.createdAt } : now] : [],
    sources: both(state.sources, before.sources, (row, old) =>
      sourceOf(row, old, sameText(row.id, read.content, own)),
    ),
    families: [...families.rows.values()],
    codes: both(state.codes, before.codes, (code, old) => codeOf(code, old, state)).map((code) => ({
      ...code,
      familyId: families.of(code.id),
    })),
    segments: both(state.segments, before.segments, segmentOf),
    memos: both(state.memos, before.memos, memoOf),
    cases: [
      ...both(state.cases, before.cases, (row, old) => caseOf(row, old, state)),
      ...unsaid(state, before),
    ],
    variables: both(state.variables, before.variables, (row, old) => ({ ...row, name: old.name })),
    coders: both(state.coders, before.coders, coderOf),
    carried: [...state.carried.values()],
  };
  const content: ProjectContent = {
    ...read.content,
    ...bodiesOf(read.content, own),
    state: stateFromRows(tables),
  };
  const report = {
    ...read.report,
    repairs: [...read.report.repairs, ...repairs(state, before)],
    losses: [...read.report.losses, ...losses(state, own)],
  };
  return { content, report };
}

const counted: readonly TableName[] = [
  'sources',
  'codes',
  'segments',
  'memos',
  'cases',
  'coders',
  'variables',
];

function repairs(state: ProjectState, before: ProjectState): readonly Message[] {
  const count = counted.reduce((sum, table) => sum + inBoth(state, before, table), 0);
  return count === 0 ? [] : [message('repair.own-restored', { count })];
}

function losses(state: ProjectState, { state: before, log }: OwnRows): readonly Message[] {
  const gone = tableNames
    .filter((table) => counted.includes(table))
    .reduce((sum, table) => sum + before[table].size - inBoth(state, before, table), 0);
  return [
    ...(gone > 0 ? [message('loss.own-gone', { count: gone })] : []),
    ...(log.length > 0 ? [message('loss.own-history', { count: log.length })] : []),
  ];
}

const inBoth = (state: ProjectState, before: ProjectState, table: TableName): number =>
  [...state[table].keys()].filter((id) => before[table].has(id)).length;

/** The standard's moments have no fractions of a second. */
const isSameMoment = (a: string, b: string): boolean => a.slice(0, 19) === b.slice(0, 19);
const momentOf = (now: string, was: string): string => (isSameMoment(now, was) ? was : now);

function segmentOf(row: CodedSegment, old: CodedSegment): CodedSegment {
  const isSame = row.sourceId === old.sourceId && row.start === old.start && row.end === old.end;
  if (!isSame || row.coderId !== old.coderId) return row;
  const kept = old.tags.filter((tag) => row.tags.includes(tag));
  return {
    ...row,
    tags: [...kept, ...row.tags.filter((tag) => !kept.includes(tag))],
    certainty: old.certainty,
    stance: old.stance,
    createdAt: momentOf(row.createdAt, old.createdAt),
    modifiedAt: momentOf(row.modifiedAt, old.modifiedAt),
  };
}

function codeOf(code: Code, old: Code, state: ProjectState): Code {
  const name = code.labels.en ?? '';
  // Names are made unique in writing by what stands in brackets after them, or by a number.
  const isNamed = labelLanguages.some((language) => {
    const label = xmlLine(old.labels[language] ?? '');
    if (label === '' || !name.startsWith(label)) return false;
    return /^( \(.*| \d+)?$/.test(name.slice(label.length));
  });
  return {
    ...old,
    labels: isNamed ? old.labels : { ...old.labels, en: name },
    parentId: code.parentId,
    definition: code.definition,
    include: code.include,
    exclude: code.exclude,
    response: code.response,
    color: code.color,
    codable: code.codable,
    examples: [
      ...old.examples.filter((id) => state.segments.has(id)),
      ...code.examples.filter((id) => !old.examples.includes(id)),
    ],
  };
}

/** A code is in the family of the code at the top of its tree. */
function familiesOf(state: ProjectState, before: ProjectState) {
  const topOf = (id: CodeId): Code | undefined => {
    let code = state.codes.get(id);
    while (code && code.parentId !== null) code = state.codes.get(code.parentId);
    return code;
  };
  const of = (id: CodeId): FamilyId => {
    const top = topOf(id);
    return before.codes.get(top?.id ?? '')?.familyId ?? top?.familyId ?? '';
  };
  const used = new Set([...state.codes.keys()].map(of));
  const rows = new Map<FamilyId, CodeFamily>(before.families);
  for (const family of state.families.values())
    if (used.has(family.id) && !rows.has(family.id)) rows.set(family.id, { ...family, order: rows.size });
  return { rows, of };
}

/** Whether the text of a source is still what it was, so that its blocks and its original file are as well. */
const sameText = (id: SourceId, { texts }: ProjectContent, own: OwnRows): boolean =>
  own.texts?.has(id) === true && own.texts.get(id)?.text === texts.get(id)?.text;

function bodiesOf(content: ProjectContent, own: OwnRows): Pick<ProjectContent, 'texts' | 'files'> {
  const texts = new Map(content.texts);
  const files = new Map(content.files);
  for (const id of content.texts.keys()) {
    if (!sameText(id, content, own)) continue;
    const [text, file] = [own.texts?.get(id), own.files?.get(id)];
    if (text) texts.set(id, text);
    if (file) files.set(id, file);
  }
  return { texts, files };
}

function sourceOf(row: Source, old: Source, hasOwnBody: boolean): Source {
  if (row.length !== old.length) return row;
  const { format, fileName, encoding, hash, bytes, warnings } = hasOwnBody ? old : row;
  return {
    ...row,
    ...{ format, fileName, encoding, hash, bytes, warnings },
    title: row.title === xmlLine(old.title) ? old.title : row.title,
    createdAt: momentOf(row.createdAt, old.createdAt),
    modifiedAt: momentOf(row.modifiedAt, old.modifiedAt),
  };
}

const memoOf = (row: Memo, old: Memo): Memo =>
  row.plainText.trim() === old.plainText.trim()
    ? { ...old, target: row.target, coderId: row.coderId }
    : { ...row, createdAt: momentOf(row.createdAt, old.createdAt) };

function caseOf(row: Case, old: Case, state: ProjectState): Case {
  if (row.country !== old.country) return row;
  const judgement = old.judgement && state.codes.has(old.judgement.codeId) ? old.judgement : row.judgement;
  const facts = old.facts.map((fact) => ({ ...fact, codes: fact.codes.filter((id) => state.codes.has(id)) }));
  return { ...old, judgement, facts };
}

/** Cases of which the standard's file says nothing, of countries that still have a source. */
function unsaid(state: ProjectState, before: ProjectState): readonly Case[] {
  const countries = new Set([...state.sources.values()].map(({ country }) => country));
  const known = new Set([...state.cases.values()].map(({ country }) => country));
  return [...before.cases.values()].filter(
    ({ country, facts, judgement }) =>
      countries.has(country) && !known.has(country) && facts.length === 0 && judgement === null,
  );
}

const coderOf = (row: Coder, old: Coder): Coder => ({ ...row, initials: old.initials, color: old.color });
