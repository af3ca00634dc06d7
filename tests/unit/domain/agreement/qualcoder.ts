import type { Continuum } from '../../../../src-renderer/domain/agreement/continuum/continuum';

/**
 * What QualCoder prints for two coders of one code: no target, but the value that it was measured to print,
 * so that the note on it stands on arithmetic. It counts characters per span, so that a coder's own
 * overlap counts twice; three marks on one character are neither agreement nor disagreement; and chance
 * multiplies yes by no.
 */
export function qualcoderAsShipped(continuum: Continuum | undefined) {
  const [first, second] = continuum?.coders ?? [];
  if (!continuum || !first || !second) throw new Error('QualCoder compares two coders.');
  const lengthOf = (spans: typeof first) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let dual = 0;
  let uncoded = 0;
  for (let at = continuum.begin; at < continuum.begin + continuum.length; at++) {
    const marks = [...first, ...second].filter(({ start, end }) => start <= at && at < end).length;
    if (marks === 2) dual++;
    if (marks === 0) uncoded++;
  }
  const [a, b] = [lengthOf(first), lengthOf(second)];
  const unique = a + b - dual;
  const yes = ((a / unique) * b) / unique;
  const no = (((unique - a) / unique) * (unique - b)) / unique;
  const chance = yes * no;
  return {
    agreePct: (100 * (dual + uncoded)) / continuum.length,
    kappaAsShipped: (dual / unique - chance) / (1 - chance),
  };
}
