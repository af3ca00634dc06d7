import type { Navigation, Place } from '../../../application/navigation';
import type { SourceId } from '../../../domain/model/ids';
import type { Reader } from '../engine/reader';

/** Keeps the place in the history of places and the place on the screen the same. */
export class ReadingPlace {
  readonly #navigation: Navigation;
  readonly #sourceId: SourceId;
  readonly #positions: Map<SourceId, number>;
  /** The place that is on the screen already; one that comes from elsewhere is another object. */
  #reached: Place | null = null;

  constructor(navigation: Navigation, sourceId: SourceId, positions: Map<SourceId, number>) {
    this.#navigation = navigation;
    this.#sourceId = sourceId;
    this.#positions = positions;
  }

  /** Where a source opens: at the place asked for, else where the person was when they last read it. */
  start(segments: ReadonlyMap<string, { readonly start: number }>): number {
    const { place } = this.#navigation;
    const wanted = place.view === 'reader' ? place : null;
    const segment = segments.get(wanted?.segmentId ?? '');
    return wanted?.position ?? segment?.start ?? this.#positions.get(this.#sourceId) ?? 0;
  }

  /** Goes to the place of the history, unless it is there. */
  arrive(reader: Reader): void {
    const { place } = this.#navigation;
    if (place.view !== 'reader' || place.sourceId !== this.#sourceId || place === this.#reached) return;
    this.#reached = place;
    const segment = reader.segments.byId.get(place.segmentId ?? '');
    if (place.position === undefined) {
      if (segment) reader.reveal(segment, 'middle');
      return;
    }
    if (segment) reader.selectSegments([segment.id]);
    reader.view.scrollTo(place.position, 'top');
  }

  /** Notes where the person has got to. */
  note(reader: Reader): void {
    const position = reader.view.topPosition();
    this.#positions.set(this.#sourceId, position);
    const { place } = this.#navigation;
    const segmentId = reader.state.segmentIds.at(-1);
    if (place.view !== 'reader' || place.sourceId !== this.#sourceId) return;
    if (place.position === position && place.segmentId === segmentId) return;
    const next = {
      view: 'reader',
      sourceId: this.#sourceId,
      position,
      ...(segmentId && { segmentId }),
    } as const;
    this.#reached = next;
    this.#navigation.replace(next);
  }
}
