import { stableGuid } from '../../../model/guid';
import type { CodeId, CoderId, SegmentId, SourceId } from '../../../model/ids';
import type { CodedSegment } from '../../../model/segment';
import { makeAnchor } from '../../../text/anchors';
import { snapToGraphemes } from '../../../text/graphemes';
import { isBlank, trimRange, type TextRange } from '../../../text/range';
import type { Guid, RefiCoding, RefiText, RefiTextSelection } from '../model';
import type { PositionConvention } from '../positions/convention';
import type { FileText } from '../positions/file-text';
import type { Codebook } from './codebook';
import type { Coders } from './coders';
import { earliest, latest, momentOf } from './moments';
import type { Notices } from './notices';

interface DraftSegment {
  readonly id: SegmentId;
  readonly coderId: CoderId;
  readonly range: TextRange;
  readonly tags: Set<CodeId>;
  createdAt: string | undefined;
  modifiedAt: string | undefined;
}

/** What a segment is made of: by whom, on which codes, from which codings. */
interface Share {
  readonly coderId: CoderId;
  readonly tags: Set<CodeId>;
  readonly codings: readonly RefiCoding[];
}

/** Makes coded segments of selections: one for each passage and coder, with all their codes as tags. */
export class Segments {
  readonly rows = new Map<SegmentId, CodedSegment>();
  /** Segments by the GUID of the selection or coding that they came from. */
  readonly byOrigin = new Map<Guid, SegmentId>();
  readonly #coders: Coders;
  readonly #codebook: Codebook;
  readonly #notices: Notices;
  readonly #now: string;

  constructor(coders: Coders, codebook: Codebook, notices: Notices, now: string) {
    this.#coders = coders;
    this.#codebook = codebook;
    this.#notices = notices;
    this.#now = now;
  }

  /**
   * Takes the codings of a text over.
   * In: the source, its name, its text as in the file, what the file says of it, the convention of its
   * positions, and the user whose codings those without one are. Adds a row for each passage and coder;
   * what cannot be placed is listed.
   */
  add(
    sourceId: SourceId,
    sourceName: string,
    text: FileText,
    refi: Pick<RefiText, 'selections' | 'codings' | 'guid'>,
    convention: PositionConvention,
  ): void {
    const drafts = new Map<string, DraftSegment>();
    for (const selection of refi.selections) {
      const range = this.#rangeOf(selection, sourceName, text, convention);
      if (!range) continue;
      const words = text.canonical.slice(range.start, range.end);
      this.#addSelection(drafts, selection, range, sourceName, words);
    }
    if (refi.codings.length > 0) this.#addWhole(drafts, refi, text, sourceName, sourceId);
    for (const draft of drafts.values()) this.#put(draft, sourceId, text.canonical);
  }

  #rangeOf(
    { start, end, name }: RefiTextSelection,
    sourceName: string,
    text: FileText,
    convention: PositionConvention,
  ): TextRange | undefined {
    const found = text.range(start, end, convention);
    const place = `${name} [${[start, end].map(written).join(', ')}]`;
    if (!found) this.#notices.lostIn('positions-outside', sourceName, place);
    else if (found.start === found.end) this.#notices.lostIn('selections-empty', sourceName, place);
    else if (isBlank(text.canonical.slice(found.start, found.end)))
      this.#notices.lostIn('selections-blank', sourceName, place);
    else {
      const whole = snapToGraphemes(text.canonical, found);
      if (whole.start !== found.start || whole.end !== found.end)
        this.#notices.repairs.add('segments-widened');
      return whole;
    }
    return undefined;
  }

  #addSelection(
    drafts: Map<string, DraftSegment>,
    selection: RefiTextSelection,
    range: TextRange,
    sourceName: string,
    words: string,
  ): void {
    const shares = this.#sharesOf(selection, selection.user, sourceName, selection.name.trim() || words);
    // A passage stays even where nothing is known of its codes: somebody marked it.
    if (shares.length === 0) {
      const coderId = this.#coders.of(selection.user);
      shares.push({ coderId, tags: new Set([this.#codebook.annotation()]), codings: [] });
      this.#notices.repairs.add('annotations');
    }
    const modifiedAt = momentOf(selection.modifiedAt);
    shares.forEach((share, i) => {
      const id = i === 0 ? selection.guid : stableGuid(selection.guid, share.coderId);
      const made = this.#merge(drafts, share, range, id, momentOf(selection.at), modifiedAt);
      if (i === 0) this.byOrigin.set(selection.guid, made);
    });
  }

  #addWhole(
    drafts: Map<string, DraftSegment>,
    refi: Pick<RefiText, 'codings' | 'guid'>,
    text: FileText,
    sourceName: string,
    sourceId: SourceId,
  ): void {
    const range = trimRange(text.canonical, { start: 0, end: text.canonical.length });
    if (isBlank(text.canonical)) {
      this.#notices.lostIn('selections-blank', sourceName, sourceName);
      return;
    }
    for (const share of this.#sharesOf(refi, '', sourceName, sourceName)) {
      this.#merge(drafts, share, range, stableGuid(sourceId, 'whole', share.coderId), undefined, undefined);
      this.#notices.repairs.add('whole-sources');
    }
  }

  /** The codings by coder; those whose code is not there are listed and left out. */
  #sharesOf(
    { codings }: Pick<RefiText, 'codings'>,
    user: Guid,
    sourceName: string,
    passage: string,
  ): Share[] {
    const shares = new Map<CoderId, { tags: Set<CodeId>; codings: RefiCoding[] }>();
    for (const coding of codings) {
      const code = this.#codebook.codable(coding.code);
      if (code === undefined) {
        this.#notices.lostIn('code-unknown', sourceName, passage, coding.code);
        continue;
      }
      const coderId = this.#coders.of(coding.user, user);
      const share = shares.get(coderId) ?? { tags: new Set(), codings: [] };
      shares.set(coderId, share);
      share.tags.add(code);
      share.codings.push(coding);
    }
    return Array.from(shares, ([coderId, share]) => ({ coderId, ...share }));
  }

  #merge(
    drafts: Map<string, DraftSegment>,
    { coderId, tags, codings }: Share,
    range: TextRange,
    id: SegmentId,
    createdAt: string | undefined,
    modifiedAt: string | undefined,
  ): SegmentId {
    const key = `${coderId} ${range.start} ${range.end}`;
    const first = earliest(createdAt, ...codings.map(({ at }) => momentOf(at)));
    const last = latest(modifiedAt, first);
    let draft = drafts.get(key);
    if (!draft) {
      draft = { id, coderId, range, tags: new Set(), createdAt: first, modifiedAt: last };
      drafts.set(key, draft);
    } else {
      this.#notices.repairs.add('segments-joined');
      draft.createdAt = earliest(draft.createdAt, first);
      draft.modifiedAt = latest(draft.modifiedAt, last);
    }
    for (const tag of tags) draft.tags.add(tag);
    for (const { guid } of codings) this.byOrigin.set(guid, draft.id);
    return draft.id;
  }

  #put(draft: DraftSegment, sourceId: SourceId, text: string): void {
    const { id, coderId, range, tags, createdAt = this.#now, modifiedAt = createdAt } = draft;
    if (draft.createdAt === undefined) this.#notices.repairs.add('dates-missing');
    this.rows.set(id, {
      id,
      sourceId,
      ...range,
      coderId,
      tags: [...tags],
      certainty: 'certain',
      stance: 'asserts',
      ...makeAnchor(text, range),
      memoId: null,
      createdAt,
      modifiedAt,
    });
  }
}

/** A position that is no number says nothing that a reader could look for. */
const written = (position: number): string => (Number.isNaN(position) ? '?' : String(position));
