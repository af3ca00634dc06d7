import type {
  CoderProgress,
  CodingPackage,
  Decision,
  Sampling,
} from '../../src-renderer/domain/model/collaboration';
import { disagreementKinds, settlements, strata } from '../../src-renderer/domain/model/collaboration';
import type { CodeFamily } from '../../src-renderer/domain/model/codebook';
import type { CodedSegment, Coder } from '../../src-renderer/domain/model/segment';
import type { Source } from '../../src-renderer/domain/model/source';
import type { SavedView } from '../../src-renderer/domain/model/view';
import type { Maker } from './maker';

interface Made {
  readonly coders: readonly Coder[];
  readonly families: readonly CodeFamily[];
  readonly coded: readonly CodedSegment[];
  readonly sources: readonly Source[];
}

/** What coders say of sources, are given, decided together, and saved of analyses. */
export function makeCollaboration(make: Maker, { coders, families, coded, sources }: Made) {
  const coder = () => make.pick(coders).id;
  const progress = sources
    .filter(() => make.chance(0.5))
    .map(({ id }): CoderProgress => ({
      id: make.id(),
      sourceId: id,
      coderId: coder(),
      finished: make.chance(0.7),
      at: make.at(),
    }));
  const of = sources.length;
  const packages = make.list(0, 2, (index): CodingPackage => ({
    id: make.id(),
    name: make.words(1),
    round: index + 1,
    purpose: index === 0 ? 'second-coder' : 'recode',
    coderId: coder(),
    recodeOf: index === 0 ? null : coder(),
    sourceIds: sources.filter(() => make.chance(0.5)).map(({ id }) => id),
    familyIds: families.map(({ id }) => id),
    frozen: make.chance(0.5),
    sampling: make.pick<Sampling>([
      { kind: 'all', of },
      { kind: 'chosen', of },
      { kind: 'random', of, seed: make.random.whole(0, 2 ** 31), strata: [make.pick(strata)] },
    ]),
    createdBy: coder(),
    createdAt: make.at(),
  }));
  const decisions = coded
    .filter(() => make.chance(0.2))
    .map((segment): Decision => ({
      id: make.id(),
      sourceId: segment.sourceId,
      start: segment.start,
      end: segment.end,
      kind: make.pick(['agreed', ...disagreementKinds]),
      considered: [
        {
          segmentId: segment.id,
          coderId: segment.coderId,
          start: segment.start,
          end: segment.end,
          tags: segment.tags,
        },
      ],
      settlement: make.pick(settlements),
      result: make.chance(0.5) ? [segment.id] : [],
      note: make.chance(0.5) ? make.words() : '',
      coderId: coder(),
      at: make.at(),
    }));
  const views = make.list(0, 2, (): SavedView => ({
    id: make.id(),
    name: make.words(1),
    analysis: 'profile',
    settings: { family: 'mode', coder: coder(), limit: null },
    figures: [0.25, { n: make.random.whole(0, 99), firm: make.chance(0.5) }],
    coderId: coder(),
    createdAt: make.at(),
    modifiedAt: make.at(),
  }));
  return { progress, packages, decisions, views };
}
