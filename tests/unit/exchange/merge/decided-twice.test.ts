import { describe, expect, it } from 'vitest';
import { progressId } from '../../../../src-renderer/domain/coders/progress';
import { applyMerge } from '../../../../src-renderer/domain/exchange/merge/apply';
import { planMerge } from '../../../../src-renderer/domain/exchange/merge/plan';
import type { MergePlan } from '../../../../src-renderer/domain/exchange/merge/types';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { stateFromRows } from '../../../../src-renderer/domain/history/state';
import type {
  CoderProgress,
  Decision,
  Settlement,
} from '../../../../src-renderer/domain/model/collaboration';
import type { ProjectInfo } from '../../../../src-renderer/domain/model/project';
import type { CodedSegment } from '../../../../src-renderer/domain/model/segment';
import type { Source } from '../../../../src-renderer/domain/model/source';
import { makeAnchor } from '../../../../src-renderer/domain/text/anchors';
import { code, coder, family, guid, segment, source } from '../../domain/profile/build';

const text = 'The border must be protected. Victims must be protected as well.';

/** What a copy of one project says of the same difference, which has the same id in every copy. */
function copy(
  settlement: Settlement,
  agreed: readonly (readonly [number, number])[],
  more: { readonly note?: string; readonly at?: string; readonly words?: string } = {},
): ProjectContent {
  const { note = '', at = '2026-01-01', words = text } = more;
  const segments = agreed.map(([start, end], index): CodedSegment => ({
    ...segment(`agreed ${String(index)}`, 's', [start, end], ['M1'], { coderId: guid('layer') }),
    ...makeAnchor(words, { start, end }),
  }));
  const decision: Decision = {
    ...{ id: guid('decision'), sourceId: guid('s'), start: 4, end: 10, kind: 'missed', settlement, note, at },
    ...{ considered: [], result: segments.map(({ id }) => id), coderId: guid('coder') },
  };
  const info: ProjectInfo = {
    id: guid('project'),
    name: 'P',
    createdAt: '',
    currentCoderId: guid('coder'),
    agreedCoderId: guid('layer'),
  };
  const own: Source = { ...source('s', 'JP'), length: words.length };
  const done: CoderProgress = {
    id: progressId(guid('s'), guid('coder')),
    ...{ sourceId: guid('s'), coderId: guid('coder'), finished: true, at: '' },
  };
  return {
    state: stateFromRows({
      project: [info],
      families: [family('mode')],
      codes: [code('M1', 'mode', null)],
      coders: [coder('coder'), coder('layer')],
      sources: [own],
      segments,
      decisions: [decision],
      progress: [done],
    }),
    texts: new Map([[guid('s'), { sourceId: guid('s'), text: words, blocks: [] }]]),
    files: new Map(),
    log: [],
  };
}

const merged = (base: ProjectContent, theirs: ProjectContent, prefer?: 'ours' | 'theirs'): MergePlan =>
  planMerge(base, [{ name: 'theirs.qdpx', content: theirs }], {
    answers: { items: new Map(), ...(prefer && { prefer }) },
  });
const layer = ({ united }: MergePlan) =>
  [...united.state.segments.values()].map(({ start, end }) => [start, end]);
const settlements = ({ united }: MergePlan) =>
  [...united.state.decisions.values()].map(({ settlement }) => settlement);
const changes = (plan: MergePlan) => applyMerge(plan).draft.changes;

describe('a difference that two copies decided', () => {
  it('keeps what theirs made out of the layer where ours stands', () => {
    const plan = merged(copy('none', []), copy('first', [[4, 10]]));
    expect(plan.items.map(({ kind }) => kind)).toEqual(['decision']);
    expect(layer(plan)).toEqual([]);
    expect(settlements(plan)).toEqual(['none']);
    expect(changes(plan)).toEqual([]);
  });

  it('takes back what ours made where theirs stands', () => {
    const plan = merged(copy('first', [[4, 10]]), copy('none', []), 'theirs');
    expect(layer(plan)).toEqual([]);
    expect(settlements(plan)).toEqual(['none']);
    const once = { ...copy('none', []), state: plan.united.state };
    expect(changes(merged(once, copy('none', []), 'theirs'))).toEqual([]);
  });

  it('asks once where both edited it differently, and layer and decision go together', () => {
    const [ours, theirs] = [copy('edited', [[4, 10]]), copy('edited', [[4, 15]])];
    const stays = merged(ours, theirs);
    expect(stays.items.map(({ kind }) => kind)).toEqual(['decision']);
    expect(layer(stays)).toEqual([[4, 10]]);
    const moves = merged(ours, theirs, 'theirs');
    expect(moves.items.map(({ kind }) => kind)).toEqual(['decision']);
    expect(layer(moves)).toEqual([[4, 15]]);
  });

  it('asks nothing where both decided alike at another time', () => {
    const plan = merged(copy('first', [[4, 10]]), copy('first', [[4, 10]], { at: '2026-02-02' }));
    expect(plan.items).toEqual([]);
    expect(changes(plan)).toEqual([]);
  });
});

describe('a text that differs by a character and becomes a source of its own', () => {
  const theirs = copy('first', [[4, 10]], { words: text.replace('.', '!') });

  it('brings what was said and decided of it, beside ours', () => {
    const plan = merged(copy('none', []), theirs);
    expect(plan.items.map(({ kind }) => kind)).toEqual(['text']);
    const { sources, progress, decisions, segments } = plan.united.state;
    const [own] = [...sources.keys()].filter((id) => id !== guid('s'));
    expect(own).toBeDefined();
    expect([...progress.values()].map(({ id, sourceId }) => [id, sourceId])).toEqual([
      [progressId(guid('s'), guid('coder')), guid('s')],
      [progressId(own ?? '', guid('coder')), own],
    ]);
    const brought = [...decisions.values()].find(({ sourceId }) => sourceId === own);
    expect(brought?.settlement).toBe('first');
    expect(brought?.result.map((id) => segments.get(id)?.sourceId)).toEqual([own]);
    expect(decisions.size).toBe(2);
    const once: ProjectContent = {
      ...theirs,
      state: plan.united.state,
      texts: new Map([...copy('none', []).texts, ...plan.bodies.texts]),
    };
    expect(changes(merged(once, theirs))).toEqual([]);
  });
});
