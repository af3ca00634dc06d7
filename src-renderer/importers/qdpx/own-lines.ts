import * as v from 'valibot';
import type { OwnManifest } from '../../domain/exchange/own/manifest';
import { ArchiveError } from '../archive/failure';
import { detailOf } from '../draft';

/** What of an archive is needed here; names are found without regard to case. */
export interface OwnArchive {
  readonly has: (name: string) => boolean;
  readonly bytes: (name: string, signal?: AbortSignal) => Promise<Uint8Array>;
}

/** Thrown where a member is not what we wrote; never leaves this folder. */
export class OwnMemberFault extends Error {
  /** The member, and the line or row in it. */
  readonly where: string;
  constructor(where: string, detail: string) {
    super(detail);
    this.where = where;
  }
}

/** Reads the members of one archive. */
export class OwnMembers {
  readonly #archive: OwnArchive;
  readonly #signal: AbortSignal | undefined;

  constructor(archive: OwnArchive, signal?: AbortSignal) {
    this.#archive = archive;
    this.#signal = signal;
  }

  /** In: a member. Out: its bytes. Throws an OwnMemberFault where it is damaged or not there. */
  async bytes(member: string): Promise<Uint8Array> {
    if (!this.#archive.has(member)) throw new OwnMemberFault(member, 'is not in the archive');
    try {
      return await this.#archive.bytes(member, this.#signal);
    } catch (error) {
      if (error instanceof ArchiveError) throw new OwnMemberFault(member, detailOf(error));
      throw error;
    }
  }

  /** In: a member. Out: its text, which must be whole UTF-8 and keeps a byte order mark. */
  async text(member: string): Promise<string> {
    return this.decoded(member, await this.bytes(member));
  }

  /** In: a member and its bytes. Out: its text, as above. */
  decoded(member: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new OwnMemberFault(member, detailOf(error));
    }
  }

  /** In: the manifest, a member, what a line of it must be. Out: its rows, as many as the manifest says. */
  async rows<T>(
    { lines }: OwnManifest,
    member: string,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<readonly T[]> {
    const expected = Object.hasOwn(lines, member) ? (lines[member] ?? 0) : 0;
    if (expected === 0) {
      if (this.#archive.has(member)) throw new OwnMemberFault(member, 'is not in the manifest');
      return [];
    }
    const found = (await this.text(member)).split('\n');
    if (found.pop() !== '' || found.length !== expected)
      throw new OwnMemberFault(member, `has ${found.length} lines instead of ${expected}`);
    return found.map((text, index) => parsed(`${member}, line ${index + 1}`, text, schema));
  }
}

/** In: where it stands, JSON, what it must be. Out: the value. Throws an OwnMemberFault. */
export function parsed<T>(where: string, text: string, schema: v.GenericSchema<unknown, T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new OwnMemberFault(where, detailOf(error));
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new OwnMemberFault(where, [v.getDotPath(issue), issue.message].filter(Boolean).join(': '));
}
