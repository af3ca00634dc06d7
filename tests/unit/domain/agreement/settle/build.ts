import {
  differencesOf,
  type Comparison,
} from '../../../../../src-renderer/domain/agreement/settle/differences';
import type { Difference } from '../../../../../src-renderer/domain/agreement/settle/difference';
import { progressId } from '../../../../../src-renderer/domain/coders/progress';
import type { ProjectState } from '../../../../../src-renderer/domain/model/project';
import type { CodedSegment } from '../../../../../src-renderer/domain/model/segment';
import { code, segment, source, world, type Rows } from '../../build';

export const TEXT = 'x'.repeat(100);

/** `[start, end, tags, more]` */
export type Coding = readonly [number, number, readonly string[], Partial<CodedSegment>?];

/** A project in which ann and bob finished the source 's' of 100 characters, with the codes M1, M2, M3, A1, A2. */
export function coded(ann: readonly Coding[], bob: readonly Coding[], more: Rows = {}): ProjectState {
  const made = (coderId: string, codings: readonly Coding[]) =>
    codings.map(([start, end, tags, rest], i) =>
      segment(`${coderId}${i + 1}`, 's', TEXT, [start, end], tags, { coderId, ...rest }),
    );
  return world({
    project: [{ id: 'p', name: 'p', createdAt: '', currentCoderId: 'ann' }],
    sources: [source('s', TEXT)],
    codes: [
      ...['M1', 'M2', 'M3'].map((id, order) => code(id, { order })),
      ...['A1', 'A2'].map((id, order) => code(id, { order, familyId: 'actor' })),
    ],
    segments: [...made('ann', ann), ...made('bob', bob)],
    progress: ['ann', 'bob'].map((coderId) => ({
      id: progressId('s', coderId),
      sourceId: 's',
      coderId,
      finished: true,
      at: '',
    })),
    ...more,
  });
}

export const compare = (state: ProjectState, more: Partial<Comparison> = {}): readonly Difference[] =>
  differencesOf(state, { coders: ['ann', 'bob'], ...more });

/** `kind ids of the first | ids of the second, characters` */
export const inShort = (difference: Difference): string => {
  const ids = difference.segments.map((each) => each.map(({ id }) => id).join('+'));
  return `${difference.kind} ${ids.join('|')} ${difference.characters}`;
};
