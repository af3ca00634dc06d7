import { coderColors, initialsOf } from '../../../coders/coders';
import { stableGuid } from '../../../model/guid';
import type { CoderId } from '../../../model/ids';
import type { Coder } from '../../../model/segment';
import { fold } from '../../../text/fold';
import type { Guid, RefiProject } from '../model';
import type { Notices } from './notices';

const INITIALS_LENGTH = 3;

/** The users of a file as coders; who is named and not listed, or not named at all, gets a place as well. */
export class Coders {
  readonly rows = new Map<CoderId, Coder>();
  readonly #default: Guid | undefined;
  readonly #unknownName: string;
  readonly #notices: Notices;

  constructor(project: RefiProject, unknownName: string, notices: Notices) {
    this.#unknownName = unknownName;
    this.#notices = notices;
    for (const { guid, name, id } of project.users) this.#add(guid, name || id, id);
    const [only] = this.rows.keys();
    const isOnly = this.rows.size === 1;
    this.#default = this.rows.has(project.creatingUser) ? project.creatingUser : isOnly ? only : undefined;
  }

  /**
   * The coder of something.
   * In: the users that it may be of, the nearest first; '' where the file names none. Out: the first that is
   * named, made up where the file does not list it; where none is named, who made the project, else a coder
   * who stands for nobody known.
   */
  of(...users: readonly Guid[]): CoderId {
    const named = users.find((user) => user !== '');
    if (named === undefined) {
      this.#notices.repairs.add('coder-missing');
      return this.#default ?? this.#placeholder(stableGuid('refi', 'nobody'));
    }
    if (!this.rows.has(named)) this.#notices.repairs.add('coder-unknown');
    return this.#placeholder(named);
  }

  /** The coder whose name new segments bear: who made the project, else the one with most segments. */
  current(segmentsByCoder: ReadonlyMap<CoderId, number>): CoderId {
    if (this.#default !== undefined) return this.#default;
    const [most] = [...segmentsByCoder].sort((a, b) => b[1] - a[1])[0] ?? [];
    const [first] = this.rows.keys();
    return most ?? first ?? this.#placeholder(stableGuid('refi', 'nobody'));
  }

  #placeholder(guid: Guid): CoderId {
    if (!this.rows.has(guid)) this.#add(guid, this.#unknownName, '');
    return guid;
  }

  /** Two coders of one name could not be told apart. */
  #add(guid: Guid, wanted: string, id: string): void {
    const base = wanted || this.#unknownName;
    const taken = new Set([...this.rows.values()].map(({ name }) => fold(name)));
    let name = base;
    for (let number = 2; taken.has(fold(name)); number++) name = `${base} ${number}`;
    const initials = id !== '' && [...id].length <= INITIALS_LENGTH ? id : initialsOf(name);
    const color = coderColors[this.rows.size % coderColors.length] ?? coderColors[0];
    this.rows.set(guid, { id: guid, name, initials, color });
  }
}
