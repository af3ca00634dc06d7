import { seenBlind } from '../../../application/blind';
import type { Navigation } from '../../../application/navigation';
import type { ProjectSession } from '../../../application/session';
import type { CodedSegment } from '../../../domain/model/segment';
import type { Source, SourceText } from '../../../domain/model/source';
import { acceptCodes } from '../coding/code-drop';
import { Coding, type CodingNotice } from '../coding/coding';
import { Find } from '../find/find';
import { onDocumentKey } from '../keys/document-keys';
import { Reader } from '../engine/reader';
import { memoryOf } from './reader-store';
import { ReadingPlace } from './reading-place';
import type { LookOf, SurfaceWords } from '../engine/surface';

const noSegments: readonly CodedSegment[] = [];

/** A source on the screen, with everything that works on it. */
export class OpenSource {
  readonly reader: Reader;
  readonly coding: Coding;
  readonly find: Find;
  readonly place: ReadingPlace;
  readonly #session: ProjectSession;
  readonly #sourceId: string;
  readonly #stops: readonly (() => void)[];
  #lookOf: LookOf;
  #isBlind: boolean;

  constructor(
    host: HTMLElement,
    session: ProjectSession,
    navigation: Navigation,
    source: Source,
    { text, blocks }: SourceText,
    lookOf: LookOf,
    words: SurfaceWords,
    say: (notice: CodingNotice) => void,
    isBlind: boolean,
  ) {
    this.#session = session;
    this.#sourceId = source.id;
    this.#lookOf = lookOf;
    this.#isBlind = isBlind;
    const memory = memoryOf(session);
    this.place = new ReadingPlace(navigation, source.id, memory.positions);
    this.reader = new Reader(host, {
      source: { text, blocks, language: source.language },
      words,
      canEdit: (segment) => this.coding.isOwn(segment),
      onResize: (segment, range) => this.coding.resize(segment, range),
      onPlace: () => this.place.note(this.reader),
    });
    const coded = { id: source.id, text, language: source.language };
    this.coding = new Coding(session, this.reader, coded, memory.lastTags, say);
    this.find = new Find(this.reader.view, this.reader.surface.painter);
    this.#sync();
    this.reader.view.fold(!memory.look.getState().hasAside);
    this.reader.open(this.place.start(session.state.segments));
    this.place.arrive(this.reader);

    const onKey = (event: KeyboardEvent): void => onDocumentKey(this.reader, event);
    host.addEventListener('keydown', onKey);
    host.focus({ preventScroll: true });
    this.#stops = [
      session.subscribe(() => this.#sync()),
      navigation.beforeLeaving(() => this.place.note(this.reader)),
      acceptCodes(this.reader, {
        onPassage: (range, codeId) => this.coding.codeRange(range, [codeId]),
        onSegment: (segment, codeId) => this.coding.codeSegment(segment, codeId),
      }),
      () => host.removeEventListener('keydown', onKey),
      () => this.reader.dispose(),
    ];
  }

  /** Codes, coders or the language of names have changed. */
  setLook(lookOf: LookOf): void {
    this.#lookOf = lookOf;
    this.#sync();
  }

  /** Others' segments are hidden, or shown. */
  setBlind(isBlind: boolean): void {
    this.#isBlind = isBlind;
    this.#sync();
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #sync(): void {
    const { state, coderId } = this.#session;
    const seen = this.#isBlind ? seenBlind(state, coderId) : state;
    const segments = seen.segmentsBySource.get(this.#sourceId) ?? noSegments;
    this.reader.setSegments(segments, this.#lookOf);
  }
}
