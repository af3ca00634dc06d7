import type { CarriedItem } from '../../model/carried';
import { stableGuid } from '../../model/guid';
import type { MemoId, SourceId } from '../../model/ids';
import type { Source } from '../../model/source';
import { writtenGuid } from './values';

/** The folder of the archive in which the standard wants files. */
const FOLDER = 'sources/';

/** In: the path of an internal file. Out: the name of its member in the archive. */
export const memberOfPath = (path: string): string => path.replace('internal://', FOLDER);

const internal = (guid: string, extension: string): string => `internal://${writtenGuid(guid)}.${extension}`;

/** In: a PDF source's id. Out: the GUID of its Representation, which must not be that of the source. */
export const representationGuid = (id: SourceId): string => stableGuid(id, 'representation');

/**
 * Whether a source is written as a PDF: those whose file is there; without its file it is a text.
 * In: the source, whether its original file is there.
 */
export const isWrittenAsPdf = (source: Source, hasFile: boolean): boolean =>
  source.format === 'pdf' && hasFile;

/** In: a source, whether its original file is there. Out: the path of its canonical text. */
export const textPath = (source: Source, hasFile: boolean): string =>
  internal(isWrittenAsPdf(source, hasFile) ? representationGuid(source.id) : source.id, 'txt');

/** In: a source that is written as a PDF. Out: the path of its original file. */
export const pdfPath = (source: Source): string => internal(source.id, 'pdf');

/** In: a memo's id. Out: the path of its text. Notes and sources of other programs may share a GUID. */
export const notePath = (id: MemoId): string => internal(stableGuid(id, 'note'), 'txt');

/**
 * In: the GUID of something carried that has a file, and the file's name. Out: the path of the file, which
 * keeps the ending of its name where that is a plain one.
 */
export function carriedPath(guid: CarriedItem['id'], fileName: string): string {
  const extension = /\.([0-9a-z]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'bin';
  return internal(stableGuid(guid, 'file'), extension);
}
