import { beforeAll, describe, expect, it } from 'vitest';
import { divergence } from '../../../src-renderer/domain/profile/divergence';
import { framingProfile, type FramingProfile } from '../../../src-renderer/domain/profile/profile';
import { standardFilters, type ProfileFilters } from '../../../src-renderer/domain/profile/request';
import { amount, share, units, withCodes, type Unit, type Who } from './counting';
import { openSample, type OpenSample } from './open-sample';

/** The findings of Nakamura (2019) that the sample must show, one test each. */
let sample: OpenSample;
beforeAll(async () => {
  sample = await openSample();
});

type Mode = 'M1' | 'M2' | 'M3' | 'M4';

/** Coder A alone and both coders, with and without rejections: the findings hold for each. */
const readings: readonly Who[] = [
  { coder: 'A' },
  {},
  { coder: 'A', stances: ['asserts', 'reports', 'rejects'] },
  { stances: ['asserts', 'reports', 'rejects'] },
];
const everyReading = units.flatMap((unit) => readings.map((who) => [unit, who] as const));

function profileOf(unit: Unit, who: Who = {}, families = 'mode'): FramingProfile {
  const coderIds = [...sample.state.coders.values()]
    .filter(({ initials }) => who.coder === undefined || initials === who.coder)
    .map(({ id }) => id);
  const filters: ProfileFilters = {
    ...standardFilters,
    coderIds,
    ...(who.stances && { stances: who.stances }),
  };
  return framingProfile(sample.state, { familyKey: families, unit, groupBy: 'country', filters });
}

/** Shares by mode, counted twice: by the product and by the test. */
function sharesOf(country: string, unit: Unit, who: Who) {
  const profile = profileOf(unit, who);
  const row = profile.rows.find(({ key }) => key === country)!;
  const shareOf = (key: Mode) => {
    const index = profile.columns.findIndex((code) => code.key === key);
    const shown = row.cells[index]!.share;
    expect(shown).toBe(share(sample.state, country, key, unit, who));
    return shown!;
  };
  return { M1: shareOf('M1'), M2: shareOf('M2'), M3: shareOf('M3'), M4: shareOf('M4') };
}

const caseOf = (country: string) =>
  [...sample.state.cases.values()].find((each) => each.country === country)!;
const factsOf = (country: string, key: string) => caseOf(country).facts.filter((fact) => fact.key === key);
const keyOf = (codeId: string | undefined) => sample.state.codes.get(codeId ?? '')?.key;
const judgementIn = (profile: FramingProfile, country: string) =>
  profile.rows.find(({ key }) => key === country)!.judgement;

describe('Japan', () => {
  it.each(everyReading)('share(M1) > share(M3) > share(M2), share(M4) in %s %j', (unit, who) => {
    const { M1, M2, M3, M4 } = sharesOf('JP', unit, who);
    expect(M1).toBeGreaterThan(M3);
    expect(M3).toBeGreaterThan(M2);
    expect(M3).toBeGreaterThan(M4);
  });

  it('agrees with the assigned mode, mainly immigration, in every unit', () => {
    for (const unit of units) {
      const judgement = judgementIn(profileOf(unit), 'JP');
      expect(keyOf(judgement?.codeId)).toBe('M1');
      expect(judgement?.verdict).toBe('agrees');
    }
  });

  it.each(readings)('nearly leaves out victims and their rights %j', (who) => {
    expect(sharesOf('JP', 'segments', who).M4).toBeLessThan(0.15);
    expect(sharesOf('JP', 'characters', who).M4).toBeLessThan(0.15);
    expect(amount(sample.state, 'JP', 'A13', 'segments', who)).toBeLessThan(
      amount(sample.state, 'JP', 'A2', 'segments', who) / 2,
    );
  });

  it('speaks at home and abroad, as destination, source and transit, with the instruments named', () => {
    for (const key of ['L1', 'L3', 'C3', 'C1', 'C2'])
      expect(withCodes(sample.state, 'JP', key).length, key).toBeGreaterThan(0);
    for (const number of [1, 2, 3, 4, 5, 6, 9, 10, 15, 16])
      expect(withCodes(sample.state, 'JP', `I${number}`).length, `I${number}`).toBeGreaterThan(0);
    expect(withCodes(sample.state, 'JP', 'L2')).toEqual([]);
  });
});

describe('South Korea', () => {
  it.each(everyReading)('shows M3 as the largest, with M2 and M4 beside it, in %s %j', (unit, who) => {
    const { M1, M2, M3, M4 } = sharesOf('KR', unit, who);
    expect(M3).toBeGreaterThan(Math.max(M1, M2, M4));
    expect(M2).toBeGreaterThan(M1);
    expect(M4).toBeGreaterThan(M1);
  });

  it('is assigned to M2 all the same, and the profile says that the two differ', () => {
    for (const unit of units) {
      const judgement = judgementIn(profileOf(unit), 'KR');
      expect(keyOf(judgement?.codeId)).toBe('M2');
      expect(judgement?.verdict).toBe('differs');
      expect(judgement?.reasons).toMatch(/although/);
    }
  });

  it('speaks at home only, under pressure from the tier, its own image and groups of women', () => {
    expect(withCodes(sample.state, 'KR', 'M', 'L1')).toEqual(withCodes(sample.state, 'KR', 'M'));
    for (const key of ['P1', 'P6', 'P4', 'C1', 'C2', 'C3', 'I2', 'I4', 'I5', 'I7'])
      expect(withCodes(sample.state, 'KR', key).length, key).toBeGreaterThan(0);
  });
});

describe('China', () => {
  it.each(everyReading)('shows M3 as the largest share in %s %j', (unit, who) => {
    const { M1, M2, M3, M4 } = sharesOf('CN', unit, who);
    expect(M3).toBeGreaterThan(Math.max(M1, M2, M4));
  });

  it('codes every M3 segment as domestic, none as international', () => {
    const third = withCodes(sample.state, 'CN', 'M3');
    expect(third.length).toBeGreaterThan(20);
    expect(withCodes(sample.state, 'CN', 'M3', 'L1')).toEqual(third);
    expect(withCodes(sample.state, 'CN', 'L3')).toEqual([]);
    const levels = profileOf('segments', {}, 'level');
    const row = levels.rows.find(({ key }) => key === 'CN')!;
    expect(row.cells.map(({ value }) => value)).toEqual([row.n, 0, 0]);
    expect(judgementIn(profileOf('segments'), 'CN')?.verdict).toBe('agrees');
  });

  it('commits without complying (N8), and refuses a part (N9)', () => {
    expect(withCodes(sample.state, 'CN', 'N8').length).toBeGreaterThan(0);
    expect(withCodes(sample.state, 'CN', 'N9').length).toBeGreaterThan(0);
    expect(factsOf('CN', 'ratified')).toMatchObject([{ value: 'yes', date: '2010-02' }]);
    expect(factsOf('CN', 'excluded')).toMatchObject([{ value: 'Article 15(2)' }]);
  });

  it('names its causes, instruments and places in the flow', () => {
    for (const key of ['X2', 'X3', 'X6', 'X7', 'I2', 'I3', 'I14', 'C1', 'C2', 'C3', 'C4'])
      expect(withCodes(sample.state, 'CN', key).length, key).toBeGreaterThan(0);
  });
});

describe('North Korea', () => {
  it('has form and cause segments, and no assigned mode, and the profile states it so', () => {
    for (const key of ['F3', 'F4', 'X9', 'X1', 'C1'])
      expect(withCodes(sample.state, 'KP', key).length, key).toBeGreaterThan(0);
    expect(caseOf('KP').judgement).toBeNull();
    const row = profileOf('segments').rows.find(({ key }) => key === 'KP')!;
    expect(row.elsewhere, 'coded, but for other things').toBeGreaterThan(0);
    expect(row).toMatchObject({ status: 'no-data', sources: 2, n: 0, judgement: null });
    expect(row.cells.map((cell) => cell.share)).toEqual(row.cells.map(() => null));
    const forms = profileOf('segments', {}, 'form').rows.find(({ key }) => key === 'KP')!;
    expect(forms.status).toBe('ok');
    expect(factsOf('KP', 'legal-measures')).toMatchObject([{ value: 'none known' }]);
  });
});

describe('Taiwan', () => {
  it('has a document and zero segments: no data, not 0 %', () => {
    expect([...sample.state.sources.values()].filter(({ country }) => country === 'TW')).toHaveLength(1);
    expect(withCodes(sample.state, 'TW')).toEqual([]);
    for (const unit of units) {
      const row = profileOf(unit).rows.find(({ key }) => key === 'TW')!;
      expect(row).toMatchObject({ status: 'no-data', sources: 1, sourcesCoded: 0, n: 0, judgement: null });
      expect(row.cells.every((cell) => cell.share === null)).toBe(true);
      expect(row.notes.map(({ key }) => key).join()).toMatch(/note\.no-data/);
    }
  });

  it('is left out of divergence', () => {
    for (const other of ['JP', 'KR', 'CN']) expect(divergence(profileOf('segments'), 'TW', other)).toBeNull();
  });
});

describe('the region', () => {
  it.each(everyReading)('shares no view of the problem: every pair diverges, in %s %j', (unit, who) => {
    const profile = profileOf(unit, who);
    for (const [a, b] of [
      ['JP', 'CN'],
      ['JP', 'KR'],
      ['CN', 'KR'],
    ] as const)
      expect(divergence(profile, a, b), `${a} ${b}`).toBeGreaterThan(0);
  });

  it('says so itself (G7), and has no scheme (G4)', () => {
    expect(withCodes(sample.state, 'Northeast Asia', 'G7').length).toBeGreaterThan(0);
    expect(withCodes(sample.state, 'Northeast Asia', 'G4').length).toBeGreaterThan(0);
  });

  it('has proposals (G2) and police ties (G3)', () => {
    expect(withCodes(sample.state, 'Northeast Asia', 'G2').length).toBeGreaterThan(0);
    expect(withCodes(sample.state, 'Northeast Asia', 'G3').length).toBeGreaterThan(0);
  });

  it('has a scheme in operation (G1) in Southeast Asia alone', () => {
    const schemes = withCodes(sample.state, null, 'G1');
    expect(schemes.length).toBeGreaterThan(0);
    expect(withCodes(sample.state, 'Southeast Asia', 'G1')).toEqual(schemes);
  });

  it('has signatures without ratification in Japan and South Korea, as of October 2015', () => {
    for (const [country, signed] of [
      ['JP', '2002'],
      ['KR', '2000-12'],
    ] as const) {
      expect(factsOf(country, 'signed')).toMatchObject([{ value: 'yes', date: signed, asOf: '2015-10' }]);
      const [then, later] = factsOf(country, 'ratified');
      expect(then).toMatchObject({ value: 'no', date: '', asOf: '2015-10' });
      expect(then!.codes.map(keyOf)).toContain('N8');
      // Status is a dated record, not a flag: what came after the article stands beside it.
      expect(later).toMatchObject({ value: 'yes', asOf: '' });
      expect(later!.date > '2015-10').toBe(true);
      expect(later!.reference).not.toMatch(/Nakamura/);
    }
  });
});

/** Figure, and how the document writes it: digits as in the article, in the language of the document. */
const figures: readonly (readonly [country: string, fact: string, value: string, inText: string])[] = [
  ['JP', 'cases-2005', '81', '81 in 2005'],
  ['JP', 'cases-2009', '28', '28 for 2009, eight fewer than in the previous year'],
  ['JP', 'cases-2012', '44', '44 cases of trafficking in 2012'],
  ['JP', 'victims-2012', '27', 'victims in 2012 was 27'],
  ['JP', 'suspects-japanese-pct-2012', '80', '80 per cent were Japanese'],
  ['JP', 'victims-philippines-pct-2012', '41', '41 per cent came from the Philippines'],
  ['JP', 'hotline-reports', '4065', '4,065 reports'],
  ['JP', 'hotline-arrests', '24', '24 arrests'],
  ['JP', 'sex-industry-gdp-pct', '1-3', 'between 1 and 3 per cent'],
  ['JP', 'sex-industry-usd-bn', '83', '83 billion US dollars'],
  ['KR', 'tip-tier', '3', 'In 2001 the American report placed us in Tier 3'],
  ['KR', 'ministry-founded', '2001', 'The ministry was founded in 2001'],
  ['KR', 'facilities-2014', '91', 'In 2014, 91 facilities'],
  ['KR', 'cases-2014', '457', '457건'],
  ['KR', 'sex-trafficking-cases-2014', '14', '14건'],
  ['CN', 'arrests-2012', '802', '802名'],
  ['CN', 'children-freed-2012', '181', '181名'],
  ['CN', 'provinces-2012', '15', '十五个省份'],
  ['CN', 'officers-2012', '10000', '10000名'],
  ['CN', 'price-yuan-max', '50000', '5万元'],
  ['CN', 'campaign-2009-children', '18000', '18,000 children'],
  ['CN', 'campaign-2009-women', '34000', '34,000 women'],
  ['CN', 'migrants-million', '286', '286 million internal migrants'],
  ['CN', 'forced-labour-facilities', '320', '320 facilities'],
  ['KP', 'camp-prisoners', '80000-120000', '80,000 and 120,000 people'],
  ['KP', 'workers-abroad', '50000', '50,000 workers'],
  ['KP', 'female-share-of-crossers-pct', '80', '80 per cent of those who cross'],
];

describe('figures', () => {
  it.each(figures)('%s: %s = %s, in a fact and in a document', (country, key, value, inText) => {
    expect(factsOf(country, key).map((fact) => fact.value)).toContain(value);
    const texts = sample.project.contents.filter(
      ({ text }) => sample.state.sources.get(text.sourceId)?.country === country,
    );
    expect(texts.some(({ text }) => text.text.includes(inText))).toBe(true);
  });
});
