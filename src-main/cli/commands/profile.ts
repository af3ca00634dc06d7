import { groupedProfileTable } from '../../../src-renderer/domain/exchange/tables/grouped-profile-table';
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
import { choice, chosen, oneFile } from '../ask';
import type { Command } from '../command';
import { codersNamed, familyNamed, mainFamily } from '../project/find';
import { readProject } from '../project/read';

export const profileCommand: Command = {
  name: 'profile',
  files: 'P.qdpx',
  options: {
    by: { value: 'GROUPS', about: 'by' },
    unit: { value: 'UNIT', about: 'unit' },
    family: { value: 'FAMILY', about: 'family' },
    coders: { value: 'NAMES', about: 'profileCoders' },
    layer: { value: 'LAYER', about: 'layer' },
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
    const named = call.one('family');
    const family =
      (named === undefined ? mainFamily(state) : undefined) ?? familyNamed(state, named ?? 'mode');
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
    const profile = groupedProfile(state, { familyKey: family.key, unit, filters }, by);
    return {
      json: {
        family: family.key,
        unit,
        by,
        layer,
        coders: coders ?? null,
        rows: profile.rows.map((row) => ({ ...row.group, ...figuresJson(profile, row) })),
        total: figuresJson(profile, profile.total),
      },
      table: () => groupedProfileTable(profile, { unit, language: 'en' }),
    };
  },
};

const figuresJson = ({ columns }: GroupedProfile, figures: ProfileFigures) => ({
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
  })),
});
