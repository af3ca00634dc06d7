import { message, type Message } from '../../../model/message';
import { shorten } from '../../../text/graphemes';
import { Tally } from '../../codebook/read/reading';

const MOST_SHOWN = 3;

interface Group {
  readonly kind: string;
  readonly source: string;
  readonly detail: string;
  count: number;
  readonly passages: string[];
}

/** Collects what was mended and what could not be carried over, so that like stands with like. */
export class Notices {
  readonly repairs = new Tally();
  readonly #losses = new Tally();
  readonly #groups = new Map<string, Group>();

  /** Counts a loss that needs no place. */
  lost(kind: string): void {
    this.#losses.add(kind);
  }

  /**
   * Notes a loss in a source.
   * In: the kind, the source's name, the passage as its name or words say it ('' where there is none), and
   * what else tells it apart, such as the GUID of a code.
   */
  lostIn(kind: string, source: string, passage = '', detail = ''): void {
    const key = JSON.stringify([kind, source, detail]);
    const group = this.#groups.get(key) ?? { kind, source, detail, count: 0, passages: [] };
    this.#groups.set(key, group);
    group.count++;
    if (passage.trim() !== '' && group.passages.length < MOST_SHOWN)
      group.passages.push(shorten(passage, 80));
  }

  /** Out: the losses; where they are in sources with their count, the source and the first passages. */
  losses(): readonly Message[] {
    const located = [...this.#groups.values()].map(({ kind, source, detail, count, passages }) =>
      message(`loss.${kind}`, { count, source, detail, passages: passages.join(' · ') }),
    );
    return [...this.#losses.messages('loss'), ...located];
  }
}
