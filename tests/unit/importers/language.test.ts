import { describe, expect, it, vi } from 'vitest';
import { languageTag } from '../../../src-renderer/importers/language/declared';
import { guessLanguage } from '../../../src-renderer/importers/language/guess';
import { english, french, japanese, korean, simplified, traditional } from '../../fixtures/import/texts';

// The detector for alphabets takes seconds to load on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('the language', () => {
  it.each([
    ['en', english],
    ['ja', japanese],
    ['ko', korean],
    ['zh-Hans', simplified],
    ['zh-Hant', traditional],
    ['fr', french],
    ['ru', 'Правительство усилило защиту жертв торговли людьми и наказание тех, кто их эксплуатирует.'],
    ['ja', '第3条 人身取引の防止'],
    ['zh', '人口 '.repeat(10)],
    ['', 'Act 3'],
    ['', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22'],
  ])('%s is guessed from the text', async (language, text) => {
    expect(await guessLanguage(text)).toBe(language);
  });

  it('is that of the document, not that of its first page', async () => {
    expect(await guessLanguage(english.repeat(8) + japanese.repeat(100))).toBe('ja');
  });

  it.each([
    ['EN-us', 'en-US'],
    ['ja_JP', 'ja-JP'],
    ['', ''],
    ['not a language', ''],
  ])('declared as %j is %j', (declared, tag) => {
    expect(languageTag(declared)).toBe(tag);
  });
});
