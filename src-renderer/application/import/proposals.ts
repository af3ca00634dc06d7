import type { ProjectState } from '../../domain/model/project';
import { aboutParsed } from '../../domain/sources/add-sources';
import { joinRecords, withRecord } from '../../domain/sources/incoming/join-records';
import { propose, type ProposedSource } from '../../domain/sources/incoming/proposal';
import type { ImportItem, JoinedRecords } from './import-item';

export interface Proposals {
  readonly sources: readonly ProposedSource[];
  readonly records: JoinedRecords;
}

/**
 * What would come of the files that were read, in the order of the list. A file with the same bytes as a
 * source of the project, or as an earlier file, is named and not included. References describe the documents
 * they belong to.
 */
export function proposalsOf(state: ProjectState, items: readonly ImportItem[]): Proposals {
  const known = new Map([...state.sources.values()].map(({ hash, title }) => [hash, title]));
  const paths = new Map(items.map(({ id, file }) => [id, file.path]));
  const sources = items.flatMap((item) => {
    // All sources of one file have the hash of that file.
    const hash = item.state === 'read' ? item.read.sources[0]?.hash : undefined;
    if (item.state !== 'read' || hash === undefined) return [];
    const sameAs = known.get(hash) ?? null;
    if (sameAs === null) known.set(hash, item.file.path);
    return propose({ id: item.id, name: item.file.name, sameAs }, item.read.sources);
  });
  const records = items.flatMap((item) => (item.state === 'read' ? item.read.records : []));
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
