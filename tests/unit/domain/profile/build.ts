import { stateFromRows } from '../../../../src-renderer/domain/history/state';
import type { Case } from '../../../../src-renderer/domain/model/case';
import type { Code, CodeFamily } from '../../../../src-renderer/domain/model/codebook';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import type { CodedSegment, Coder } from '../../../../src-renderer/domain/model/segment';
import type { Source } from '../../../../src-renderer/domain/model/source';

/** A GUID that is the same for the same name, so that tests can speak of things by name. */
export function guid(name: string): string {
  let [a, b] = [0x811c9dc5, 0x1234567];
  for (const unit of name) {
    a = Math.imul(a ^ unit.charCodeAt(0), 0x01000193) >>> 0;
    b = Math.imul(b + unit.charCodeAt(0), 0x5bd1e995) >>> 0;
  }
  const hex = (n: number) => n.toString(16).padStart(8, '0');
  const all = hex(a) + hex(b) + hex((a ^ b) >>> 0) + hex(Math.imul(a, b) >>> 0);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}

export const code = (key: string, family: string, parent: string | null, more: Partial<Code> = {}): Code => ({
  id: guid(key),
  familyId: guid(family),
  parentId: parent === null ? null : guid(parent),
  key,
  labels: { en: key },
  definition: '',
  include: '',
  exclude: '',
  response: '',
  examples: [],
  indicators: {},
  color: '#332288',
  symbol: 'square',
  pattern: 'solid',
  shortcut: '',
  codable: true,
  order: 0,
  ...more,
});

export const family = (key: string, more: Partial<CodeFamily> = {}): CodeFamily => ({
  id: guid(key),
  key,
  labels: { en: key },
  core: true,
  enabled: true,
  order: 0,
  ...more,
});

/** A family with a folder as its root and codes `<root>1`, `<root>2`, … below it. */
export function familyOf(key: string, root: string, codes: number): { family: CodeFamily; codes: Code[] } {
  const below = Array.from({ length: codes }, (_, i) => code(`${root}${i + 1}`, key, root, { order: i }));
  return { family: family(key), codes: [code(root, key, null, { codable: false }), ...below] };
}

export const source = (name: string, country: string, more: Partial<Source> = {}): Source => ({
  id: guid(name),
  title: name,
  format: 'txt',
  fileName: `${name}.txt`,
  encoding: 'utf-8',
  hash: '0'.repeat(64),
  bytes: 1000,
  length: 1000,
  characters: more.length ?? 1000,
  language: 'en',
  country,
  date: '',
  documentType: '',
  actor: '',
  outlet: '',
  url: '',
  variables: {},
  warnings: [],
  createdAt: '2024-01-01T00:00:00.000Z',
  modifiedAt: '2024-01-01T00:00:00.000Z',
  ...more,
});

/** A segment with tags given by key; its quote is `text` or a filler of the right length. */
export function segment(
  name: string,
  sourceName: string,
  [start, end]: readonly [number, number],
  tags: readonly string[],
  more: Partial<CodedSegment> = {},
): CodedSegment {
  const quote = more.quote ?? 'x'.repeat(end - start);
  return {
    id: guid(name),
    sourceId: guid(sourceName),
    start,
    end,
    coderId: guid('coder'),
    tags: tags.map(guid),
    certainty: 'certain',
    stance: 'asserts',
    quote,
    prefix: '',
    suffix: '',
    characters: [...quote].length,
    memoId: null,
    createdAt: '2024-01-01T00:00:00.000Z',
    modifiedAt: '2024-01-01T00:00:00.000Z',
    ...more,
  };
}

export const caseOf = (country: string, judged?: string): Case => ({
  id: guid(`case ${country}`),
  country,
  name: country,
  judgement: judged ? { codeId: guid(judged), reasons: 'as the article says' } : null,
  facts: [],
  note: '',
});

export const coder = (name: string): Coder => ({
  id: guid(name),
  name,
  initials: name.slice(0, 2),
  color: '#000000',
});

export const project = (rows: Parameters<typeof stateFromRows>[0]): ProjectState => stateFromRows(rows);
