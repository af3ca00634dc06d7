import { groupedProfileTable } from '../../../src-renderer/domain/exchange/tables/grouped-profile-table';
import { finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import { labelIn } from '../../../src-renderer/domain/model/language';
import {
  groupedProfile,
  groupings,
  type GroupedProfile,
} from '../../../src-renderer/domain/profile/grouped-profile';
import type { ProfileFigures } from '../../../src-renderer/domain/profile/profile';
import {
  codingLayers,
  profileUnits,
  standardFilters,
  type ProfileFilters,
} from '../../../src-renderer/domain/profile/request';
import {
  groupedIntervals,
  type GroupIntervals,
} from '../../../src-renderer/domain/profile/uncertainty/grouped-intervals';
import type { Estimate } from '../../../src-renderer/domain/profile/uncertainty/resample';
import { bootstrapOf, choice, chosen, oneFile } from '../ask';
import type { Command } from '../command';
import { estimateJson } from '../estimate';
import { codersNamed, familyAsked } from '../project/find';
import { readProject } from '../project/read';

/** Bounds of a share; null where there is no interval. */
const bounds = (estimate: Estimate | null) => {
  const { low, high } = estimateJson(estimate);
  return { low, high };
};

export const profileCommand: Command = {
  name: 'profile',
  files: 'P.qdpx',
  options: {
    by: { value: 'GROUPS', about: 'by' },
    unit: { value: 'UNIT', about: 'unit' },
    family: { value: 'FAMILY', about: 'family' },
    coders: { value: 'NAMES', about: 'profileCoders' },
    layer: { value: 'LAYER', about: 'layer' },
    bootstrap: { value: 'B', about: 'profile-bootstrap' },
    seed: { value: 'S', about: 'seed' },
  },
  formats: ['csv'],
  run: async (call) => {
    const file = oneFile(call);
    const unit = choice(call, 'unit', profileUnits);
    const wanted = (call.one('by') ?? 'country')
      .split(',')
      .map((each) => chosen('by', each.trim(), groupings));
    const by = [...new Set(wanted)];
    const { state } = (await readProject(file)).content;
    const family = familyAsked(state, call.one('family'));
    const bootstrap = bootstrapOf(call, { resamples: 0, seed: 1 });
    const layer = choice(call, 'layer', codingLayers);
    const coders = call
      .one('coders')
      ?.split(',')
      .map((each) => each.trim());
    const filters: ProfileFilters = {
      ...standardFilters,
      layer,
      ...(coders && { coderIds: coders.flatMap((name) => codersNamed(state, name)) }),
    };
    const request = { familyKey: family.key, unit, filters };
    const profile = groupedProfile(state, request, by);
    const intervals = bootstrap && finish(groupedIntervals(state, request, by, bootstrap));
    return {
      json: {
        family: family.key,
        unit,
        by,
        layer,
        coders: coders ?? null,
        denominator: `${unit} with a code of the family`,
        bootstrap,
        rows: profile.rows.map((row, index) => ({
          ...row.group,
          ...figuresJson(profile, row, intervals?.rows[index]),
        })),
        total: figuresJson(profile, profile.total, intervals?.total),
      },
      table: () => {
        const { columns, rows } = groupedProfileTable(profile, { unit, language: 'en' });
        if (!intervals) return { columns, rows };
        const each = intervals.rows.flatMap(({ shares }) => shares.map(estimateJson));
        return {
          columns: [...columns, 'low', 'high'],
          rows: rows.map((row, index) => [...row, each[index]?.low ?? null, each[index]?.high ?? null]),
        };
      },
    };
  },
};

const figuresJson = (
  { columns }: GroupedProfile,
  figures: ProfileFigures,
  intervals: GroupIntervals | undefined,
) => ({
  status: figures.status,
  sources: figures.sources,
  sourcesCoded: figures.sourcesCoded,
  n: figures.n,
  coders: figures.coders,
  leftOut: figures.leftOut,
  codes: figures.cells.map(({ value, share }, index) => ({
    key: columns[index]?.key ?? '',
    code: labelIn(columns[index]?.labels ?? {}, 'en'),
    value: figures.status === 'no-data' ? null : value,
    share,
    ...(intervals && bounds(intervals.shares[index] ?? null)),
  })),
});
