import type { Change, ChangeDraft } from '../../domain/model/change';
import type { ImportReport, ReportedFile } from '../../domain/model/import-report';
import { invariant } from '../../domain/model/result';
import { addSources } from '../../domain/sources/add-sources';
import type { SourceContent } from '../ports/storage';
import type { ProjectSession } from '../session';
import type { ImportItem, ImportProgress } from './import-item';

/**
 * Takes what is included in a preview into the project: rows, texts and originals in one change set.
 * Out: the outcome, with the sources that were left out; where it cannot be written, the preview as it was, with the reason.
 */
export async function keepSources(session: ProjectSession, preview: ImportProgress): Promise<ImportProgress> {
  const bytesOf = new Map(
    preview.items.flatMap((item) => (item.state === 'read' ? [[item.id, item.read.bytes] as const] : [])),
  );
  const taken = preview.sources
    .filter(({ isIncluded }) => isIncluded)
    .map((source) => {
      const original = bytesOf.get(source.fileId);
      invariant(original, 'a proposed source comes of a file that was read');
      return { ...source, original, bytes: original.length };
    });
  const { draft, texts } = addSources(session.state, taken, session.stamp, session.coderId);
  const contents = texts.map((text, i): SourceContent => {
    const source = taken[i];
    invariant(source, 'every text is of a source that was taken');
    return { text, file: { sourceId: text.sourceId, name: source.fileName, bytes: source.original } };
  });
  const idsByFile = new Map<number, string[]>();
  taken.forEach(({ fileId }, i) => {
    const id = texts[i]?.sourceId;
    if (id !== undefined) idsByFile.set(fileId, [...(idsByFile.get(fileId) ?? []), id]);
  });
  const items = preview.items.map((item): ImportItem => {
    if (item.state !== 'read') return item;
    const { id, file, choices, read } = item;
    const sourceIds = idsByFile.get(id) ?? [];
    const warnings = [...read.warnings, ...read.sources.flatMap((source) => source.warnings)];
    if (sourceIds.length > 0) return { id, file, choices, state: 'done', sourceIds, warnings };
    const sameAs = preview.sources.find(({ fileId }) => fileId === id)?.sameAs ?? null;
    return { id, file, choices, state: 'left-out', sameAs, warnings: read.warnings };
  });
  const leftOut = preview.sources.filter(({ isIncluded }) => !isIncluded);
  const outcome: ImportProgress = { ...preview, phase: 'done', items, sources: leftOut };
  if (taken.length === 0) return outcome;

  const report = reportOf(session, outcome, preview, draft);
  const changes: readonly Change[] = [
    ...draft.changes,
    { table: 'imports', id: report.id, before: null, after: report },
  ];
  const kept = await session.run({ ...draft, changes }, contents);
  return kept.ok ? outcome : { ...preview, failure: kept.error };
}

/** What is kept of an import beside its sources, to be looked up later. */
function reportOf(
  { stamp, coderId }: ProjectSession,
  { items }: ImportProgress,
  preview: ImportProgress,
  { changes }: ChangeDraft,
): ImportReport {
  const added = new Map(
    changes.flatMap(({ table, id, after }) => (table === 'sources' && after ? [[id, after] as const] : [])),
  );
  const files = items.map((item): ReportedFile => {
    const ids = item.state === 'done' ? item.sourceIds : [];
    return {
      path: item.file.path,
      bytes: item.file.size,
      sources: ids.flatMap((id) => {
        const source = added.get(id);
        return source ? { id, title: source.title, characters: source.characters } : [];
      }),
      leftOut: preview.sources.filter(({ fileId }) => fileId === item.id).length - ids.length,
      failure: item.state === 'failed' ? item.failure : null,
      warnings: item.state === 'done' || item.state === 'left-out' ? item.warnings : [],
    };
  });
  return { id: stamp.newId(), at: stamp.now(), coderId, files };
}
