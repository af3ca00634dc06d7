import type { ImportChoices, ImportFailure, ReadFile } from '../../domain/model/import';
import type { Result } from '../../domain/model/result';
import type { InputFile } from './platform';

/** What came of one file, and its original bytes. */
export interface ParsedFile extends ReadFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Which of the pages that have to be recognised is at hand, from 1. */
export interface ParseProgress {
  readonly page: number;
  readonly of: number;
}

/** Turns files into sources away from the window's thread. Safe to call for many files at once. */
export interface ParserPort {
  parse(
    file: InputFile,
    signal: AbortSignal,
    choices?: ImportChoices,
    onProgress?: (progress: ParseProgress) => void,
  ): Promise<Result<ParsedFile, ImportFailure>>;
}
