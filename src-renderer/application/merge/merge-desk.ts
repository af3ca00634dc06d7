import type { InputFile } from '../ports/platform';
import type { ProjectSession } from '../session';

/** Where files wait that are to be merged into a project, whoever took them in: a command, a drop, a button. */
export class MergeDesk {
  #offered: readonly InputFile[] = [];
  readonly #listeners = new Set<() => void>();

  /** Files that nobody has taken up yet; none when empty. */
  get offered(): readonly InputFile[] {
    return this.#offered;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  offer(files: readonly InputFile[]): void {
    if (files.length > 0) this.#show([...this.#offered, ...files]);
  }

  /** Hands out what waits. */
  takeUp(): readonly InputFile[] {
    const files = this.#offered;
    if (files.length > 0) this.#show([]);
    return files;
  }

  #show(files: readonly InputFile[]): void {
    this.#offered = files;
    for (const listener of this.#listeners) listener();
  }
}

const desks = new WeakMap<ProjectSession, MergeDesk>();

/** The desk of an open project. */
export function mergeDeskOf(session: ProjectSession): MergeDesk {
  let desk = desks.get(session);
  if (!desk) desks.set(session, (desk = new MergeDesk()));
  return desk;
}

/** In: files of a drop. Out: project files, which are merged, and all others. */
export function partProjectFiles(files: readonly InputFile[]): {
  readonly projects: readonly InputFile[];
  readonly others: readonly InputFile[];
} {
  const isProject = ({ name }: InputFile) => /\.qdpx$/i.test(name);
  return { projects: files.filter(isProject), others: files.filter((file) => !isProject(file)) };
}
