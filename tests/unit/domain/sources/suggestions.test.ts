import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, stateFromRows } from '../../../../src-renderer/domain/history/state';
import type { Source } from '../../../../src-renderer/domain/model/source';
import { isPartialDate } from '../../../../src-renderer/domain/sources/date';
import {
  acceptSuggestions,
  guessDate,
  suggestionFor,
} from '../../../../src-renderer/domain/sources/suggestions';
import { makeSource } from '../../../support/source';
import { makeStamp } from '../../../support/project';

describe('the date in a file name', () => {
  it.each([
    ['jp_action_plan_2009_excerpt.txt', '2009'],
    ['2009-12-22 speech.txt', '2009-12-22'],
    ['speech_20091222.txt', '2009-12-22'],
    ['speech_2009.12.pdf', '2009-12'],
    ['white-paper-200912.pdf', '2009-12'],
    ['令和2020年白書.pdf', '2020'],
    ['2009-02-30.txt', '2009'],
    ['cn_action_plan_2021_2030.txt', ''],
    ['report_2009_rev_2009.txt', '2009'],
    ['case-120091.txt', ''],
    ['20201.txt', ''],
    ['S_PV.7658.txt', ''],
    ['notes.txt', ''],
  ])('%s → %s', (name, date) => {
    expect(guessDate(name)).toBe(date);
  });

  it('is in the calendar or absent, whatever the name', () => {
    const name = fc.stringMatching(/^[a-z]{0,3}[-_.]?(?:\d{4}[-_.]?\d{0,2}[-_.]?\d{0,2}){0,2}[a-z]{0,3}$/);
    fc.assert(fc.property(name, (text) => guessDate(text) === '' || isPartialDate(guessDate(text))));
  });
});

describe('suggestions', () => {
  const plan = makeSource({ id: 'plan', fileName: 'jp_plan_2009.txt' });
  const told = makeSource({ id: 'told', fileName: 'kr_act_2013.txt', country: 'KP', date: '2012-01' });
  const half = makeSource({ id: 'half', fileName: 'kr_act_2013.txt', date: '2012' });
  const mute = makeSource({ id: 'mute', fileName: 'notes.txt' });
  const state = stateFromRows({ sources: [plan, told, half, mute] });

  it('speak only where the source is silent', () => {
    expect(suggestionFor(plan)).toEqual({ country: 'JP', date: '2009' });
    expect(suggestionFor(told)).toEqual({ country: '', date: '' });
    expect(suggestionFor(half)).toEqual({ country: 'KR', date: '' });
  });

  it('go in as one change and touch nothing else', () => {
    const draft = acceptSuggestions(state, ['plan', 'told', 'half', 'mute', 'gone'], makeStamp());
    expect(draft.label).toEqual({ key: 'edit-source-many', params: { count: 2 } });
    const rows = (after: typeof state) =>
      [...after.sources.values()].map((row: Source) => [row.country, row.date]);
    expect(rows(applyChanges(state, draft.changes))).toEqual([
      ['JP', '2009'],
      ['KP', '2012-01'],
      ['KR', '2012'],
      ['', ''],
    ]);
    expect(acceptSuggestions(state, ['mute'], makeStamp()).changes).toEqual([]);
  });
});
