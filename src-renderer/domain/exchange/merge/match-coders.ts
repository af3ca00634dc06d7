import { fold } from '../../text/fold';
import { agreedCoderOf, type Comparison } from './comparison';

/**
 * Coders are one by id; the agreed layers are one; else a name that both know is asked about, unless work that
 * came before tells: a segment of theirs that the project has in that coder's name.
 */
export function matchCoders({ base, file, index, asking }: Comparison): Map<string, string> {
  const [a, b] = [base.state, file.content.state];
  const [ourLayer, theirLayer] = [agreedCoderOf(a), agreedCoderOf(b)];
  const byName = new Map<string, string>();
  for (const { id, name } of a.coders.values()) {
    const key = fold(name.trim());
    if (id !== ourLayer && !b.coders.has(id) && !byName.has(key)) byName.set(key, id);
  }
  const counts = new Map<string, number>();
  const knownAs = new Map<string, string>();
  for (const { id, coderId } of b.segments.values()) {
    counts.set(coderId, (counts.get(coderId) ?? 0) + 1);
    const known = a.segments.get(id)?.coderId;
    if (known !== undefined) knownAs.set(coderId, known);
  }
  const found = new Map<string, string>();
  for (const { id, name } of b.coders.values()) {
    if (a.coders.has(id)) continue;
    if (id === theirLayer) {
      if (ourLayer !== undefined && !b.coders.has(ourLayer)) found.set(id, ourLayer);
      continue;
    }
    const key = fold(name.trim());
    const ours = byName.get(key);
    if (ours === undefined) continue;
    byName.delete(key);
    if (knownAs.get(id) === ours) {
      found.set(id, ours);
      continue;
    }
    const question = {
      ...({ file: index, kind: 'coder', table: 'coders', theirs: id, ours, name, fields: [] } as const),
      ourName: a.coders.get(ours)?.name ?? '',
      segments: counts.get(id) ?? 0,
      options: ['one', 'two'] as const,
      required: true,
    };
    if (asking.ask(question, 'one') === 'one') found.set(id, ours);
  }
  return found;
}
