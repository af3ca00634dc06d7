import { withDescendants } from '../../codebook/tree';
import type { ProjectState } from '../../model/project';
import { differencesOf } from '../settle/differences';
import { standingOf } from '../settle/standing';
import { pairsOf } from '../table/counts';
import type { AgreementReport } from '../study/report';

/**
 * How many disagreements on the codes of a report nobody decided on, or have to be decided anew.
 * In: the project and the report. Out: their number, over all pairs of its coders.
 */
export function openDisagreements(state: ProjectState, report: AgreementReport): number {
  const codes = withDescendants(state, report.codes);
  const sourceIds = report.documents.map(({ id }) => id);
  return pairsOf(report.coders.length)
    .flatMap(([a, b]) => {
      const [first, second] = [report.coders[a], report.coders[b]];
      if (first === undefined || second === undefined) return [];
      return differencesOf(state, { coders: [first, second], codes, sourceIds });
    })
    .filter((difference) => difference.kind !== 'agreed' && standingOf(state, difference) !== 'settled')
    .length;
}
