import codebookResource from '../../resources/codebook.json';
import { codebookFromResource } from '../../src-renderer/domain/codebook/default';
import type { Change } from '../../src-renderer/domain/model/change';
import type { Code, CodeFamily } from '../../src-renderer/domain/model/codebook';
import type { ProjectInfo, ProjectState } from '../../src-renderer/domain/model/project';
import type { CodedSegment, Coder } from '../../src-renderer/domain/model/segment';
import type { Block, Source, SourceText } from '../../src-renderer/domain/model/source';
import { stateFromRows } from '../../src-renderer/domain/history/state';
import { makeAnchor } from '../../src-renderer/domain/text/anchors';
import { snapToGraphemes } from '../../src-renderer/domain/text/graphemes';
import { countCodePoints } from '../../src-renderer/domain/text/positions';
import { randomGuid, seeded, type Random } from './random';
import { makeText, textLanguages, type TextLanguage } from './texts';

export interface ProjectSize {
  readonly seed: number;
  readonly sources: number;
  /** In all sources together. */
  readonly segments: number;
  readonly coders: number;
  /** Length of each text in UTF-16 units. */
  readonly length: number;
  readonly languages?: readonly TextLanguage[];
}

/** A project as large as wanted, the same for the same seed. */
export interface GeneratedProject {
  readonly info: ProjectInfo;
  readonly state: ProjectState;
  readonly texts: ReadonlyMap<string, SourceText>;
  /** The rows as the first change set of a project has them. */
  readonly changes: readonly Change[];
}

const AT = '2026-01-01T00:00:00.000Z';
const countries: Record<TextLanguage, readonly string[]> = {
  en: ['US', 'JP', 'KR', 'CN'],
  ja: ['JP'],
  ko: ['KR'],
  'zh-Hans': ['CN'],
  'zh-Hant': ['TW'],
};
const types = ['law', 'action-plan', 'white-paper', 'news-report', 'press-release'] as const;

export function generateProject(size: ProjectSize): GeneratedProject {
  const random = seeded(size.seed);
  const codebook = codebookFromResource(codebookResource);
  if (!codebook.ok) throw new Error('The default codebook is not sound.');
  const { families, codes } = codebook.value;
  const coders = Array.from({ length: size.coders }, (_, index) => makeCoder(index, random));
  const [first] = coders;
  if (!first) throw new Error('A project has at least one coder.');
  const info: ProjectInfo = {
    id: randomGuid(random),
    name: `Generated ${size.seed}`,
    createdAt: AT,
    currentCoderId: first.id,
  };
  const languages = size.languages ?? textLanguages;
  const texts = new Map<string, SourceText>();
  const sources = Array.from({ length: size.sources }, (_, index) => {
    const language = languages[index % languages.length] ?? 'en';
    const source = makeSource(index, language, makeText(language, size.length, random), random);
    texts.set(source.source.id, source.text);
    return source;
  });
  const taggable = taggableCodes(families, codes);
  const segments = Array.from({ length: size.segments }, (_, index) => {
    const at = sources[index % sources.length];
    if (!at) throw new Error('Segments need a source.');
    return makeSegment(at.source, at.text.text, coders, taggable, random);
  });
  const rows = {
    project: [info],
    coders,
    families,
    codes,
    sources: sources.map(({ source }) => source),
    segments,
  };
  return { info, state: stateFromRows(rows), texts, changes: changesOf(rows) };
}

function changesOf(rows: {
  readonly [table: string]: readonly { readonly id: string }[];
}): readonly Change[] {
  return Object.entries(rows).flatMap(([table, list]) =>
    list.map((row) => ({ table, id: row.id, before: null, after: row }) as unknown as Change),
  );
}

function makeCoder(index: number, random: Random): Coder {
  const letter = String.fromCharCode(65 + (index % 26));
  return { id: randomGuid(random), name: `Coder ${letter}`, initials: letter, color: '#4A6FA5' };
}

function makeSource(index: number, language: TextLanguage, text: string, random: Random) {
  const id = randomGuid(random);
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    blocks.push({ start: match.index, end: match.index + match[0].length, kind: 'paragraph', level: 0 });
  }
  const source: Source = {
    id,
    title: `Document ${index + 1}`,
    format: 'txt',
    fileName: `document-${index + 1}.txt`,
    encoding: 'utf-8',
    hash: index.toString(16).padStart(64, '0'),
    bytes: text.length,
    length: text.length,
    characters: countCodePoints(text),
    language,
    country: random.pick(countries[language]),
    date: `${random.whole(2000, 2020)}`,
    documentType: random.pick(types),
    actor: '',
    outlet: '',
    url: '',
    variables: {},
    warnings: [],
    createdAt: AT,
    modifiedAt: AT,
  };
  return { source, text: { sourceId: id, text, blocks } satisfies SourceText };
}

/** For each of mode, actor and level the codes that a coder applies most. */
function taggableCodes(families: readonly CodeFamily[], codes: readonly Code[]) {
  const of = (key: string) => {
    const family = families.find((candidate) => candidate.key === key);
    return codes.filter((code) => code.codable && code.familyId === family?.id);
  };
  return { modes: of('mode'), actors: of('actor'), levels: of('level') };
}

function makeSegment(
  source: Source,
  text: string,
  coders: readonly Coder[],
  { modes, actors, levels }: ReturnType<typeof taggableCodes>,
  random: Random,
): CodedSegment {
  const from = random.whole(0, Math.max(0, text.length - 2));
  const wanted = { start: from, end: Math.min(text.length, from + random.whole(20, 220)) };
  const { start, end } = snapToGraphemes(text, wanted);
  const tags = [random.pick(modes), random.pick(actors), random.pick(levels)].slice(0, random.whole(1, 3));
  return {
    id: randomGuid(random),
    sourceId: source.id,
    start,
    end,
    ...makeAnchor(text, { start, end }),
    coderId: random.pick(coders).id,
    tags: tags.map(({ id }) => id),
    certainty: random.next() < 0.9 ? 'certain' : 'unsure',
    stance: random.next() < 0.85 ? 'asserts' : 'reports',
    memoId: null,
    createdAt: AT,
    modifiedAt: AT,
  };
}
