import type { Code, CodeFamily } from '../../../model/codebook';
import type { CodeId, FamilyId } from '../../../model/ids';
import type { LabelLanguage, Labels } from '../../../model/language';
import type { Message } from '../../../model/message';
import type { ProjectState } from '../../../model/project';

/** What is done about a clash: nothing, what the file says, or another code beside the one that is there. */
export type Resolution = 'mine' | 'theirs' | 'new';

/** What a person decides of an import; the plan shows what comes of it. */
export interface CodebookChoices {
  /** The language of names of which the file does not tell one. */
  readonly language: LabelLanguage;
  /** Where codes go of which the file does not say where they stand. */
  readonly place:
    | { readonly kind: 'family'; readonly familyId: FamilyId; readonly parentId: CodeId | null }
    /** A family of these labels, which is made if there is none. */
    | { readonly kind: 'new-family'; readonly labels: Labels };
  /** Resolutions by the id of the clash; the others are resolved as `chosen` shows. */
  readonly clashes?: { readonly [clashId: string]: Resolution };
  /** Ids of the file's families and codes that are to be left alone. */
  readonly leave?: ReadonlySet<string>;
  /** Codes that were deleted in this project, from its history. */
  readonly deleted?: ReadonlySet<CodeId>;
}

/** By what a code of the file was found in the project. */
export type MatchedBy = 'id' | 'key' | 'name';

/** One difference, as text to be shown; truth values are 'true' and 'false', lists of words parted by '; '. */
export interface FieldChange {
  readonly field:
    Exclude<keyof Code, 'id' | 'familyId' | 'parentId'> | 'family' | 'parent' | 'core' | 'enabled';
  /** For labels and indicators. */
  readonly language: LabelLanguage | null;
  readonly before: string;
  readonly after: string;
}

export type ClashKind =
  /** The file has another GUID for a code of this key, or of this name in this place. */
  | 'other-identity'
  /** The code was deleted in this project. */
  | 'deleted'
  /** Another code of the project has its key, or its key on the keyboard. */
  | 'key-taken'
  | 'shortcut-taken'
  /** A code beside it has its name. */
  | 'name-taken'
  /** It would come to stand below itself. */
  | 'cycle'
  /** It is a folder in the file, and segments have it here. */
  | 'folder-in-use';

export interface CodebookClash {
  /** The same in every plan of the same file. */
  readonly id: string;
  readonly kind: ClashKind;
  /** Names of the code in the file and of the code it clashes with; '' where there is none. */
  readonly theirs: string;
  readonly mine: string;
  /** The code of the project. */
  readonly mineId: CodeId | null;
  readonly fields: readonly FieldChange[];
  readonly options: readonly Resolution[];
  readonly chosen: Resolution;
}

export interface PlannedChange<Row> {
  readonly before: Row;
  readonly after: Row;
  /** What the file calls it, to leave it alone; null for a row that follows another. */
  readonly theirs: string | null;
  /** Null for a row that the file does not have and that follows another. */
  readonly by: MatchedBy | null;
  readonly fields: readonly FieldChange[];
}

/** What an import would do, to be shown before it is done. */
export interface CodebookPlan {
  /** The project that it was made for. */
  readonly basis: ProjectState;
  readonly families: {
    readonly added: readonly CodeFamily[];
    readonly changed: readonly PlannedChange<CodeFamily>[];
  };
  /** New codes, each after its parent. */
  readonly added: readonly Code[];
  readonly changed: readonly PlannedChange<Code>[];
  readonly unchanged: readonly Code[];
  /** Codes of the project that the file does not have; they stay. */
  readonly onlyHere: readonly Code[];
  readonly clashes: readonly CodebookClash[];
  readonly repairs: readonly Message[];
  readonly losses: readonly Message[];
}
