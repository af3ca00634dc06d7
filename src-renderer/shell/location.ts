import { views, type Place } from '../application/navigation';

/** What the address keeps of where the person is, so that a reload comes back to it. */
export interface Location {
  readonly projectId: string;
  readonly place: Place;
}

/** Writes `#/<project>/<view>[/<source>]`. */
export function toHash({ projectId, place }: Location): string {
  const source = place.view === 'reader' && place.sourceId ? `/${encodeURIComponent(place.sourceId)}` : '';
  return `#/${encodeURIComponent(projectId)}/${place.view}${source}`;
}

/** Reads what `toHash` wrote; anything else is no place. */
export function fromHash(hash: string): Location | undefined {
  const [, projectId, name, sourceId] = hash.split('/').map(decode);
  const view = views.find((candidate) => candidate === name);
  if (!projectId || !view) return undefined;
  const place: Place = view === 'reader' && sourceId ? { view, sourceId } : { view };
  return { projectId, place };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A hash typed by hand may be no valid encoding; then it names nothing.
    return '';
  }
}
