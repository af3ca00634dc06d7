import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPattern, parsePattern, saidByName } from '../../../../src-renderer/domain/sources/name-pattern';
import { suggestPatterns } from '../../../../src-renderer/domain/sources/names/suggest';
import { documentTypes } from '../../../../src-renderer/domain/model/source';
import { countryCodes } from '../../../../src-renderer/domain/sources/country-codes';

const read = (text: string, path: string) => {
  const pattern = parsePattern(text);
  if (!pattern.ok) throw new Error(pattern.error.kind);
  return applyPattern(pattern.value, path);
};

describe('a pattern', () => {
  it.each([
    ['{country}_{date}_{type}', 'JP_2009-12_action-plan.pdf'],
    ['{Country}_{date}_{ type }', 'jpn_200912_行動計画.pdf'],
    ['{country}_{date}_{type}', '日本_2009年12月_Action Plan.docx'],
    ['{country}/{date} {type}', 'all/Japan/2009.12 行动计划.txt'],
    ['{country}{date}{type}', 'JP2009-12행동계획'],
  ])('%s reads %s', (text, path) => {
    expect(read(text, path)).toEqual({ country: 'JP', date: '2009-12', type: 'action-plan' });
  });

  it('takes the longest date, country and type, and the shortest of other texts', () => {
    expect(read('{date}-{title}', '2009-12-22-the-plan.txt')).toEqual({
      date: '2009-12-22',
      title: 'the-plan',
    });
    expect(read('{outlet}_{date}_{title}', 'Asahi_20180501_a_b.txt')).toEqual({
      outlet: 'Asahi',
      date: '2018-05-01',
      title: 'a b',
    });
    expect(read('{country}_{*}', 'South_Korea_x.txt')).toEqual({ country: 'KR' });
  });

  it('reads languages by tag and by name', () => {
    expect(read('{title}.{language}', 'law.zh_TW.html')).toEqual({ title: 'law', language: 'zh-Hant' });
    expect(read('{title}_{language}', 'law_한국어.html')).toEqual({ title: 'law', language: 'ko' });
    expect(read('{title}_{language}', 'law_xq.html')).toBeUndefined();
  });

  it('reads values of variables, whatever they are called', () => {
    expect(read('{variable:Ministry}/{country}_{*}', 'all/Justice_and_Home/JP_plan.txt')).toEqual({
      country: 'JP',
      variables: [{ name: 'Ministry', value: 'Justice and Home' }],
    });
    expect(read('{ Variable: 部局/課  名 }-{variable:n}', '外務省-7.txt')).toEqual({
      variables: [
        { name: '部局/課 名', value: '外務省' },
        { name: 'n', value: '7' },
      ],
    });
    const pattern = parsePattern('{variable:Ministry}/{type}');
    expect(pattern.ok && saidByName(pattern.value, 'MOFA/law.txt')).toEqual({
      about: { documentType: 'law' },
      fields: [{ name: 'Ministry', value: 'MOFA' }],
    });
  });

  it('fits no name with a country, date or folder that is none', () => {
    expect(read('{country}_{date}', 'XX_2009.txt')).toBeUndefined();
    expect(read('{country}_{date}', 'JP_2009-13.txt')).toBeUndefined();
    expect(read('{country}/{title}', 'plan.txt')).toBeUndefined();
    expect(read('{title}_{date}', 'a/b_2009.txt')).toEqual({ title: 'b', date: '2009' });
  });

  it.each([
    ['plain', { kind: 'no-token' }],
    ['{county}', { kind: 'unknown-token', token: 'county' }],
    ['{date}_{date}', { kind: 'token-twice', token: 'date' }],
    ['{title}{*}', { kind: 'nothing-between', token: '*' }],
    ['{variable: }', { kind: 'unknown-token', token: 'variable: ' }],
    ['{variable:a}_{Variable:Ａ}', { kind: 'token-twice', token: 'variable:Ａ' }],
    ['{title}{variable:a}', { kind: 'nothing-between', token: 'variable:a' }],
    ['{date', { kind: 'brace' }],
    ['date}', { kind: 'brace' }],
  ])('%s is none', (text, error) => {
    expect(parsePattern(text)).toEqual({ ok: false, error });
  });

  it('reads back what a name was made of', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const date = fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...countryCodes),
        date,
        fc.constantFrom(...documentTypes),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (country, day, type, words) => {
          const iso = day.toISOString().slice(0, 10);
          const name = `${country}_${iso}_${type}_${words.join('_')}.pdf`;
          expect(read('{country}_{date}_{type}_{title}', name)).toEqual({
            country,
            date: iso,
            type,
            title: words.join(' '),
          });
        },
      ),
    );
  });

  it('never throws and comes to an end, whatever the name', () => {
    const token = fc.constantFrom('{*}_', '{title}_', '{date}', '{country}', '_', '/');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), fc.string({ unit: 'grapheme' }), (tokens, path) => {
        const pattern = parsePattern(tokens.join(''));
        if (pattern.ok) applyPattern(pattern.value, path);
      }),
    );
    const stars = parsePattern('{*}_'.repeat(12) + '{date}');
    if (stars.ok) expect(applyPattern(stars.value, '_'.repeat(255))).toBeUndefined();
  });
});

describe('suggested patterns', () => {
  const suggested = (paths: string[]) =>
    suggestPatterns(paths).map(({ pattern, matches }) => [pattern.text, matches]);

  it('are those that most names go by', () => {
    const paths = ['JP_2009-12_action-plan.pdf', 'KR_2013_law.pdf', 'CN_2021_行动计划.pdf', 'notes.txt'];
    expect(suggested(paths)[0]).toEqual(['{country}_{date}_{type}', 3]);
  });

  it('use the names of folders', () => {
    const paths = ['x/Japan/2009 the plan.txt', 'x/Korea, South/2010 a speech of.txt', 'x/中国/2011 b c.txt'];
    expect(suggested(paths)[0]).toEqual(['{country}/{date} {title}', 2]);
  });

  it('propose variables for folders that are no country, after what needs none', () => {
    const named = (paths: readonly string[]) =>
      suggestPatterns(paths, 'Folder').map((each) => each.pattern.text);
    expect(named(['x/MOFA/first.txt', 'x/Cabinet/second.txt'])).toEqual(['{variable:Folder}/{*}']);
    expect(named(['x/Japan/MOFA/2009 a.txt', 'x/China/MPS/2010 b.txt']).slice(0, 2)).toEqual([
      '{country}/{*}/{date} {title}',
      '{country}/{variable:Folder}/{date} {title}',
    ]);
    expect(named(['MOFA/Tokyo/a.txt', 'MPS/Peking/b.txt'])[0]).toBe(
      '{variable:Folder}/{variable:Folder 2}/{*}',
    );
    expect(named(['plans/a.txt', 'plans/b.txt', 'c.txt'])).toEqual([]);
  });

  it('are none where names say nothing', () => {
    expect(suggested(['a.txt', 'b c.txt', 'd_e.txt', ''])).toEqual([]);
  });
});
