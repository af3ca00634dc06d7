import { stateFromRows } from '../../../history/state';
import { stableGuid } from '../../../model/guid';
import type { CoderId } from '../../../model/ids';
import type { ProjectInfo } from '../../../model/project';
import type { SourceFile, SourceText } from '../../../model/source';
import type { MemoTarget } from '../../../model/segment';
import type { Guid, RefiCode, RefiProject } from '../model';
import { agreeAcrossDocuments, detectPositions, type PositionVerdict } from '../positions/detect';
import { FileText } from '../positions/file-text';
import { carriedOf } from './carried';
import { Cases } from './cases';
import { Codebook, familySetsOf } from './codebook';
import { Coders } from './coders';
import { Memos } from './memos';
import { momentOf } from './moments';
import { Notices } from './notices';
import type { ContentOptions, ImportedContent, RefiBodies } from './options';
import { Segments } from './segments';
import { sourceRow, textOf, type Readable } from './sources';
import { Variables } from './variables';

/**
 * Makes a project of Parallax of what another program wrote.
 * In: the project as read, the bodies of its sources and notes, conventions that a person chose, names for
 * what has none. Out: rows, texts and files; the report of what was mended and what is not carried over; and
 * how the positions of each source with selections were read. Texts are those of the files but for line
 * ends, byte order marks and NULs. A source whose text is not there is listed with its codings.
 */
export function contentOf(
  project: RefiProject,
  bodies: RefiBodies,
  options: ContentOptions,
): ImportedContent {
  const now = options.stamp.now();
  const notices = new Notices();
  const coders = new Coders(project, options.names.unknownCoder, notices);
  const codebook = new Codebook(project, options.names, notices);
  const variables = new Variables(project.variables, notices);
  const cases = new Cases(project, variables, codebook, notices);
  const memos = new Memos(project, bodies.notes, coders, notices, now);
  const segments = new Segments(coders, codebook, notices, now);

  const readable = project.sources.filter(
    (source): source is Readable => source.kind === 'text' || source.kind === 'pdf',
  );
  const texts = new Map<Guid, FileText>();
  for (const source of readable) {
    const body = bodies.sources.get(source.guid);
    if (body) texts.set(source.guid, new FileText(body.raw));
    else notices.lostIn('texts-missing', source.name, source.name);
  }
  const verdicts = verdictsOf(project, readable, texts, options);
  const conventions = new Map(verdicts.map(({ document, convention }) => [document, convention]));

  const sources = readable.flatMap((source) => {
    const body = bodies.sources.get(source.guid);
    const text = texts.get(source.guid);
    if (!body || !text) return [];
    const marked = textOf(source);
    const codings = [...source.codings, ...(marked && marked !== source ? marked.codings : [])];
    const convention = conventions.get(source.guid) ?? fallbackConvention;
    segments.add(
      source.guid,
      source.name,
      text,
      { guid: source.guid, selections: marked?.selections ?? [], codings },
      convention,
    );
    const target: MemoTarget = { table: 'sources', id: source.guid };
    memos.bind(target, [...source.notes, ...(marked && marked !== source ? marked.notes : [])]);
    memos.describe(target, source.description, source);
    for (const selection of marked?.selections ?? []) {
      const segment = segments.byOrigin.get(selection.guid);
      const notes = [...selection.notes, ...selection.codings.flatMap((coding) => coding.notes)];
      if (segment === undefined) continue;
      memos.bind({ table: 'segments', id: segment }, notes);
      memos.describe({ table: 'segments', id: segment }, selection.description, selection);
      if (selection.codings.length === 0 && !isQuote(selection.name, segments.rows.get(segment)?.quote ?? ''))
        memos.describe({ table: 'segments', id: segment }, selection.name, selection);
    }
    const inCases = cases.bySource.get(source.guid);
    if (source.at === '') notices.repairs.add('dates-missing');
    return [sourceRow(source, body, text, inCases, variables, options.names.caseVariable, now)];
  });

  const tables = { sources: new Set(sources.map(({ id }) => id)), segments, codebook, cases };
  const taken = takeLinks(project, tables, memos);
  bindCodeNotes(project.codes, memos);
  memos.finish(project.projectNotes, project.description);
  for (const memo of memos.rows.values()) {
    const segment = memo.target?.table === 'segments' ? segments.rows.get(memo.target.id) : undefined;
    if (segment) segments.rows.set(segment.id, { ...segment, memoId: memo.id });
  }
  for (const { guid } of familySetsOf(project)) taken.add(guid);

  const byCoder = new Map<CoderId, number>();
  for (const { coderId } of segments.rows.values()) byCoder.set(coderId, (byCoder.get(coderId) ?? 0) + 1);
  const info: ProjectInfo = {
    id: options.stamp.newId(),
    name: project.name.replace(/\s+/g, ' ').trim(),
    createdAt: momentOf(project.createdAt) ?? now,
    currentCoderId: coders.current(byCoder),
  };
  const state = stateFromRows({
    project: [info],
    sources,
    families: [...codebook.families.values()],
    codes: [...codebook.codes.values()],
    segments: [...segments.rows.values()],
    memos: [...memos.rows.values()],
    cases: [...cases.rows.values()],
    variables: variables.rows(cases.factVariables),
    coders: [...coders.rows.values()],
    carried: carriedOf(project, bodies.files, taken),
  });
  return {
    content: {
      state,
      texts: new Map(sources.map(({ id }) => [id, sourceText(id, texts, bodies)])),
      files: new Map([...originals(bodies, tables.sources), ...bodies.files]),
      log: [],
    },
    report: { losses: notices.losses(), repairs: notices.repairs.messages('repair'), onlyParallax: [] },
    verdicts,
  };
}

const fallbackConvention = { unit: 'code-point', crlf: 2, bom: false, end: 'exclusive' } as const;

function verdictsOf(
  { origin }: RefiProject,
  readable: readonly Readable[],
  texts: ReadonlyMap<Guid, FileText>,
  { overrides }: ContentOptions,
): readonly PositionVerdict[] {
  const found = readable.flatMap((source) => {
    const text = texts.get(source.guid);
    const selections = textOf(source)?.selections ?? [];
    return text && selections.length > 0 ? [detectPositions(source, text, selections, origin)] : [];
  });
  return agreeAcrossDocuments(found).map((verdict) => {
    const chosen = overrides?.get(verdict.document);
    return chosen ? { ...verdict, convention: chosen, evidence: 'chosen', weak: false } : verdict;
  });
}

/** Programs name a selection by its words; anything else that stands there was said about it. */
const isQuote = (name: string, quote: string): boolean => {
  const even = (text: string) => text.replace(/\s+/g, ' ').trim();
  return even(quote).startsWith(even(name).replace(/\s*(…|\.{3})$/, ''));
};

function bindCodeNotes(codes: readonly RefiCode[], memos: Memos): void {
  for (const { guid, notes, children } of codes) {
    memos.bind({ table: 'codes', id: guid }, notes);
    bindCodeNotes(children, memos);
  }
}

interface Placed {
  readonly sources: ReadonlySet<Guid>;
  readonly segments: Segments;
  readonly codebook: Codebook;
  readonly cases: Cases;
}

/**
 * Links that say what Parallax says otherwise: from a note to what it is about, as NVivo writes annotations,
 * and from a code to a passage that is an example of it, as Parallax does. Out: their GUIDs.
 */
function takeLinks(project: RefiProject, placed: Placed, memos: Memos): Set<Guid> {
  const taken = new Set<Guid>();
  for (const { guid, origin, target } of project.links) {
    const segment = placed.segments.byOrigin.get(target);
    if (segment !== undefined && guid === stableGuid(origin, target, 'example')) {
      placed.codebook.addExample(origin, segment);
      taken.add(guid);
    }
    const [note, other] = memos.has(origin) ? [origin, target] : [target, origin];
    const about = memos.has(note) ? targetOf(other, placed) : undefined;
    if (about) {
      memos.bind(about, [note]);
      taken.add(guid);
    }
  }
  return taken;
}

function targetOf(guid: Guid, { sources, segments, codebook, cases }: Placed): MemoTarget | undefined {
  const segment = segments.byOrigin.get(guid);
  const row = cases.rowOf.get(guid);
  if (segment !== undefined) return { table: 'segments', id: segment };
  if (sources.has(guid)) return { table: 'sources', id: guid };
  if (codebook.codes.has(guid)) return { table: 'codes', id: guid };
  return row === undefined ? undefined : { table: 'cases', id: row };
}

const sourceText = (id: Guid, texts: ReadonlyMap<Guid, FileText>, bodies: RefiBodies): SourceText => ({
  sourceId: id,
  text: texts.get(id)?.canonical ?? '',
  blocks: bodies.sources.get(id)?.blocks ?? [],
});

const originals = (
  bodies: RefiBodies,
  sources: ReadonlySet<Guid>,
): readonly (readonly [Guid, SourceFile])[] =>
  [...bodies.sources].flatMap(([sourceId, { fileName: name, bytes }]) =>
    sources.has(sourceId) ? [[sourceId, { sourceId, name, bytes }] as const] : [],
  );
