import type { Change, ChangeSet } from '../../../src-renderer/domain/model/change';
import type { Code } from '../../../src-renderer/domain/model/codebook';
import type { ProjectInfo, TableName, TableRows } from '../../../src-renderer/domain/model/project';
import type { CodedSegment } from '../../../src-renderer/domain/model/segment';
import type { Source } from '../../../src-renderer/domain/model/source';
import type { ProjectRepository, SourceContent } from '../../../src-renderer/application/ports/storage';
import type { IndexedDbStorage } from '../../../src-renderer/storage/indexed-db-storage';

const moment = '2026-03-01T09:00:00.000Z';

export const newId = (): string => crypto.randomUUID();

export function exampleProject(name = 'Northeast Asia'): ProjectInfo {
  return { id: newId(), name, createdAt: moment, currentCoderId: newId() };
}

export function exampleSource(id = newId(), more: Partial<Source> = {}): Source {
  return {
    id,
    title: 'Action plan',
    format: 'txt',
    fileName: 'plan.txt',
    encoding: 'utf-8',
    hash: '0'.repeat(64),
    bytes: 12,
    length: 12,
    characters: 12,
    language: 'en',
    country: 'JP',
    date: '2009-12',
    documentType: 'action-plan',
    actor: '',
    outlet: '',
    url: '',
    variables: {},
    warnings: [],
    createdAt: moment,
    modifiedAt: moment,
    ...more,
  };
}

export function exampleSegment(
  sourceId: string,
  id = newId(),
  more: Partial<CodedSegment> = {},
): CodedSegment {
  return {
    id,
    sourceId,
    start: 0,
    end: 6,
    coderId: 'c0000000-0000-4000-8000-000000000000',
    tags: ['a0000000-0000-4000-8000-000000000000'],
    certainty: 'certain',
    stance: 'asserts',
    quote: 'Action',
    prefix: '',
    suffix: ' plan to combat trafficking in p',
    characters: 6,
    memoId: null,
    createdAt: moment,
    modifiedAt: moment,
    ...more,
  };
}

export function exampleCode(id = newId(), more: Partial<Code> = {}): Code {
  return {
    id,
    familyId: 'f0000000-0000-4000-8000-000000000000',
    parentId: null,
    key: '',
    labels: { en: 'Organized crime', ja: '組織犯罪' },
    definition: '',
    include: '',
    exclude: '',
    response: '',
    examples: [],
    indicators: { en: ['syndicate'] },
    color: '#AA3377',
    symbol: 'square',
    pattern: 'solid',
    shortcut: '',
    codable: true,
    order: 0,
    ...more,
  };
}

export function exampleContent(sourceId: string, text: string, bytes?: Uint8Array): SourceContent {
  return {
    text: { sourceId, text, blocks: [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }] },
    file: { sourceId, name: 'plan.txt', bytes: bytes ?? new TextEncoder().encode(text) },
  };
}

/** A change of one row. */
export function change<T extends TableName>(
  table: T,
  before: TableRows[T] | null,
  after: TableRows[T] | null,
): Change {
  return { table, id: (after ?? before)!.id, before, after } as Change;
}

export const added = <T extends TableName>(table: T, row: TableRows[T]): Change => change(table, null, row);

export function changeSet(changes: readonly Change[], more: Partial<ChangeSet> = {}): ChangeSet {
  return {
    id: newId(),
    label: { key: 'change.example', params: { n: changes.length } },
    kind: 'do',
    target: null,
    coderId: newId(),
    at: moment,
    changes,
    ...more,
  };
}

/** Makes a project with more rows and opens it. */
export async function openNew(
  storage: IndexedDbStorage,
  changes: readonly Change[] = [],
  contents?: readonly SourceContent[],
): Promise<{ info: ProjectInfo; repository: ProjectRepository }> {
  const info = exampleProject();
  const made = await storage.createProject(info, changeSet([added('project', info), ...changes]), contents);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return { info, repository: await open(storage, info.id) };
}

export async function open(storage: IndexedDbStorage, id: string): Promise<ProjectRepository> {
  const opened = await storage.openProject(id);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
