import { familiesOf, lookedAt } from '../../coders/progress';
import type { CodeId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { Source } from '../../model/source';
import { continuum, type Continuum, type Span } from '../continuum/continuum';
import { characterConfusion, characterTable, type Confusion } from '../units/character';
import type { CoderPair, ComparedTags } from './difference';
import { stretchesOf } from './stretches';

/**
 * How many characters had which code of the one coder and which of the other.
 * In: the project, two coders, the codes compared, the sources (all where undefined). Out: the matrix over
 * the codes that either gave, in the order of the codebook, with "no code" last; its sum is the code points of
 * the sources that both looked at.
 */
export function confusionOf(
  state: ProjectState,
  coders: CoderPair,
  compared: ComparedTags,
  keeps: (source: Source) => boolean = () => true,
): Confusion {
  const continua: Continuum[] = [];
  const used = new Set<CodeId>();
  const families = compared ? familiesOf(state, compared) : [];
  for (const source of state.sources.values()) {
    if (!keeps(source)) continue;
    if (!coders.every((coder) => lookedAt(state, source.id, coder, families))) continue;
    continua.push(continuumOf(state, source, coders, compared, used));
  }
  const codes = [...state.codes.keys()].filter((id) => used.has(id));
  return characterConfusion(characterTable(continua), codes);
}

/**
 * A source as the two coded it, without the text: its coded stretches one after the other, in code points, and
 * then all that nobody coded. A matrix counts characters and not where they are.
 */
function continuumOf(
  state: ProjectState,
  source: Source,
  [a, b]: CoderPair,
  compared: ComparedTags,
  used: Set<CodeId>,
): Continuum {
  const segments = state.segmentsBySource.get(source.id) ?? [];
  const own = segments.filter(({ coderId }) => coderId === a);
  const other = segments.filter(({ coderId }) => coderId === b);
  const first: Span[] = [];
  const second: Span[] = [];
  let position = 0;
  for (const { characters, codes } of stretchesOf([own, other], compared)) {
    const [start, end] = [position, position + characters];
    for (const code of codes[0]) first.push({ start, end, code });
    for (const code of codes[1]) second.push({ start, end, code });
    for (const code of [...codes[0], ...codes[1]]) used.add(code);
    position = end;
  }
  return continuum(source.characters, [first, second]);
}
