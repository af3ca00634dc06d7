import { invariant } from '../../domain/model/result';
import { addSources } from '../../domain/sources/add-sources';
import type { SourceContent } from '../ports/storage';
import type { ProjectSession } from '../session';
import type { ImportItem, ImportProgress } from './import-item';

/**
 * Takes what is included in a preview into the project: rows, texts and originals in one change set.
 * Out: the outcome; where it cannot be written, the preview as it was, with the reason.
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
  const kept = taken.length === 0 ? null : await session.run(draft, contents);
  if (kept && !kept.ok) return { ...preview, failure: kept.error };

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
  return { ...preview, phase: 'done', items, sources: [] };
}
