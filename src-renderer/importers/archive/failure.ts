export const archiveFailureKinds = [
  'not-a-zip',
  'truncated',
  'encrypted',
  'unsafe-name',
  'duplicate-name',
  'too-many-members',
  'bomb',
  'too-large',
  'damaged',
] as const;

/** Why an archive is not opened, or a member of it not unpacked. */
export interface ArchiveFailure {
  readonly kind: (typeof archiveFailureKinds)[number];
  /** The member it is about, or technical detail; never the only thing shown. */
  readonly detail: string;
}

/** Thrown while a member is unpacked, where there is no sound result to hand back. */
export class ArchiveError extends Error {
  readonly failure: ArchiveFailure;
  constructor(kind: ArchiveFailure['kind'], detail: string) {
    super(`${kind}: ${detail}`);
    this.failure = { kind, detail };
  }
}
