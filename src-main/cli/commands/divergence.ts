import { finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import { labelIn } from '../../../src-renderer/domain/model/language';
import { divergenceReport } from '../../../src-renderer/domain/profile/divergence-report';
import { profileUnits, standardFilters } from '../../../src-renderer/domain/profile/request';
import { bootstrapOf, choice, oneFile } from '../ask';
import type { Command } from '../command';
import { estimateJson } from '../estimate';
import { familyAsked } from '../project/find';
import { readProject } from '../project/read';

export const divergenceCommand: Command = {
  name: 'divergence',
  files: 'P.qdpx',
  options: {
    by: { value: 'GROUPS', about: 'by-country' },
    family: { value: 'FAMILY', about: 'family' },
    unit: { value: 'UNIT', about: 'unit' },
    bootstrap: { value: 'B', about: 'bootstrap' },
    seed: { value: 'S', about: 'seed' },
  },
  formats: ['csv'],
  run: async (call) => {
    const file = oneFile(call);
    choice(call, 'by', ['country']);
    const unit = choice(call, 'unit', profileUnits);
    const bootstrap = bootstrapOf(call, { resamples: 1000, seed: 1 });
    const { state } = (await readProject(file)).content;
    const family = familyAsked(state, call.one('family'));
    const report = finish(
      divergenceReport(
        state,
        { familyKey: family.key, unit, groupBy: 'country', filters: standardFilters },
        bootstrap,
      ),
    );
    const codes = new Map(report.columns.map((code) => [code.id, code]));
    const denominator = `${unit} with a code of the family`;
    const pairs = report.pairs.map(({ a, b, divergence, contributions }) => ({
      a,
      b,
      ...estimateJson(divergence),
      contributions: contributions.map(({ codeId, bits }) => {
        const code = codes.get(codeId);
        return { key: code?.key ?? '', code: labelIn(code?.labels ?? {}, 'en'), bits };
      }),
    }));
    return {
      json: {
        measure: 'Jensen–Shannon divergence, base 2',
        family: family.key,
        by: 'country',
        unit,
        denominator,
        bootstrap,
        countries: report.countries.map(({ key, sources, n }) => ({ country: key, sources, n, denominator })),
        withoutData: report.withoutData,
        pairs,
        meanDivergence: estimateJson(report.meanDivergence),
        commonProblemPerception: estimateJson(report.commonPerception),
      },
      table: () => ({
        columns: ['a', 'b', 'divergence', 'low', 'high', 'most'],
        rows: [
          ...pairs.map(({ a, b, value, low, high, contributions }) => [
            a,
            b,
            value,
            low,
            high,
            contributions[0]?.key || (contributions[0]?.code ?? ''),
          ]),
          ...(['meanDivergence', 'commonPerception'] as const).map((name) => {
            const { value, low, high } = estimateJson(report[name]);
            return [name, '', value, low, high, ''];
          }),
        ],
      }),
    };
  },
};
