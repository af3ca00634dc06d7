import { message, type Message } from '../../domain/model/message';
import type { CanonicalText } from '../../domain/text/canonical';

/** What an importer has to tell of, each by how often it came. */
export interface Counts {
  images: number;
  objects: number;
  insertions: number;
  deletions: number;
  moves: number;
  ruby: number;
  symbols: number;
  replaced: number;
}

export const noCounts = (): Counts => ({
  images: 0,
  objects: 0,
  insertions: 0,
  deletions: 0,
  moves: 0,
  ruby: 0,
  symbols: 0,
  replaced: 0,
});

export function warningsOf(counts: Counts, { blocks }: CanonicalText): Message[] {
  const hidden = blocks.filter(({ kind }) => kind === 'hidden').length;
  const all: readonly (readonly [number, Message])[] = [
    [counts.images, message('images-left-out', { count: counts.images })],
    [counts.objects, message('objects-left-out', { count: counts.objects })],
    [counts.insertions, message('insertions-accepted', { count: counts.insertions })],
    [counts.deletions, message('deletions-left-out', { count: counts.deletions })],
    [counts.moves, message('moves-accepted', { count: counts.moves })],
    [counts.ruby, message('ruby-left-out', { count: counts.ruby })],
    [hidden, message('hidden-text', { count: hidden })],
    [counts.symbols, message('unknown-symbols', { count: counts.symbols })],
    [counts.replaced, message('characters-replaced', { count: counts.replaced })],
  ];
  return all.filter(([count]) => count > 0).map(([, said]) => said);
}
