import type { DifferenceQuery } from '../domain/agreement/settle/query';
import type { Staging } from '../domain/agreement/drift/stages';
import type { CodeId, SegmentId, SourceId } from '../domain/model/ids';
import type { CrossedWith } from '../domain/profile/passages';
import type { ProfileRequest } from '../domain/profile/request';
import type { SegmentFilter } from '../domain/retrieval/filter';

export const views = [
  'library',
  'reader',
  'codebook',
  'segments',
  'profiles',
  'compare',
  'settings',
] as const;
export type View = (typeof views)[number];

/** How a profile is drawn; crossed: with another family, as tables of counts. */
export const profileForms = ['bars', 'stacked', 'crossed'] as const;
export type ProfileForm = (typeof profileForms)[number];

/** What can be looked at where coders are compared. */
export const comparisons = ['agreement', 'settle', 'drift', 'paper'] as const;
export type Comparison = (typeof comparisons)[number];

/** A figure of a profile: the key of its row, the code of its column, and the code it is crossed with. */
export interface Evidence {
  readonly country: string;
  readonly codeId: CodeId;
  readonly crossed?: CrossedWith | undefined;
}

/** A family of codes, two of them (null: against nothing) where a confusion is open, and the time in which agreement is shown. */
export interface DriftPlace {
  readonly familyKey?: string;
  readonly confusion?: { readonly first: CodeId; readonly second: CodeId | null } | undefined;
  readonly by?: Staging;
}

/** A place in an open project. */
export type Place =
  | { readonly view: 'library' }
  | {
      readonly view: 'reader';
      readonly sourceId?: SourceId;
      /** The segment to show, or the position (UTF-16) to scroll to. */
      readonly segmentId?: SegmentId;
      readonly position?: number;
    }
  | { readonly view: 'codebook'; readonly codeId?: CodeId }
  | {
      readonly view: 'segments';
      /** What the list is filtered by. */
      readonly query?: SegmentFilter;
      /** The segment that was opened from the list, to come back to. */
      readonly segmentId?: SegmentId;
    }
  | {
      readonly view: 'profiles';
      readonly request?: ProfileRequest;
      readonly form?: ProfileForm;
      /** Key of the family that the form 'crossed' crosses with. */
      readonly crossedFamily?: string | undefined;
      /** The bar or cell whose passages are shown, and the passage that was opened from there. */
      readonly evidence?: Evidence | undefined;
      readonly segmentId?: SegmentId | undefined;
    }
  | {
      readonly view: 'compare';
      readonly comparison?: Comparison;
      /** Which disagreements are listed, and the one that is looked at. */
      readonly differences?: DifferenceQuery | undefined;
      /** The codes whose confusion is looked at. */
      readonly drift?: DriftPlace | undefined;
    }
  | { readonly view: 'settings' };

/** Where the person is and was: like a browser's history, with back and forward. */
export class Navigation {
  #places: readonly Place[];
  #index = 0;
  readonly #listeners = new Set<() => void>();
  readonly #leaving = new Set<() => void>();

  constructor(start: Place = { view: 'library' }) {
    this.#places = [start];
  }

  get place(): Place {
    return this.#places[this.#index] ?? { view: 'library' };
  }

  get canGoBack(): boolean {
    return this.#index > 0;
  }

  get canGoForward(): boolean {
    return this.#index < this.#places.length - 1;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls before each step to another place: the last moment to note with `replace` where the person has got to. */
  beforeLeaving(note: () => void): () => void {
    this.#leaving.add(note);
    return () => this.#leaving.delete(note);
  }

  go(place: Place): void {
    this.#leave();
    this.#places = [...this.#places.slice(0, this.#index + 1), place].slice(-200);
    this.#index = this.#places.length - 1;
    this.#tell();
  }

  /** Goes to where the person last was in a view; being there already is no step. */
  goToView(view: View): void {
    if (this.place.view !== view) this.go(this.last(view) ?? { view });
  }

  /** Notes where the person has got to within a view, without a step in the history. */
  replace(place: Place): void {
    this.#places = this.#places.with(this.#index, place);
    this.#tell();
  }

  back(): void {
    if (this.canGoBack) this.#move(-1);
  }

  forward(): void {
    if (this.canGoForward) this.#move(1);
  }

  /** The last place of a view, so that coming back to it loses nothing. */
  last<V extends View>(view: V): Extract<Place, { view: V }> | undefined {
    return this.#places
      .slice(0, this.#index + 1)
      .findLast((place): place is Extract<Place, { view: V }> => place.view === view);
  }

  #move(step: 1 | -1): void {
    this.#leave();
    this.#index += step;
    this.#tell();
  }

  #leave(): void {
    for (const note of this.#leaving) note();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
