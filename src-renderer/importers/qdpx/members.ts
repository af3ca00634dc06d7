import { fail, ok, type Result } from '../../domain/model/result';
import type { Archive } from '../archive/archive';
import { qdpxFailure, type QdpxFailure } from './failure';

/** Finds in an archive what a project refers to. Programs disagree about capitals and about folders. */
export class Members {
  readonly archive: Archive;
  /** The member with the project's XML. */
  readonly project: string;
  readonly #folder: string;
  readonly #byBaseName = new Map<string, string>();
  /** Members that the project speaks of, in lower case. */
  readonly #used = new Set<string>();

  constructor(archive: Archive, project: string) {
    this.archive = archive;
    this.project = project;
    this.#folder = project.slice(0, project.lastIndexOf('/') + 1);
    for (const name of archive.names) {
      const base = baseName(name).toLowerCase();
      // Two members of one base name say nothing about which is meant.
      this.#byBaseName.set(base, this.#byBaseName.has(base) ? '' : name);
    }
  }

  /** In: a path of a project such as `internal://GUID.txt`. Out: the member that it means, or undefined. */
  find(path: string): string | undefined {
    if (path.trim() === '' || path.startsWith('absolute:')) return undefined;
    const file = decoded(path.replace(/^[a-z]+:\/+/i, '').replaceAll('\\', '/'));
    const candidates = [`${this.#folder}sources/${file}`, `${this.#folder}${file}`, file];
    const found =
      candidates.find((name) => this.archive.has(name)) ??
      (this.#byBaseName.get(baseName(file).toLowerCase()) || undefined);
    if (found !== undefined) this.#used.add(found.toLowerCase());
    return found;
  }

  /**
   * Members that were never looked for: the project does not speak of them. Ours, empty ones and what
   * systems leave behind apart.
   */
  unused(): readonly string[] {
    return this.archive.names
      .filter(
        (name) =>
          name !== this.project &&
          !this.#used.has(name.toLowerCase()) &&
          this.archive.size(name) > 0 &&
          !/^parallax\/|(^|\/)(__MACOSX\/|\._|\.DS_Store$)/i.test(name),
      )
      .toSorted();
  }
}

/** In: an archive. Out: its members with the project found, which may have any name that ends with .qde. */
export function findProject(archive: Archive): Result<Members, QdpxFailure> {
  const all = archive.names.filter((name) => /\.qde$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name));
  const depth = (name: string) => name.split('/').length;
  const least = Math.min(...all.map(depth));
  const top = all.filter((name) => depth(name) === least);
  const found = top.find((name) => /(^|\/)project\.qde$/i.test(name)) ?? top[0];
  if (found === undefined) return fail(qdpxFailure({ kind: 'no-project', detail: '' }));
  if (top.length > 1 && !/(^|\/)project\.qde$/i.test(found))
    return fail(qdpxFailure({ kind: 'several-projects', detail: top.join(', ') }));
  return ok(new Members(archive, found));
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Some programs escape spaces in paths; a per cent sign that escapes nothing is itself. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
