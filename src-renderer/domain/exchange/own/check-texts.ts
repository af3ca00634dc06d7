import type { SourceId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { SourceText } from '../../model/source';
import { checkCanonical } from '../../text/canonical';
import { countCodePoints } from '../../text/positions';
import type { OwnFault } from './check-rows';

/**
 * Whether a text from a file is that of its source: canonical, as long as the source says, with every
 * segment on the words that it quotes.
 * In: the state, the text. Out: the first fault, or undefined.
 */
export function faultInText(state: ProjectState, body: SourceText): OwnFault | undefined {
  const where = `text of ${body.sourceId}`;
  const source = state.sources.get(body.sourceId);
  if (!source) return { where, detail: 'no such source' };
  const { text } = body;
  if (text.length !== source.length || countCodePoints(text) !== source.characters)
    return { where, detail: `has ${text.length} units, the source says ${source.length}` };
  try {
    checkCanonical(body);
  } catch (error) {
    return { where, detail: error instanceof Error ? error.message : String(error) };
  }
  for (const { id, start, end, quote, characters } of state.segmentsBySource.get(source.id) ?? []) {
    if (end > text.length || text.slice(start, end) !== quote || countCodePoints(quote) !== characters)
      return { where: `segments ${id}`, detail: 'does not lie on the words that it quotes' };
  }
  return undefined;
}

/** In: the state, the texts that were found. Out: the first source without a text, or undefined. */
export function sourceWithoutText(
  state: ProjectState,
  texts: ReadonlyMap<SourceId, SourceText>,
): OwnFault | undefined {
  const missing = [...state.sources.keys()].find((id) => !texts.has(id));
  return missing === undefined ? undefined : { where: `text of ${missing}`, detail: 'is not there' };
}
