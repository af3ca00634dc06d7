import type { SourceId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import { positionTable, toCodePoints } from '../../text/positions';

/**
 * The sources whose text is needed to give positions in code points: those with segments and with
 * characters beyond the basic plane. In all others a UTF-16 unit is a code point.
 */
export function sourcesNeedingText(state: ProjectState): readonly SourceId[] {
  return [...state.segmentsBySource.keys()].filter((id) => {
    const source = state.sources.get(id);
    return source !== undefined && source.length !== source.characters;
  });
}

/**
 * In: canonical texts, at least of the sources that `sourcesNeedingText` names. Out: what turns a position
 * in UTF-16 units into code points; null where the text that it takes is missing.
 */
export function codePointPositions(
  texts: ReadonlyMap<SourceId, string>,
): (source: Source, position: number) => number | null {
  const tables = new Map<SourceId, ReturnType<typeof positionTable>>();
  return (source, position) => {
    if (source.length === source.characters) return position;
    const text = texts.get(source.id);
    if (text === undefined) return null;
    let table = tables.get(source.id);
    if (!table) tables.set(source.id, (table = positionTable(text)));
    return toCodePoints(table, position);
  };
}
