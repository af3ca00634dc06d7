import { describe, expect, it } from 'vitest';
import { isPartialDate, parsePartialDate } from '../../../../src-renderer/domain/sources/date';

describe('partial dates', () => {
  it.each(['2009', '2009-12', '2009-12-22', '2008-02-29', '2000-02-29', '0001'])('%s is one', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  it.each([
    '',
    '209',
    '2009-13',
    '2009-00',
    '2009-1',
    '2009-02-29',
    '1900-02-29',
    '2009-04-31',
    '2009-12-00',
    '0000',
    ' 2009',
    '2009-12-22T00:00',
  ])('%j is none', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });

  it.each([
    ['2009', '2009'],
    [' 2009/12 ', '2009-12'],
    ['2009-1-2', '2009-01-02'],
    ['2009.12.22', '2009-12-22'],
    ['2009. 12. 22.', '2009-12-22'],
    ['２００９年１２月２２日', '2009-12-22'],
    ['2009年12月', '2009-12'],
    ['2009年', '2009'],
    ['2009년 12월 22일', '2009-12-22'],
    ['22 December 2009', '2009-12-22'],
    ['1st March, 2010', '2010-03-01'],
    ['December 22, 2009', '2009-12-22'],
    ['Dec. 2009', '2009-12'],
    ['sept 2009', '2009-09'],
    ['May 3 2009', '2009-05-03'],
    ['2009-12-22T10:00:00Z', '2009-12-22'],
  ])('%s is %s', (typed, date) => {
    expect(parsePartialDate(typed)).toBe(date);
  });

  it.each([
    '',
    'soon',
    '12/22/2009',
    '04/05/2009',
    '2009-02-30',
    '31 April 2009',
    'Decem 2009',
    '2009年13月',
    '平成21年',
  ])('%j is not guessed at', (typed) => {
    expect(parsePartialDate(typed)).toBeUndefined();
  });
});
