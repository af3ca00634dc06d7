import { describe, expect, it } from 'vitest';
import { labelLanguages } from '../../../src-renderer/domain/model/language';
import { keysInUse } from './keys-in-use';
import { keysFor, openIn, placeholders, stem, stringsOf } from './locales';

const english = stringsOf('en');

describe.each(labelLanguages)('the strings in %s', (language) => {
  const strings = stringsOf(language);

  it('are those of English, each plural in the forms of the language', () => {
    expect([...strings.keys()].sort()).toEqual([...keysFor(language, english)].sort());
  });

  it('leave open what English leaves open', () => {
    const wrong = [...strings].filter(([key, text]) => {
      const { needed, allowed } = openIn(english, key);
      const open = placeholders(text);
      return !needed.every((name) => open.includes(name)) || !open.every((name) => allowed.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it('are empty only where English is', () => {
    const empty = [...strings].filter(([key, text]) => text.trim() === '' && english.get(key) !== '');
    expect(empty).toEqual([]);
  });
});

describe('the keys in the source', () => {
  const keys = keysInUse();
  const known = [...english.keys()].flatMap((key) => [key, stem(key)]);

  it('are found', () => {
    expect(keys.length).toBeGreaterThan(300);
  });

  it('all have an English string', () => {
    const missing = keys.filter(({ matches }) => !known.some((key) => matches.test(key)));
    expect(missing.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
  });
});
