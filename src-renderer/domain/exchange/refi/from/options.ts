import type { LabelLanguage } from '../../../model/language';
import type { PositionTable } from '../../../text/positions';
import type { SourceId } from '../../../model/ids';
import type { TargetProfile } from '../targets';
import type { RefiWords } from '../words';

/** What must be known beside the rows to write a project as REFI-QDA. */
export interface RefiOptions {
  readonly profile: TargetProfile;
  /** The program and its version, for `origin`. */
  readonly origin: string;
  /** REFI-QDA carries one name per code: the label in this language. */
  readonly language: LabelLanguage;
  readonly words: RefiWords;
  /** Tables of the texts that hold surrogate pairs; in all others a UTF-16 unit is a code point. */
  readonly tables: ReadonlyMap<SourceId, PositionTable>;
  /** Names of the original files that are there, by source or carried item. */
  readonly files: ReadonlyMap<string, string>;
}
