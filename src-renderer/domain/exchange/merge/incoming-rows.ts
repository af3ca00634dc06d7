import type { Decision } from '../../model/collaboration';
import type { ProjectState, TableName, TableRows } from '../../model/project';
import type { CodedSegment } from '../../model/segment';
import { findAnchor, makeAnchor } from '../../text/anchors';
import type { Comparison } from './comparison';
import type { Matched } from './match';
import type { LostSegment } from './types';

/**
 * The rows of a file as they can come in, by their own ids still: without the codes that are left out, their
 * segments on our texts where they are moved, and nothing that points at what does not come.
 */
export class IncomingRows {
  readonly lost: LostSegment[] = [];
  /** Their segments that stay out. */
  readonly gone = new Set<string>();
  readonly #goneDecisions = new Set<string>();
  readonly #comparison: Comparison;
  readonly #matched: Matched;
  readonly #state: ProjectState;

  constructor(comparison: Comparison, matched: Matched) {
    this.#comparison = comparison;
    this.#matched = matched;
    const { state, texts } = comparison.file.content;
    const segments = new Map(state.segments);
    for (const segment of state.segments.values()) {
      const placed = this.#placed(segment);
      if (placed === segment) continue;
      if (placed) segments.set(segment.id, placed);
      else {
        segments.delete(segment.id);
        this.gone.add(segment.id);
      }
    }
    const decisions = new Map(state.decisions);
    for (const decision of state.decisions.values()) {
      const ours = matched.movedSources.get(decision.sourceId);
      if (ours === undefined) continue;
      const placed = this.#moved(decision, ours, texts.get(decision.sourceId)?.text ?? '');
      if (placed) decisions.set(decision.id, placed);
      else decisions.delete(decision.id);
    }
    this.#state = { ...state, segments, decisions };
  }

  get segments(): ReadonlyMap<string, CodedSegment> {
    return this.#state.segments;
  }

  get decisions(): ReadonlyMap<string, Decision> {
    return this.#state.decisions;
  }

  /** Leaves out decisions and segments that others stand against. */
  leaveOut(decisionIds: Iterable<string>, segmentIds: Iterable<string>): void {
    for (const id of decisionIds) this.#goneDecisions.add(id);
    for (const id of segmentIds) this.gone.add(id);
  }

  /** In: a table and its rows in any order. Out: those that come in, as they come in. */
  of<T extends TableName>(table: T, rows: Iterable<TableRows[T]> = this.#rows(table)): TableRows[T][] {
    const taken: TableRows[T][] = [];
    for (const row of rows) if (!this.#stays(table, row.id)) taken.push(this.#trimmed(table, row));
    return taken;
  }

  #rows<T extends TableName>(table: T): Iterable<TableRows[T]> {
    return this.#state[table].values() as Iterable<TableRows[T]>;
  }

  #stays(table: TableName, id: string): boolean {
    if (table === 'codes') return this.#matched.leftCodes.has(id) || this.#matched.declaredCodes.has(id);
    if (table === 'segments') return this.gone.has(id);
    if (table === 'decisions') return this.#goneDecisions.has(id);
    if (table === 'sources') return this.#matched.movedSources.has(id);
    return table === 'families' && this.#isLeftFamily(id);
  }

  /** A family of which no code comes in stays out as well. */
  #isLeftFamily(id: string): boolean {
    const { leftCodes, declaredCodes } = this.#matched;
    const codes = [...this.#state.codes.values()].filter(({ familyId }) => familyId === id);
    return codes.length > 0 && codes.every((code) => leftCodes.has(code.id) || declaredCodes.has(code.id));
  }

  #placed(segment: CodedSegment): CodedSegment | undefined {
    const { leftCodes, movedSources } = this.#matched;
    const tags = segment.tags.filter((tag) => !leftCodes.has(tag));
    if (tags.length === 0) return this.#lose(segment, 'no-code');
    const ours = movedSources.get(segment.sourceId);
    const kept = tags.length === segment.tags.length ? segment : { ...segment, tags };
    if (ours === undefined) return kept;
    const text = this.#comparison.base.texts.get(ours)?.text ?? '';
    const range = findAnchor(text, segment, segment.start);
    if (!range.ok) return this.#lose(segment, range.error);
    return { ...kept, ...range.value, ...makeAnchor(text, range.value) };
  }

  #lose(segment: CodedSegment, why: LostSegment['why']): undefined {
    const { file, index } = this.#comparison;
    const { coders, sources } = file.content.state;
    this.lost.push({
      file: index,
      coder: coders.get(segment.coderId)?.name ?? '',
      source: sources.get(segment.sourceId)?.title ?? '',
      quote: segment.quote,
      why,
    });
  }

  #moved(decision: Decision, ours: string, theirText: string): Decision | undefined {
    const text = this.#comparison.base.texts.get(ours)?.text ?? '';
    const range = findAnchor(text, makeAnchor(theirText, decision), decision.start);
    return range.ok ? { ...decision, ...range.value } : undefined;
  }

  #trimmed<T extends TableName>(table: T, row: TableRows[T]): TableRows[T] {
    const { leftCodes } = this.#matched;
    if (leftCodes.size === 0 && this.gone.size === 0) return row;
    const stays = (id: string) => !leftCodes.has(id);
    if (table === 'memos' && 'target' in row) return this.#retargeted(row) as TableRows[T];
    if (table === 'codes' && 'examples' in row) {
      const examples = row.examples.filter((id) => !this.gone.has(id));
      return { ...row, examples, parentId: this.#parentOf(row.parentId) };
    }
    if (table === 'cases' && 'facts' in row) {
      const judgement = row.judgement && stays(row.judgement.codeId) ? row.judgement : null;
      const facts = row.facts.map((fact) => ({ ...fact, codes: fact.codes.filter(stays) }));
      return { ...row, judgement, facts };
    }
    if (table === 'decisions' && 'considered' in row)
      return { ...row, result: row.result.filter((id) => !this.gone.has(id)) };
    return row;
  }

  /** What was said of a segment is kept with its source; of a code, with the project. */
  #retargeted(memo: TableRows['memos']): TableRows['memos'] {
    const { target } = memo;
    if (target?.table === 'codes' && this.#matched.leftCodes.has(target.id)) return { ...memo, target: null };
    if (target?.table !== 'segments' || !this.gone.has(target.id)) return memo;
    const sourceId = this.#comparison.file.content.state.segments.get(target.id)?.sourceId;
    return { ...memo, target: sourceId === undefined ? null : { table: 'sources', id: sourceId } };
  }

  #parentOf(id: string | null): string | null {
    let at = id;
    while (at !== null && this.#matched.leftCodes.has(at)) at = this.#state.codes.get(at)?.parentId ?? null;
    return at;
  }
}
