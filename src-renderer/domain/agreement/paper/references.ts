/** Works by a key of their own: how they are cited in a sentence, and the entry of the list. */
const works = {
  bennett1954: [
    'Bennett, Alpert, & Goldstein, 1954',
    'Bennett, E. M., Alpert, R., & Goldstein, A. C. (1954). Communications through limited-response questioning. Public Opinion Quarterly, 18(3), 303–308.',
  ],
  brennan1981: [
    'Brennan & Prediger, 1981',
    'Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: Some uses, misuses, and alternatives. Educational and Psychological Measurement, 41(3), 687–699.',
  ],
  cohen1960: [
    'Cohen, 1960',
    'Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20(1), 37–46.',
  ],
  efron1993: [
    'Efron & Tibshirani, 1993',
    'Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.',
  ],
  fleiss1971: [
    'Fleiss, 1971',
    'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
  ],
  gwet2008: [
    'Gwet, 2008',
    'Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.',
  ],
  hripcsak2005: [
    'Hripcsak & Rothschild, 2005',
    'Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
  ],
  jaccard1901: [
    'Jaccard, 1901',
    'Jaccard, P. (1901). Étude comparative de la distribution florale dans une portion des Alpes et du Jura. Bulletin de la Société Vaudoise des Sciences Naturelles, 37, 547–579.',
  ],
  krippendorff2004: [
    'Krippendorff, 2004',
    'Krippendorff, K. (2004). Content analysis: An introduction to its methodology (2nd ed.). Sage.',
  ],
  krippendorff2016: [
    'Krippendorff, Mathet, Bouvry, & Widlöcher, 2016',
    'Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua: Further developments. Quality & Quantity, 50(6), 2347–2364.',
  ],
} as const satisfies Readonly<Record<string, readonly [citation: string, entry: string]>>;

export type Work = keyof typeof works;

/** Where each coefficient comes from; those of the unitizing family share one work. */
const sources: Readonly<Record<string, readonly Work[]>> = {
  uAlpha: ['krippendorff2016'],
  barUAlpha: ['krippendorff2016'],
  cuAlpha: ['krippendorff2016'],
  kuAlpha: ['krippendorff2016'],
  'charSetAlpha.jaccard': ['krippendorff2004', 'jaccard1901'],
  krippendorffAlpha: ['krippendorff2004'],
  'krippendorffAlpha.jaccard': ['krippendorff2004', 'jaccard1901'],
  spanF1: ['hripcsak2005'],
  charKappa: ['cohen1960'],
  cohenKappa: ['cohen1960'],
  charGwetAC1: ['gwet2008'],
  gwetAC1: ['gwet2008'],
  fleissKappa: ['fleiss1971'],
  bennettS: ['bennett1954'],
  brennanPrediger: ['brennan1981'],
};

/** In: the name of a coefficient. Out: the works that it comes from; none for percent agreement. */
export const worksOf = (coefficient: string): readonly Work[] => sources[coefficient] ?? [];

/** In: works. Out: how a sentence cites them, without brackets: “Cohen, 1960; Gwet, 2008”. */
export const citation = (of: readonly Work[]): string => of.map((work) => works[work][0]).join('; ');

/** In: works, in any order and more than once. Out: the entries of the list of references, each once, in order. */
export const referenceList = (of: readonly Work[]): readonly string[] =>
  [...new Set(of)].map((work) => works[work][1]).sort((a, b) => a.localeCompare(b, 'en'));
