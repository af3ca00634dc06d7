import type { ReactNode } from 'react';
import type { Place } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { Draft } from '../../../src-renderer/domain/history/draft';
import { message } from '../../../src-renderer/domain/model/message';
import { codeOf, mountInSample } from '../../support/sample';

export const BEN = '00000000-0000-4000-8000-00000000000b';

/**
 * The sample, with a second coder who coded what the first did: every third passage by another mode, every
 * fourth not at all, and the rest alike. Packages tell of two rounds.
 */
export async function mountDoubleCoded(node: ReactNode, place?: Place) {
  const mounted = await mountInSample(node, place);
  await codeAgain(mounted.session);
  return mounted;
}

async function codeAgain(session: ProjectSession): Promise<void> {
  const { state } = session;
  const draft = new Draft(state);
  const [m1, m2] = [codeOf(state, 'M1').id, codeOf(state, 'M2').id];
  const ana = session.info.currentCoderId;
  draft.put('coders', { id: BEN, name: 'Ben Okoro', initials: 'BO', color: '#A5574A' });
  [...state.segments.values()].forEach((segment, i) => {
    if (i % 4 === 3) return;
    const tags =
      i % 3 === 2 ? [...new Set(segment.tags.map((tag) => (tag === m1 ? m2 : tag)))] : segment.tags;
    draft.put('segments', {
      ...segment,
      id: `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`,
      coderId: BEN,
      tags,
      memoId: null,
      createdAt: new Date(Date.UTC(2026, Math.floor(i / 40), (i % 28) + 1)).toISOString(),
    });
  });
  const sources = [...state.sources.keys()];
  const half = Math.ceil(sources.length / 2);
  [sources.slice(0, half), sources.slice(half)].forEach((sourceIds, i) =>
    draft.put('packages', {
      id: `00000000-0000-4000-a000-00000000000${i}`,
      name: `Round ${i + 1}`,
      round: i + 1,
      purpose: 'second-coder',
      coderId: BEN,
      recodeOf: null,
      sourceIds,
      familyIds: [...state.families.keys()],
      frozen: true,
      sampling: { kind: 'random', of: sources.length, seed: 42, strata: ['country'] },
      createdBy: ana,
      createdAt: `2026-0${i + 1}-01T00:00:00.000Z`,
    }),
  );
  await session.run(draft.finish(message('merge-files')));
}
