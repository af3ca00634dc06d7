import { withoutOthers } from '../domain/coders/blind';
import type { CoderId } from '../domain/model/ids';
import type { ProjectState } from '../domain/model/project';
import type { StoragePort } from './ports/storage';
import type { ProjectSession } from './session';

type Settings = Pick<StoragePort, 'readSetting' | 'writeSetting'>;

/** Whether the coder of an open project sees what others coded; kept for each project on this computer. */
export class Blind {
  #isOn = false;
  /** What the person said counts, however late storage answers. */
  #isSaid = false;
  readonly #key: string;
  readonly #settings: Settings;
  readonly #listeners = new Set<() => void>();

  constructor(projectId: string, settings: Settings) {
    this.#key = `blind:${projectId}`;
    this.#settings = settings;
    void this.#recall();
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(isOn: boolean): Promise<void> {
    this.#isSaid = true;
    this.#show(isOn);
    return this.#settings.writeSetting(this.#key, isOn);
  }

  async #recall(): Promise<void> {
    const kept = await this.#settings.readSetting(this.#key);
    if (kept === true && !this.#isSaid) this.#show(true);
  }

  #show(isOn: boolean): void {
    this.#isOn = isOn;
    for (const listener of this.#listeners) listener();
  }
}

const known = new WeakMap<ProjectSession, Blind>();

/** The one answer for an open project. */
export function blindOf(session: ProjectSession, settings: Settings): Blind {
  let blind = known.get(session);
  if (!blind) known.set(session, (blind = new Blind(session.info.id, settings)));
  return blind;
}

const seen = new WeakMap<ProjectState, { readonly coderId: CoderId; readonly state: ProjectState }>();

/** `withoutOthers`, worked out once for each state of a project. */
export function seenBlind(state: ProjectState, coderId: CoderId): ProjectState {
  const before = seen.get(state);
  if (before?.coderId === coderId) return before.state;
  const made = withoutOthers(state, coderId);
  seen.set(state, { coderId, state: made });
  return made;
}
