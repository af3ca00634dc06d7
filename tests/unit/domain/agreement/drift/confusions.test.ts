import { describe, expect, it } from 'vitest';
import { confusions } from '../../../../../src-renderer/domain/agreement/drift/confusions';
import { progressId } from '../../../../../src-renderer/domain/coders/progress';
import { familyColumns } from '../../../../../src-renderer/domain/profile/columns';
import type { CodedSegment } from '../../../../../src-renderer/domain/model/segment';
import { code, coder, familyOf, guid, project, segment, source } from '../../profile/build';

const modes = familyOf('mode', 'M', 3);
const below = code('M1a', 'mode', 'M1');
const [ana, ben, eva] = ['ana', 'ben', 'eva'].map(guid);

function projectOf(segments: readonly CodedSegment[], sources = [source('s', 'JP')]) {
  return project({
    project: [],
    sources,
    families: [modes.family],
    codes: [...modes.codes, below],
    coders: ['ana', 'ben', 'eva'].map(coder),
    segments,
    progress: [],
  });
}
const by = (name: string, place: readonly [number, number], tags: readonly string[], quote?: string) =>
  segment(`${name} ${place.join()} ${tags.join()}`, 's', place, tags, {
    coderId: guid(name),
    ...(quote === undefined ? {} : { quote }),
  });
const confused = (state: ReturnType<typeof projectOf>, coders = [ana!, ben!]) =>
  confusions(state, familyColumns(state, 'mode'), coders);
const facts = (found: ReturnType<typeof confusions>) =>
  found.confusions.map(({ first, second, characters, passages }) => ({
    codes: [first, second],
    characters,
    places: passages.map(({ start, end }) => [start, end]),
  }));

describe('confusions', () => {
  it('sets what one coder gave against what the other gave there, or against nothing', () => {
    const found = confused(projectOf([by('ana', [0, 100], ['M1']), by('ben', [60, 130], ['M2'])]));
    expect(found.coded).toBe(130);
    expect(found.sources).toBe(1);
    expect(facts(found)).toEqual([
      { codes: [guid('M1'), null], characters: 60, places: [[0, 60]] },
      { codes: [guid('M1'), guid('M2')], characters: 40, places: [[60, 100]] },
      { codes: [guid('M2'), null], characters: 30, places: [[100, 130]] },
    ]);
    expect(found.confusions[1]?.share).toBeCloseTo(40 / 130, 12);
  });

  it('sets aside what both gave where codes overlap', () => {
    const found = confused(projectOf([by('ana', [0, 10], ['M1', 'M2']), by('ben', [0, 10], ['M1', 'M3'])]));
    expect(facts(found)).toEqual([{ codes: [guid('M2'), guid('M3')], characters: 10, places: [[0, 10]] }]);
    const more = confused(projectOf([by('ana', [0, 10], ['M1', 'M2']), by('ben', [0, 10], ['M1'])]));
    expect(facts(more)).toEqual([{ codes: [guid('M2'), null], characters: 10, places: [[0, 10]] }]);
  });

  it('knows who gave which, whichever way round, and the longest passages first', () => {
    const found = confused(
      projectOf([
        by('ana', [0, 10], ['M1']),
        by('ben', [0, 10], ['M2']),
        by('ana', [50, 80], ['M2']),
        by('ben', [50, 80], ['M1']),
      ]),
    );
    const [only, ...others] = found.confusions;
    expect(others).toEqual([]);
    expect(only?.pairs).toEqual([
      { coders: [ben, ana], passages: 1, characters: 30 },
      { coders: [ana, ben], passages: 1, characters: 10 },
    ]);
    expect(only?.passages.map(({ start }) => start)).toEqual([50, 0]);
    expect(only?.passages[0]?.segments.map((list) => list.map(({ coderId }) => coderId))).toEqual([
      [ben],
      [ana],
    ]);
  });

  it('is silent where codes below a column are the same column, and where all agree', () => {
    expect(confused(projectOf([by('ana', [0, 10], ['M1a']), by('ben', [0, 10], ['M1'])])).confusions).toEqual(
      [],
    );
  });

  it('goes through segments that cut each other without splitting a passage', () => {
    const found = confused(
      projectOf([
        by('ana', [0, 40], ['M1']),
        by('ana', [30, 60], ['M1']),
        by('ben', [0, 20], ['M2']),
        by('ben', [20, 60], ['M2']),
      ]),
    );
    expect(facts(found)).toEqual([{ codes: [guid('M1'), guid('M2')], characters: 60, places: [[0, 60]] }]);
    expect(found.confusions[0]?.passages[0]?.text).toBe('x'.repeat(60));
  });

  it('counts code points, and takes the text from what either coded', () => {
    const state = projectOf(
      [by('ana', [0, 4], ['M1'], '𠮟る人')],
      [source('s', 'JP', { length: 1000, characters: 999 })],
    );
    const look = {
      id: progressId(guid('s'), ben!),
      sourceId: guid('s'),
      coderId: ben!,
      finished: true,
      at: '',
    };
    const withLook = { ...state, progress: new Map([[look.id, look]]) };
    const found = confused(withLook);
    expect(found.coded).toBe(3);
    expect(found.confusions[0]?.passages[0]).toMatchObject({
      text: '𠮟る人',
      characters: 3,
      coders: [ana, ben],
    });
  });

  it('says nothing of a coder who did not look, and adds up pairs of three', () => {
    const one = projectOf([by('ana', [0, 10], ['M1'])]);
    expect(confused(one)).toEqual({ coded: 0, sources: 0, confusions: [] });
    const three = projectOf([
      by('ana', [0, 10], ['M1']),
      by('ben', [0, 10], ['M2']),
      by('eva', [0, 10], ['M2']),
    ]);
    const found = confused(three, [ana!, ben!, eva!]);
    expect(found.coded).toBe(30);
    expect(facts(found)).toMatchObject([{ codes: [guid('M1'), guid('M2')], characters: 20 }]);
  });
});
