import { applyChanges, stateFromRows } from '../../../src-renderer/domain/history/state';
import type { ChangeDraft } from '../../../src-renderer/domain/model/change';
import type { Code, CodeFamily } from '../../../src-renderer/domain/model/codebook';
import type { Stamp } from '../../../src-renderer/domain/model/ids';
import type { ProjectState, TableName, TableRows } from '../../../src-renderer/domain/model/project';
import type { Result } from '../../../src-renderer/domain/model/result';
import type { CodedSegment, Coder } from '../../../src-renderer/domain/model/segment';
import type { Source } from '../../../src-renderer/domain/model/source';
import { makeAnchor } from '../../../src-renderer/domain/text/anchors';
import { countCodePoints } from '../../../src-renderer/domain/text/positions';

const AT = '2026-01-01T00:00:00.000Z';

/** Ids n1, n2, … and a moment later than that of the rows below. */
export function stamp(): Stamp {
  let count = 0;
  return { newId: () => `n${++count}`, now: () => '2026-02-02T00:00:00.000Z' };
}

export const source = (id: string, text: string, more: Partial<Source> = {}): Source => ({
  id,
  title: id,
  format: 'txt',
  fileName: `${id}.txt`,
  encoding: 'utf-8',
  hash: id.padStart(64, '0'),
  bytes: text.length,
  length: text.length,
  characters: countCodePoints(text),
  language: 'en',
  country: '',
  date: '',
  documentType: '',
  actor: '',
  outlet: '',
  url: '',
  variables: {},
  warnings: [],
  createdAt: AT,
  modifiedAt: AT,
  ...more,
});

export const family = (id: string, more: Partial<CodeFamily> = {}): CodeFamily => ({
  id,
  key: id,
  labels: { en: id },
  core: false,
  enabled: true,
  order: 0,
  ...more,
});

export const code = (id: string, more: Partial<Code> = {}): Code => ({
  id,
  familyId: 'mode',
  parentId: null,
  key: '',
  labels: { en: id },
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

export const coder = (id: string): Coder => ({ id, name: id, initials: id.slice(0, 2), color: '#4A6FA5' });

export const segment = (
  id: string,
  sourceId: string,
  text: string,
  [start, end]: readonly [number, number],
  tags: readonly string[],
  more: Partial<CodedSegment> = {},
): CodedSegment => ({
  id,
  sourceId,
  start,
  end,
  ...makeAnchor(text, { start, end }),
  coderId: 'ann',
  tags,
  certainty: 'certain',
  stance: 'asserts',
  memoId: null,
  createdAt: AT,
  modifiedAt: AT,
  ...more,
});

/** Rows by table; a test may leave out fields that it is not about. */
export type Rows = {
  readonly [T in TableName]?: readonly (Partial<TableRows[T]> & { readonly id: string })[];
};

/** The text of the source 's' of `world`. */
export const TEXT = 'Human trafficking is a crime.\n\n人身取引は犯罪である。🇯🇵 e\u0301t\u0301 end.';

/** A project with one source, a small codebook of two families, and two coders. */
export const world = (more: Rows = {}): ProjectState =>
  stateFromRows({
    sources: [source('s', TEXT)],
    families: [family('mode', { core: true }), family('actor', { order: 1 })],
    codes: [
      code('M', { codable: false }),
      code('border', { parentId: 'M', order: 0, shortcut: '1' }),
      code('crime', { parentId: 'M', order: 1, labels: { en: 'Organized crime', ja: '組織犯罪' } }),
      code('gangs', { parentId: 'crime' }),
      code('A', { familyId: 'actor', codable: false }),
      code('police', { familyId: 'actor', parentId: 'A' }),
    ],
    coders: [coder('ann'), coder('bob')],
    ...more,
  });

/** The draft of a use case that must succeed. */
export function drafted<E>(result: Result<ChangeDraft, E>): ChangeDraft {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The state after a use case that must succeed. */
export const done = <E>(state: ProjectState, result: Result<ChangeDraft, E>): ProjectState =>
  applyChanges(state, drafted(result).changes);

/** The kind of refusal of a use case that must fail. */
export function refusal<E extends { readonly kind: string }>(result: Result<unknown, E>): E['kind'] {
  if (result.ok) throw new Error('was not refused');
  return result.error.kind;
}

/** A use case that cannot be refused here, applied to a state; the only row of a table afterwards. */
export const only = <T>(rows: ReadonlyMap<string, T>): T => {
  const [row] = rows.values();
  if (rows.size !== 1 || row === undefined) throw new Error(`${rows.size} rows`);
  return row;
};
