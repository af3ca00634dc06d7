import { describe, expect, it } from 'vitest';
import { dateIn, dateLine, findDate } from '../../../src-renderer/importers/dates';

describe('a date in the language of a database’s user', () => {
  it.each([
    ['January 11, 2010 Monday', '2010-01-11'],
    ['Thurdsday, February 19, 2015  13:19:38 EST', '2015-02-19'],
    ['July 1, 2019 Monday 9:20 AM GMT', '2019-07-01'],
    ['December 19, 1991, Sunday, An Edition', '1991-12-19'],
    ['Friday, 5. July 2019 09:31:00 CEST', '2019-07-05'],
    ['7 May 2019', '2019-05-07'],
    ['Sept. 3, 2001', '2001-09-03'],
    ['31-DEC-2018', '2018-12-31'],
    ['Montag, 9. Januar 1993', '1993-01-09'],
    ['9 Januar 1993', '1993-01-09'],
    ['3. März 2011, 10:15 Uhr', '2011-03-03'],
    ['vendredi 1er mars 2013', '2013-03-01'],
    ['29 décembre 2011', '2011-12-29'],
    ['18 août 2004', '2004-08-18'],
    ['zaterdag 12 maart 2016', '2016-03-12'],
    ['3 de mayo de 2012', '2012-05-03'],
    ['14 de setembro de 2020', '2020-09-14'],
    ['quinta-feira, 12 de março de 2020', '2020-03-12'],
    ['lunedì 6 luglio 2015', '2015-07-06'],
    ['23 февраля 2018 г.', '2018-02-23'],
    ['2018年5月3日', '2018-05-03'],
    ['2018 年 10 月 7 日 17:04', '2018-10-07'],
    ['２０１８年５月３日（木）', '2018-05-03'],
    ['2018년 5월 3일 목요일', '2018-05-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和３年10月2日', '2021-10-02'],
    ['平成21年12月22日', '2009-12-22'],
    ['平成二十一年十二月二十二日', '2009-12-22'],
    ['昭和60年8月', '1985-08'],
    ['二〇〇九年十二月', '2009-12'],
    ['中華民國98年1月23日', '2009-01-23'],
    ['2018.01.07', '2018-01-07'],
    ['2019. 7. 1.', '2019-07-01'],
    ['20200131', '2020-01-31'],
    ['5.7.2019', '2019-07-05'],
    ['31/12/2018', '2018-12-31'],
    ['12/31/2018', '2018-12-31'],
    ['5/5/2009', '2009-05-05'],
    ['décembre 2009', '2009-12'],
    ['July 2019', '2019-07'],
    ['2009', '2009'],
    ['2009年', '2009'],
  ])('%s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  it.each([
    '04/05/2009',
    '31 February 2009',
    'Some Newspaper',
    'May the 2nd edition',
    '令和',
    '平成',
    '3年5月1日',
    '355 words',
    '2009 words',
    '12345678901',
    'summary 12, 2009',
  ])('is not in: %s', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});

describe('a line that begins with a date', () => {
  it.each([
    ['December 19, 1991, Sunday, An Edition', '1991-12-19', 'An Edition'],
    ['July 1, 2019 Monday 9:20 AM GMT', '2019-07-01', ''],
    ['Monday, July 1, 2019', '2019-07-01', ''],
    ['January 28, 1993, Tuesday, Late Edition - Final', '1993-01-28', 'Late Edition - Final'],
    ['29 décembre 2011 15:32', '2011-12-29', ''],
    ['2018 年 10 月 7 日 17:04', '2018-10-07', ''],
  ])('%s', (line, date, rest) => {
    expect(dateLine(line)).toEqual({ date, rest });
  });

  it('is none where something stands before the date', () => {
    expect(dateLine('Published on July 1, 2019')).toBeUndefined();
  });
});
