import { describe, expect, it } from 'vitest';
import { toggleTag } from '../../../../src-renderer/domain/coding/toggle-tag';
import { code, done, drafted, refusal, segment, stamp, TEXT, world } from '../build';

const coded = () =>
  world({
    codes: [code('crime', { examples: ['one', 'two'] }), code('border'), code('M', { codable: false })],
    segments: [
      segment('one', 's', TEXT, [0, 17], ['crime', 'border'], { memoId: 'm' }),
      segment('two', 's', TEXT, [6, 29], ['crime']),
    ],
  });
const both = ['one', 'two'];

describe('a code’s key on selected segments', () => {
  it('gives the code to those that lack it', () => {
    const state = done(coded(), toggleTag(coded(), { segmentIds: both, codeId: 'border' }, stamp()));
    expect([...state.segments.values()].map(({ tags }) => tags)).toEqual([
      ['crime', 'border'],
      ['crime', 'border'],
    ]);
  });

  it('takes it off when all have it; a segment that has nothing else goes', () => {
    const state = done(coded(), toggleTag(coded(), { segmentIds: both, codeId: 'crime' }, stamp()));
    expect([...state.segments.values()].map(({ id, tags }) => [id, tags])).toEqual([['one', ['border']]]);
    expect(state.codes.get('crime')?.examples).toEqual([]);
  });

  it('is one gesture with a name', () => {
    const { label } = drafted(toggleTag(coded(), { segmentIds: both, codeId: 'crime' }, stamp()));
    expect(label).toEqual({ key: 'remove-code', params: { code: 'crime' } });
  });

  it('refuses folders, missing codes and missing segments', () => {
    expect(refusal(toggleTag(coded(), { segmentIds: both, codeId: 'M' }, stamp()))).toBe('code-not-codable');
    expect(refusal(toggleTag(coded(), { segmentIds: both, codeId: 'gone' }, stamp()))).toBe('code-missing');
    expect(refusal(toggleTag(coded(), { segmentIds: ['x'], codeId: 'crime' }, stamp()))).toBe(
      'segment-missing',
    );
  });
});
