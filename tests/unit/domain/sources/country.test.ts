import { describe, expect, it } from 'vitest';
import { guessCountry, normaliseCountry } from '../../../../src-renderer/domain/sources/country';
import {
  countryCodeOf,
  countryCodes,
  isCountryCode,
} from '../../../../src-renderer/domain/sources/country-codes';

describe('countries', () => {
  it('are the 249 of ISO 3166-1', () => {
    expect(countryCodes).toHaveLength(249);
    expect(new Set(countryCodes).size).toBe(249);
    expect([...countryCodes].sort()).toEqual(countryCodes);
    expect(isCountryCode('TW')).toBe(true);
    expect(isCountryCode('EU')).toBe(false);
    expect(isCountryCode('jp')).toBe(false);
  });

  it.each([
    ['CHN', 'CN'],
    ['PRK', 'KP'],
    ['KOR', 'KR'],
    ['twn', 'TW'],
    ['ROU', 'RO'],
    ['ZZZ', undefined],
  ])('%s is %s', (alpha3, alpha2) => {
    expect(countryCodeOf(alpha3)).toBe(alpha2);
  });

  it.each([
    ['jp', 'JP'],
    [' JPN ', 'JP'],
    ['ＪＰ', 'JP'],
    ['Japan', 'JP'],
    ['north korea', 'KP'],
    ['日本', 'JP'],
    ['대한민국', 'KR'],
    ['中国', 'CN'],
    ['台灣', 'TW'],
    ['', ''],
    [' Northeast\n Asia ', 'Northeast Asia'],
    ['Ｎｏｗｈｅｒｅ', 'Ｎｏｗｈｅｒｅ'],
  ])('%j is read as %j', (typed, country) => {
    expect(normaliseCountry(typed)).toBe(country);
  });

  it.each([
    ['jp_plan.pdf', 'JP'],
    ['JP_2009-12_plan.pdf', 'JP'],
    ['kor_statute.txt', 'KR'],
    ['plan_jp.pdf', ''],
    ['jp-plan.pdf', ''],
    ['xx_plan.pdf', ''],
    ['japan_plan.pdf', ''],
    ['', ''],
  ])('%j suggests %j', (name, country) => {
    expect(guessCountry(name)).toBe(country);
  });
});
