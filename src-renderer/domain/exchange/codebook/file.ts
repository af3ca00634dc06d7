import type { Code, CodeFamily } from '../../model/codebook';
import type { CodeId, FamilyId } from '../../model/ids';
import type { Labels } from '../../model/language';
import type { Message } from '../../model/message';

/**
 * What a file can say of a code, its identity and place apart. Labels and indicators are by language: ''
 * and [] where the file has none in that language, absent where it is silent about it.
 */
export type CodeFields = Omit<Code, 'id' | 'familyId' | 'parentId' | 'order'>;

/** A code as a file has it. */
export interface FileCode {
  /** Lower-case GUID: the file's own, else one that is the same each time the file is read. */
  readonly id: CodeId;
  /** Whether the id is the file's own. */
  readonly identified: boolean;
  /** A family of the file; null where the format has none. */
  readonly familyId: FamilyId | null;
  /** A code of the file, or null at the top. */
  readonly parentId: CodeId | null;
  /** Whether the file says where in the whole codebook it stands: the top of a part of one does not. */
  readonly placed: boolean;
  /** Position among its siblings; null where only the order of the file tells. */
  readonly order: number | null;
  /** The only name that the format has, in no language that it tells; null where there are labels. */
  readonly name: string | null;
  /** Only what the file says; what it is silent about is not changed by an import. */
  readonly fields: Partial<CodeFields>;
}

/** A family as a file has it: absent fields are those that it is silent about. */
export interface FileFamily {
  readonly id: FamilyId;
  readonly key: string;
  readonly fields: Partial<Pick<CodeFamily, 'labels' | 'core' | 'enabled' | 'order'>>;
}

/** A codebook read from a file of whatever format, not yet compared with a project. */
export interface CodebookFile {
  /** The program that wrote it, as the file says; '' where it does not. */
  readonly origin: string;
  readonly families: readonly FileFamily[];
  /** Each after its parent; ids are unique, parents are there, no code is above itself. */
  readonly codes: readonly FileCode[];
  /** What was mended in reading and what cannot be taken over: strings under `exchange-report`. */
  readonly repairs: readonly Message[];
  readonly losses: readonly Message[];
}

export const codebookFailureKinds = [
  'codebook-unreadable',
  'codebook-format',
  'codebook-newer',
  'codebook-empty',
  'codebook-malformed',
  'codebook-columns',
  'codebook-cycle',
  'codebook-too-deep',
] as const;

/** Why a file is no codebook that can be read: strings under `exchange-report:failure.<kind>`. */
export interface CodebookFailure {
  readonly kind: (typeof codebookFailureKinds)[number];
  /** Where or what, such as `codes[3].color`; never the only thing shown. */
  readonly detail: string;
}

/** The deepest nesting that is read; real codebooks have seven levels at most. */
export const DEEPEST = 200;

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** In: labels. Out: whether there is none that can be seen. */
export const hasNoLabel = (labels: Labels): boolean => Object.values(labels).every(blank);
