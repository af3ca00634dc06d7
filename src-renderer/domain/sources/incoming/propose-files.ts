import type { BibliographicRecord, ReadFile } from '../../model/import';
import type { ProjectState } from '../../model/project';
import { aboutParsed } from '../add-sources';
import { joinRecords, withRecord } from './join-records';
import { propose, type ProposedSource } from './proposal';

/** A file that was read. */
export interface IncomingFile {
  /** Within its import. */
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly read: Pick<ReadFile, 'sources' | 'records'>;
}

/** What became of the references among the files. */
export interface JoinedRecords {
  readonly joined: number;
  /** Those that could belong to several documents. */
  readonly doubtful: readonly BibliographicRecord[];
  readonly unmatched: readonly BibliographicRecord[];
}

export interface Proposals {
  readonly sources: readonly ProposedSource[];
  readonly records: JoinedRecords;
}

/**
 * What would come of files, in the order of the list.
 * In: the sources of the project and the files. Out: a proposal for each source, and what became of the references. A file
 * with the same bytes as a source of the project, or as an earlier file, is named and not included.
 * References describe the documents they belong to.
 */
export function proposeFiles(
  state: Pick<ProjectState, 'sources'>,
  files: readonly IncomingFile[],
): Proposals {
  const known = new Map([...state.sources.values()].map(({ hash, title }) => [hash, title]));
  const paths = new Map(files.map(({ id, path }) => [id, path]));
  const sources = files.flatMap(({ id, name, path, read }) => {
    // All sources of one file have the hash of that file.
    const hash = read.sources[0]?.hash;
    if (hash === undefined) return [];
    const sameAs = known.get(hash) ?? null;
    if (sameAs === null) known.set(hash, path);
    return propose({ id, name, sameAs }, read.sources);
  });
  const records = files.flatMap(({ read }) => read.records);
  const targets = sources.map(({ id, fileId, parsed: { title, url, identifier } }) => ({
    id,
    path: paths.get(fileId) ?? '',
    title,
    url,
    identifier,
  }));
  const { matches, ambiguous, unmatched } = joinRecords(records, targets);
  const recordOf = new Map(matches.map(({ target, record }) => [target, records[record]]));
  const listed = (indexes: readonly number[]) => indexes.flatMap((index) => records[index] ?? []);
  return {
    sources: sources.map((source) => {
      const record = recordOf.get(source.id);
      if (!record) return source;
      const parsed = withRecord(source.parsed, record);
      return { ...source, parsed, about: aboutParsed(parsed, source.fileName) };
    }),
    records: {
      joined: matches.length,
      doubtful: listed(ambiguous.map(({ record }) => record)),
      unmatched: listed(unmatched),
    },
  };
}
