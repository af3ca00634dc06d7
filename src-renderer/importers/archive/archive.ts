/** The members of an archive that was opened and found sound. */
export interface Archive {
  /** Names as the archive has them, in its order; folders are left out. */
  readonly names: readonly string[];
  /** In: one of the names. Out: the member's bytes, unpacked; rejects when they are damaged or not there. */
  bytes(name: string): Promise<Uint8Array>;
}
