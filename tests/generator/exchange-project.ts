import type { ProjectContent } from '../../src-renderer/domain/exchange/project-content';
import { invert, stateFromRows } from '../../src-renderer/domain/history/state';
import type { CarriedItem, XmlElement } from '../../src-renderer/domain/model/carried';
import type { ImportReport } from '../../src-renderer/domain/model/import-report';
import type { Case } from '../../src-renderer/domain/model/case';
import type { Change, ChangeSet } from '../../src-renderer/domain/model/change';
import { codeSymbols, type Code, type CodeFamily } from '../../src-renderer/domain/model/codebook';
import { message } from '../../src-renderer/domain/model/message';
import type { ProjectInfo, ProjectState } from '../../src-renderer/domain/model/project';
import { stances, type CodedSegment, type Coder, type Memo } from '../../src-renderer/domain/model/segment';
import {
  type Source,
  type SourceFile,
  type SourceText,
  type Variable,
} from '../../src-renderer/domain/model/source';
import { makeAnchor } from '../../src-renderer/domain/text/anchors';
import { layOut } from '../../src-renderer/domain/text/canonical';
import { snapToGraphemes } from '../../src-renderer/domain/text/graphemes';
import { countCodePoints } from '../../src-renderer/domain/text/positions';
import { makeCollaboration } from './collaboration';
import { Maker, pieces } from './maker';

export interface ExchangeSize {
  readonly seed: number;
  readonly sources?: number;
  readonly segments?: number;
}

/**
 * A whole project with everything that the model has, the same for the same seed: texts beyond the basic
 * plane, seven-deep codes with repeated names, overlapping segments of several coders, memos on all that can
 * have one, cases with facts, variables of every type, items carried from other programs, original files
 * that differ from their texts, a history with undo and redo.
 */
export function generateExchangeProject({ seed, sources = 5, segments = 12 }: ExchangeSize): ProjectContent {
  const make = new Maker(seed);
  const coders = make.list(1, 3, (index): Coder => ({
    id: make.id(),
    name: `Coder ${index} ${make.pick(pieces)}`,
    initials: `C${index}`,
    color: '#4A6FA5',
  }));
  const variables = (['text', 'boolean', 'integer', 'float', 'date'] as const).map((type): Variable => ({
    id: make.id(),
    name: make.pick(['Date', 'Country', type, `${type} ${make.pick(pieces)}`]),
    type,
    description: make.chance(0.5) ? make.words() : '',
  }));
  const bodies = Array.from({ length: sources }, () => makeSource(make, variables));
  const { families, codes } = makeCodebook(make);
  const codable = codes.filter((code) => code.codable);
  const coded = Array.from({ length: bodies.length > 0 ? segments : 0 }, () =>
    makeSegment(make, make.pick(bodies), coders, codable),
  );
  const cases = make.list(0, 2, (index) => makeCase(make, index, codes));
  const memoed = makeMemos(make, { coders, coded, codes, cases, sources: bodies.map(({ row }) => row) });
  const [firstCoder] = coders;
  const info: ProjectInfo = {
    id: make.id(),
    name: `Project ${make.words()}`,
    createdAt: make.at(),
    currentCoderId: firstCoder!.id,
  };
  const state = stateFromRows({
    project: [info],
    sources: bodies.map(({ row }) => row),
    families,
    codes: codes.map((code) => ({
      ...code,
      examples: coded.filter(({ tags }) => tags.includes(code.id) && make.chance(0.3)).map(({ id }) => id),
    })),
    segments: memoed.segments,
    memos: memoed.memos,
    cases,
    variables,
    coders,
    carried: makeCarried(make, { coded, codes, coders, bodies }),
    imports: makeImports(make, firstCoder!.id, bodies),
    ...makeCollaboration(make, {
      coders,
      families,
      coded: memoed.segments,
      sources: bodies.map(({ row }) => row),
    }),
  });
  const files = new Map<string, SourceFile>(bodies.map(({ row, file }) => [row.id, file]));
  for (const { id, fileName } of state.carried.values())
    if (fileName) files.set(id, { sourceId: id, name: fileName, bytes: new Uint8Array([1, 2, 3, 255]) });
  return {
    state,
    texts: new Map(bodies.map(({ text }) => [text.sourceId, text])),
    files,
    log: makeLog(make, state, firstCoder!.id),
  };
}

/** A report that tells of all sources and of a file that was not read; none where there are no sources. */
function makeImports(make: Maker, coderId: string, bodies: readonly Body[]): ImportReport[] {
  if (bodies.length === 0) return [];
  const read = bodies.map(({ row: { id, fileName, bytes, title, characters, warnings } }) => ({
    path: fileName,
    bytes,
    sources: [{ id, title, characters }],
    leftOut: 0,
    failure: null,
    warnings,
  }));
  const failure = { kind: 'password', detail: '' } as const;
  const unread = { path: 'locked.pdf', bytes: 1, sources: [], leftOut: 0, failure, warnings: [] };
  return [{ id: make.id(), at: make.at(), coderId, files: [...read, unread] }];
}

interface Body {
  readonly row: Source;
  readonly text: SourceText;
  readonly file: SourceFile;
}

function makeSource(make: Maker, variables: readonly Variable[]): Body {
  const id = make.id();
  const kinds = ['heading', 'paragraph', 'quote', 'preformatted'] as const;
  const { text, blocks } = layOut(
    make.list(1, 6, (index) => ({
      kind: make.pick(kinds),
      level: 0,
      text: `${make.words(5)}${make.chance(0.2) ? '\nline two' : ''}`,
      ...(make.chance(0.3) ? { page: index + 1 } : {}),
    })),
  );
  const format = make.pick(['txt', 'md', 'html', 'docx', 'pdf'] as const);
  const fileName = `source ${make.random.whole(1, 99)}.${format}`;
  const encoded = new TextEncoder().encode(
    format === 'txt' && make.chance(0.5) ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text,
  );
  const bytes = format === 'pdf' || format === 'docx' ? new Uint8Array([0x25, 0x50, 0, 255]) : encoded;
  const values: { readonly [type in Variable['type']]: string | number | boolean } = {
    text: make.words(),
    boolean: make.chance(0.5),
    integer: make.random.whole(-5, 5000),
    float: make.pick([0.1, -2.5e-9, 1.5e22, 3]),
    date: make.pick(['2009', '2009-12', '2009-12-22']),
  };
  const row: Source = {
    id,
    title: make.words(),
    format,
    fileName,
    encoding: 'utf-8',
    hash: '0'.repeat(64),
    bytes: bytes.length,
    length: text.length,
    characters: countCodePoints(text),
    language: make.pick(['', 'en', 'ja', 'zh-Hant']),
    country: make.pick(['', 'JP', 'KR', 'Northeast Asia']),
    date: make.pick(['', '2009', '2009-12', '2009-12-22']),
    documentType: make.pick(['', 'law', 'news-report']),
    actor: make.pick(['', make.words(1)]),
    outlet: make.pick(['', 'Asahi & Co']),
    url: make.pick(['', 'https://example.org/?a=1&b=2']),
    variables: Object.fromEntries(
      variables.filter(() => make.chance(0.5)).map((variable) => [variable.id, values[variable.type]]),
    ),
    warnings: make.chance(0.3) ? [message('pages-without-text', { count: 2 })] : [],
    createdAt: make.at(),
    modifiedAt: make.at(),
  };
  return { row, text: { sourceId: id, text, blocks }, file: { sourceId: id, name: fileName, bytes } };
}

/** Two families; the first is one chain of seven codes, where every second has the same name. */
function makeCodebook(make: Maker): { readonly families: readonly CodeFamily[]; readonly codes: Code[] } {
  const families = ['mode', 'free'].map((key, order): CodeFamily => ({
    id: make.id(),
    key,
    labels: { en: key, ja: make.words(1) },
    core: order === 0,
    enabled: make.chance(0.8),
    order,
  }));
  const codes: Code[] = [];
  const add = (familyId: string, parentId: string | null, label: string, order: number): string => {
    const id = make.id();
    codes.push({
      id,
      familyId,
      parentId,
      key: make.chance(0.5) ? `K${codes.length}` : '',
      labels: make.chance(0.9) ? { en: label, 'zh-Hans': make.words(1) } : { ko: label },
      definition: make.chance(0.7) ? make.words() : '',
      include: make.chance(0.5) ? make.words() : '',
      exclude: make.chance(0.5) ? make.words() : '',
      response: make.chance(0.3) ? make.words() : '',
      examples: [],
      indicators: make.chance(0.5) ? { en: ['overstay'], ja: ['密航'] } : {},
      color: make.pick(['#332288', '#B0306A']),
      symbol: make.pick(codeSymbols),
      pattern: make.pick(['solid', 'dots']),
      shortcut: make.chance(0.2) ? '1' : '',
      codable: parentId !== null,
      order,
    });
    return id;
  };
  let parent = add(families[0]!.id, null, 'mode', 0);
  for (let depth = 1; depth < 7; depth++)
    parent = add(families[0]!.id, parent, depth % 2 ? 'other' : make.words(1), 0);
  const root = add(families[1]!.id, null, make.words(1), 0);
  make.list(1, 4, (order) => add(families[1]!.id, root, make.pick(['Other', 'other', make.words(1)]), order));
  return { families, codes };
}

function makeSegment(
  make: Maker,
  { row, text: { text } }: Body,
  coders: readonly Coder[],
  codes: readonly Code[],
): CodedSegment {
  const from = make.random.whole(0, Math.max(0, text.length - 2));
  const wanted = { start: from, end: Math.min(text.length, from + make.random.whole(1, 60)) };
  const range = snapToGraphemes(text, wanted);
  const tags = make.list(1, 3, () => make.pick(codes).id);
  return {
    id: make.id(),
    sourceId: row.id,
    ...range,
    ...makeAnchor(text, range),
    coderId: make.pick(coders).id,
    tags: [...new Set(tags)],
    certainty: make.chance(0.8) ? 'certain' : 'unsure',
    stance: make.pick(stances),
    memoId: null,
    createdAt: make.at(),
    modifiedAt: make.at(),
  };
}

function makeCase(make: Maker, index: number, codes: readonly Code[]): Case {
  return {
    id: make.id(),
    country: ['JP', 'Northeast Asia'][index] ?? 'KR',
    name: make.chance(0.5) ? make.words(1) : '',
    judgement: make.chance(0.5) ? { codeId: make.pick(codes).id, reasons: make.words() } : null,
    facts: make.list(0, 3, () => ({
      id: make.id(),
      key: make.pick(['signed', 'tip-tier']),
      label: make.pick(['Signed', '']),
      value: make.words(1),
      date: make.pick(['', '2000-12']),
      asOf: make.pick(['', '2015-01-02']),
      reference: make.pick(['', 'UNTC']),
      codes: make.chance(0.5) ? [make.pick(codes).id] : [],
    })),
    note: make.chance(0.5) ? make.words() : '',
  };
}

interface Memoable {
  readonly coders: readonly Coder[];
  readonly coded: readonly CodedSegment[];
  readonly codes: readonly Code[];
  readonly cases: readonly Case[];
  readonly sources: readonly Source[];
}

function makeMemos(make: Maker, { coders, coded, codes, cases, sources }: Memoable) {
  const memo = (target: Memo['target']): Memo => {
    const plainText = make.words(4);
    return {
      id: make.id(),
      target,
      title: make.chance(0.5) ? make.words(1) : '',
      body: JSON.stringify({ root: { children: [plainText] } }),
      plainText,
      coderId: make.pick(coders).id,
      createdAt: make.at(),
      modifiedAt: make.at(),
    };
  };
  const some = (table: 'sources' | 'codes' | 'cases', rows: readonly { readonly id: string }[]) =>
    rows.filter(() => make.chance(0.3)).map(({ id }) => memo({ table, id }));
  const onSegments = new Map(
    coded.filter(() => make.chance(0.3)).map(({ id }) => [id, memo({ table: 'segments', id })]),
  );
  return {
    memos: [
      memo(null),
      ...some('sources', sources),
      ...some('codes', codes),
      ...some('cases', cases),
      ...onSegments.values(),
    ],
    segments: coded.map((segment) => ({ ...segment, memoId: onSegments.get(segment.id)?.id ?? null })),
  };
}

const element = (
  name: string,
  attributes: XmlElement['attributes'],
  children: readonly XmlElement[] = [],
  text = '',
): XmlElement => ({ name, attributes, children, text });

interface Referable {
  readonly coded: readonly CodedSegment[];
  readonly codes: readonly Code[];
  readonly coders: readonly Coder[];
  readonly bodies: readonly Body[];
}

function makeCarried(make: Maker, { coded, codes, coders, bodies }: Referable): readonly CarriedItem[] {
  const item = (
    kind: CarriedItem['kind'],
    name: string,
    attributes: XmlElement['attributes'],
    children: readonly XmlElement[] = [],
    more: Partial<CarriedItem> = {},
  ): CarriedItem => {
    const id = make.id();
    const guid = make.chance(0.5) ? `{${id.toUpperCase()}}` : id;
    return {
      id,
      kind,
      name: make.words(1),
      sourceId: null,
      fileName: '',
      codings: 0,
      element: element(name, { guid, ...attributes }, children),
      ...more,
    };
  };
  const coding = (): XmlElement =>
    element('Coding', { guid: make.id(), creatingUser: make.pick(coders).id }, [
      element('CodeRef', { targetGUID: make.pick(codes).id }),
    ]);
  const box = { firstX: '1', firstY: '2', secondX: '30.4', secondY: '40' };
  const pdfs = bodies.filter(({ row }) => row.format === 'pdf');
  const [vertexA, vertexB] = [make.id(), make.id()];
  const all: CarriedItem[] = [
    item(
      'picture',
      'PictureSource',
      { name: 'p', path: 'internal://x.jpg', color: 'red', creatingUser: make.id() },
      [
        element('PictureSelection', { guid: make.id(), ...box }, [coding()]),
        element('Description', {}, [], make.words()),
      ],
      { fileName: 'photo.JPG' },
    ),
    item('audio', 'AudioSource', { name: 'a', path: 'internal://gone.mp3' }, [
      element('Transcript', { guid: make.id(), plainTextPath: 'internal://gone.txt' }, []),
      element('AudioSelection', { guid: make.id(), begin: '1', end: '2' }, [coding()]),
      element('AudioSelection', { guid: make.id(), begin: '9', end: '2' }, [coding()]),
    ]),
    item('set', 'Set', { name: 'set' }, [
      element('MemberCode', { targetGUID: make.pick(codes).id }),
      element('MemberSource', { targetGUID: make.id() }),
    ]),
    item('link', 'Link', { name: 'dangling', originGUID: make.id(), targetGUID: make.pick(codes).id }),
    item('graph', 'Graph', { name: 'g' }, [
      element('Edge', { guid: make.id(), sourceVertex: vertexA, targetVertex: vertexB }),
      element('Vertex', { guid: vertexA, firstX: '1', firstY: '2', representedGUID: make.pick(codes).id }),
      element('Vertex', { guid: vertexB, firstX: '1', firstY: '2', color: '#abc' }),
    ]),
  ];
  if (coded.length > 0)
    all.push(
      item('link', 'Link', {
        originGUID: make.pick(coded).id,
        targetGUID: make.pick(codes).id,
        direction: 'OneWay',
      }),
    );
  if (pdfs.length > 0)
    all.push(
      item('pdf-area', 'PDFSelection', { page: '0', ...box }, [coding()], {
        sourceId: make.pick(pdfs).row.id,
        codings: 1,
      }),
    );
  return all.filter(() => make.chance(0.7));
}

/** The making of the project, a gesture, its undo and its redo, and a row that is no more. */
function makeLog(make: Maker, state: ProjectState, coderId: string): readonly ChangeSet[] {
  const entry = (kind: ChangeSet['kind'], target: string | null, changes: readonly Change[]): ChangeSet => ({
    id: make.id(),
    label: message('add-variable', { variable: make.words(1), count: 2 }),
    kind,
    target,
    coderId,
    at: make.at(),
    changes,
  });
  const tables = ['project', 'coders', 'families', 'variables', 'sources', 'codes', 'segments'] as const;
  const made = tables.flatMap((table) =>
    [...state[table].values()].map((row) => ({ table, id: row.id, before: null, after: row }) as Change),
  );
  const variable: Variable = { id: make.id(), name: 'gone', type: 'date', description: '' };
  const add: Change = { table: 'variables', id: variable.id, before: null, after: variable };
  const done = entry('do', null, [add]);
  const undone = entry('undo', done.id, invert([add]));
  if (make.chance(0.1)) return [];
  return [
    entry('origin', null, made),
    done,
    undone,
    entry('redo', done.id, [add]),
    entry('undo', done.id, invert([add])),
  ];
}
