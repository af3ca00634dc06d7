import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BibliographicRecord, ParsedSource } from '../../../../src-renderer/domain/model/import';
import {
  joinRecords,
  withRecord,
  type JoinTarget,
} from '../../../../src-renderer/domain/sources/incoming/join-records';

const record = (known: Partial<BibliographicRecord>): BibliographicRecord => ({
  title: '',
  date: '',
  author: '',
  outlet: '',
  url: '',
  identifier: '',
  language: '',
  files: [],
  fields: [],
  ...known,
});
const target = (id: string, known: Partial<JoinTarget>): JoinTarget => ({
  id,
  path: '',
  title: '',
  url: '',
  identifier: '',
  ...known,
});

describe('records join the sources they describe', () => {
  it.each<[string, Partial<BibliographicRecord>, Partial<JoinTarget>, string]>([
    ['by file', { files: ['C:\\docs\\A.PDF'] }, { path: 'all/a.pdf' }, 'file'],
    ['by file of another ending', { files: ['a.pdf'] }, { path: 'a.txt' }, 'file'],
    ['by identifier', { identifier: 'https://doi.org/10.1/AB' }, { identifier: 'doi:10.1/ab' }, 'identifier'],
    ['by address', { url: 'https://www.x.example/a/#top' }, { url: 'http://x.example/a' }, 'url'],
    ['by title', { title: 'The “Plan”, 2009' }, { title: 'the plan 2009' }, 'title'],
  ])('%s', (_name, some, known, by) => {
    expect(joinRecords([record(some)], [target('x', {}), target('y', known)])).toEqual({
      matches: [{ record: 0, target: 'y', by }],
      ambiguous: [],
      unmatched: [],
    });
  });

  it('by folders where names are the same', () => {
    const targets = [target('x', { path: 'JP/a.pdf' }), target('y', { path: 'KR/a.pdf' })];
    expect(joinRecords([record({ files: ['/home/me/KR/a.pdf'] })], targets).matches).toEqual([
      { record: 0, target: 'y', by: 'file' },
    ]);
    expect(joinRecords([record({ files: ['a.pdf'] })], targets).ambiguous).toEqual([
      { record: 0, targets: ['x', 'y'], by: 'file' },
    ]);
  });

  it('and a surer claim wins, while equal ones are in doubt', () => {
    const targets = [target('x', { title: 'Plan', identifier: '1' })];
    const [byTitle, byId] = [record({ title: 'Plan' }), record({ title: 'Plan', identifier: '1' })];
    expect(joinRecords([byTitle, byId], targets)).toEqual({
      matches: [{ record: 1, target: 'x', by: 'identifier' }],
      ambiguous: [{ record: 0, targets: ['x'], by: 'title' }],
      unmatched: [],
    });
    expect(joinRecords([byTitle, byTitle, record({})], targets)).toMatchObject({
      matches: [],
      ambiguous: [{ record: 0 }, { record: 1 }],
      unmatched: [2],
    });
  });

  it('each once, and no source twice', () => {
    const word = fc.constantFrom('', 'a', 'b', 'c');
    const some = fc.record({ title: word, url: word, identifier: word });
    fc.assert(
      fc.property(fc.array(some), fc.array(some), (records, targets) => {
        const joined = joinRecords(
          records.map(record),
          targets.map((known, i) => target(String(i), known)),
        );
        const places = [...joined.matches, ...joined.ambiguous].map((each) => each.record);
        expect([...places, ...joined.unmatched].sort((a, b) => a - b)).toEqual(records.map((_, i) => i));
        expect(new Set(joined.matches.map((each) => each.target)).size).toBe(joined.matches.length);
      }),
    );
  });

  it('and fill what the source does not say', () => {
    const parsed = {
      title: 'a.pdf',
      date: '2009',
      outlet: 'X',
      url: '',
      author: '',
      identifier: '',
      language: 'ja',
      fields: [],
    };
    const described = withRecord(
      parsed as unknown as ParsedSource,
      record({
        title: 'Plan',
        date: '2009-12',
        outlet: 'Y',
        url: 'https://x.example',
        language: 'en',
        fields: [{ name: 'Key', value: 'k' }],
      }),
    );
    expect(described).toMatchObject({
      title: 'Plan',
      date: '2009-12',
      outlet: 'X',
      url: 'https://x.example',
      language: 'ja',
      fields: [{ name: 'Key', value: 'k' }],
    });
  });
});
