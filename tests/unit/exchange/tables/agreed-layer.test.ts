import { describe, expect, it } from 'vitest';
import { coOccurrencesTable } from '../../../../src-renderer/domain/exchange/tables/co-occurrences-table';
import type { Table } from '../../../../src-renderer/domain/exchange/tables/csv';
import { decisionsTable } from '../../../../src-renderer/domain/exchange/tables/decisions-table';
import { sourcesTable } from '../../../../src-renderer/domain/exchange/tables/sources-table';
import type { Decision } from '../../../../src-renderer/domain/model/collaboration';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import { coder, familyOf, guid, project, segment, source } from '../../domain/profile/build';

const mode = familyOf('mode', 'M', 2);
// Two characters of two units each stand before the passage.
const text = '𠮷𠮷abcd';
const decision: Decision = {
  ...{ id: guid('d'), sourceId: guid('law'), start: 4, end: 8, kind: 'boundary', settlement: 'first' },
  considered: [
    {
      segmentId: guid('1'),
      coderId: guid('Ana'),
      start: 4,
      end: 8,
      tags: [guid('M1'), guid('M2')],
    },
    { segmentId: guid('2'), coderId: guid('Ben'), start: 6, end: 8, tags: [guid('M1')] },
  ],
  ...{ result: [guid('3')], note: 'whole', coderId: guid('Ana'), at: '2026-01-01' },
};
const own = project({
  families: [mode.family],
  codes: [...mode.codes],
  coders: [coder('Ana'), coder('Ben'), coder('layer')],
  sources: [source('law', 'CN', { length: 8, characters: 6 })],
  segments: [
    segment('1', 'law', [4, 8], ['M1', 'M2'], { coderId: guid('Ana') }),
    segment('2', 'law', [6, 8], ['M1'], { coderId: guid('Ben') }),
    segment('3', 'law', [4, 8], ['M1', 'M2'], { coderId: guid('layer') }),
  ],
});
const info = {
  ...{ id: guid('project'), name: 'P', createdAt: '', currentCoderId: guid('Ana') },
  agreedCoderId: guid('layer'),
};
const state: ProjectState = {
  ...own,
  project: new Map([[info.id, info]]),
  decisions: new Map([[decision.id, decision]]),
};
const records = ({ columns, rows }: Table) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

describe('tables of a project with an agreed layer', () => {
  it('count persons and what they coded, not what was agreed on it', () => {
    expect(records(sourcesTable(state))).toMatchObject([{ segments: 2, coders: 2 }]);
    expect(records(coOccurrencesTable(state, { language: 'en' }))).toMatchObject([
      { code_key: 'M1', other_code_key: 'M2', segments_with_both: 1 },
    ]);
  });

  it('give decisions in code points, as every other position', () => {
    const texts = new Map([[guid('law'), text]]);
    expect(records(decisionsTable(state, { language: 'en', texts }))).toMatchObject([
      {
        start: 2,
        end: 6,
        considered: 'Ana 2–6: M1 + M2; Ben 4–6: M1',
        agreed: '2–6: M1 + M2',
      },
    ]);
    const blind = records(decisionsTable(state, { language: 'en', texts: new Map() }));
    expect(blind).toMatchObject([{ start: null, agreed: '?–?: M1 + M2' }]);
  });
});
