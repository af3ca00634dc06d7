import { framingProfile } from '../../src-renderer/domain/profile/profile';
import { profileUnits, standardFilters } from '../../src-renderer/domain/profile/request';
import { generateProject } from '../generator/project';
import { compete, quiet, type Figures } from './timing';

/** Profiles of a large project in each unit, against one bare pass that counts its tags. */
export async function benchProfiles(): Promise<readonly Figures[]> {
  const { state } = generateProject({ seed: 20, sources: 1000, segments: 20_000, coders: 2, length: 3000 });
  const results: Figures[] = [];
  for (const unit of profileUnits) {
    results.push(
      ...(await compete({
        name: `profile of 20,000 segments in 1,000 sources (${unit})`,
        limit: '50 ms',
        baselineName: 'one bare pass that counts the tags',
        runs: 15,
        weighings: unit === 'segments' ? 5 : 0,
        ours: async (measure) => {
          await quiet();
          return measure(() =>
            framingProfile(state, { familyKey: 'mode', unit, groupBy: 'country', filters: standardFilters }),
          );
        },
        baseline: async (measure) => {
          await quiet();
          return measure(() => {
            const counts = new Map<string, number>();
            for (const { tags } of state.segments.values()) {
              for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
            }
            if (counts.size === 0) throw new Error('There are tags.');
          });
        },
      })),
    );
  }
  return results;
}
