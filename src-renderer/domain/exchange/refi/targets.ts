/**
 * The programs that a project can be written for, and the few things in which their files differ. All
 * targets are valid REFI-QDA; the default is what every known reader takes without shifting or dropping.
 */
export const refiTargets = ['default', 'nvivo', 'maxqda', 'atlasti', 'qualcoder'] as const;
export type RefiTarget = (typeof refiTargets)[number];

/** What a program is known to leave behind when it reads: strings under `loss.target.<kind>`. */
export type DroppedPart = 'links' | 'case-sources' | 'code-sets' | 'graphs' | 'note-references' | 'colors';

export interface TargetProfile {
  /**
   * Its own files count UTF-16 units. Positions are code points all the same, as the standard has it: a
   * file must not be right for one program and wrong for all others. What may come of it is told.
   */
  readonly countsUtf16: boolean;
  /** One selection for each coding, so that passages with several codes repeat. */
  readonly selectionPerCoding: boolean;
  /** No two codes have one name anywhere in the tree. */
  readonly uniqueCodeNames: boolean;
  /** Memos stand also in the description of what they are about. */
  readonly memosAsDescription: boolean;
  /** The values of a case stand also in each of its sources. */
  readonly caseValuesOnSources: boolean;
  /** The program stands beside the coders as a user of its own. */
  readonly programAsUser: boolean;
  readonly drops: readonly DroppedPart[];
}

const safest: TargetProfile = {
  countsUtf16: false,
  // Several codings on one selection are what the standard says, and keep together what was coded together.
  selectionPerCoding: false,
  // A reader that wants names to be unique throws the codings of the second code away.
  uniqueCodeNames: true,
  // Programs that read notes would show the memo twice.
  memosAsDescription: false,
  caseValuesOnSources: false,
  programAsUser: false,
  drops: [],
};

const profiles: { readonly [target in RefiTarget]: TargetProfile } = {
  default: safest,
  nvivo: {
    ...safest,
    // 300 of 303 codings of its own files lie on words so, 49 in code points.
    countsUtf16: true,
    // NVivo writes a selection of its own for each coding.
    selectionPerCoding: true,
    // Its own files have one name under several parents.
    uniqueCodeNames: false,
    // Its list of what it takes names neither links between objects nor graphs.
    drops: ['links', 'graphs'],
  },
  maxqda: {
    ...safest,
    // MAXQDA keeps variables with the document; nothing shows that it reads those of a case.
    caseValuesOnSources: true,
  },
  atlasti: {
    ...safest,
    // Its own files have comments on quotations as descriptions and no notes.
    memosAsDescription: true,
    // Both of its files that are known have a user for the program beside the person.
    programAsUser: true,
  },
  qualcoder: {
    ...safest,
    // QualCoder writes one selection for each coding.
    selectionPerCoding: true,
    // It drops references to notes, and takes descriptions as memos.
    memosAsDescription: true,
    // Tried: what its import leaves out or, as with colours, changes to the nearest of its own.
    drops: ['note-references', 'case-sources', 'links', 'code-sets', 'graphs', 'colors'],
  },
};

/** In: a target. Out: how its file is written. */
export const targetProfile = (target: RefiTarget): TargetProfile => profiles[target];
