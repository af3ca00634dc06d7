import type { AgreementUnit } from '../../../../domain/agreement/study/request';

const ofUnits = [
  'krippendorffAlpha',
  'krippendorffAlpha.jaccard',
  'krippendorffAlpha.masi',
  'cohenKappa',
  'scottPi',
  'fleissKappa',
  'congerKappa',
  'lightKappa',
  'gwetAC1',
  'brennanPrediger',
  'bennettS',
  'positiveSpecificAgreement',
  'holsti',
  'percentAgreement',
] as const;

const ofSpans = ['spanF1', 'gamma', 'gammaCat', 'gammaK'] as const;

/** In: a unit. Out: the coefficients that are offered for it, each once under one name, the family of u-α first. */
export function coefficientsFor(unit: AgreementUnit): readonly string[] {
  if (unit === 'character')
    return [
      'uAlpha',
      'barUAlpha',
      'cuAlpha',
      'kuAlpha',
      'charSetAlpha.jaccard',
      'charSetAlpha.masi',
      'charPercentAgreement',
      'alphaU2004',
      ...ofSpans,
      ...ofUnits,
    ];
  return unit === 'segment' ? [...ofSpans, ...ofUnits] : ofUnits;
}
