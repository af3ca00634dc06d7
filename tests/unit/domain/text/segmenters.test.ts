import { describe, expect, it } from 'vitest';
import { canonicalLanguage, segmenterFor } from '../../../../src-renderer/domain/text/segmenters';

describe('segmenters', () => {
  it('are kept for each language and granularity', () => {
    expect(segmenterFor('ja', 'word')).toBe(segmenterFor('ja', 'word'));
    expect(segmenterFor('ja', 'word')).not.toBe(segmenterFor('ja', 'sentence'));
  });

  it('exist for languages that nobody knows', () => {
    for (const tag of ['', 'not a tag!', 'xx'])
      expect([...segmenterFor(tag, 'word').segment('a b')]).toHaveLength(3);
  });

  it('know language tags', () => {
    expect(canonicalLanguage('zh-hant')).toBe('zh-Hant');
    expect(canonicalLanguage('english language')).toBeUndefined();
  });
});
