import type { CarriedItem, XmlElement } from '../../../model/carried';
import type { ProjectState } from '../../../model/project';
import { fitElement, type FitContext, type KnownGuids } from '../fit';
import { carriedPath } from '../members';
import type { Guid, RefiLink, RefiMediaSource, RefiSet } from '../model';
import { plainGuid } from '../values';

/** What other programs' projects brought, ready to be written again. */
export interface Carried {
  readonly media: readonly RefiMediaSource[];
  readonly areas: ReadonlyMap<string, readonly XmlElement[]>;
  readonly links: readonly RefiLink[];
  readonly sets: readonly RefiSet[];
  readonly graphs: readonly XmlElement[];
  /** Items that could not be written. */
  readonly dropped: number;
  /** References, users and files that are named in them and are not there any more. */
  readonly references: number;
}

/** The element that an item of each kind is. */
export const carriedElements: { readonly [kind in CarriedItem['kind']]: string } = {
  picture: 'PictureSource',
  audio: 'AudioSource',
  video: 'VideoSource',
  'pdf-area': 'PDFSelection',
  link: 'Link',
  set: 'Set',
  graph: 'Graph',
};

interface Fitted {
  readonly item: CarriedItem;
  readonly element: XmlElement;
}

/**
 * Makes what is carried fit to be written.
 * In: the project, the GUIDs of all else in the file (theirs are added), the files that are there, whether
 * a source is written as a PDF. Out: the items; one that points at something that is gone is left out, and
 * then whatever points at it.
 */
export function carriedOf(
  state: ProjectState,
  knownElsewhere: () => KnownGuids,
  files: ReadonlyMap<string, string>,
  isPdf: (sourceId: string) => boolean,
): Carried {
  const all = [...state.carried.values()];
  let kept = all.filter(
    ({ kind, sourceId, element }) =>
      carriedElements[kind] === element.name &&
      (kind !== 'pdf-area' || (sourceId !== null && isPdf(sourceId))),
  );
  let fitted: readonly Fitted[];
  let references = 0;
  for (;;) {
    const known = knownElsewhere();
    for (const { element } of kept) known.addAll(element);
    let lost = 0;
    const context: FitContext = { known, path: pathIn(files), lost: () => lost++ };
    fitted = kept.flatMap((item) => {
      const element = fitElement(item.element, context);
      return element ? [{ item: { ...item, element }, element }] : [];
    });
    references += lost;
    // Leaving something out may leave a reference to it without its end.
    if (lost === 0 && fitted.length === kept.length) break;
    kept = fitted.map(({ item }) => item);
  }
  return { ...sorted(fitted), dropped: all.length - fitted.length, references };
}

/** In: something carried. Out: the ids under which files of it may be kept: its own and of what lies in it. */
export function carriedFileIds({ id, element }: CarriedItem): readonly Guid[] {
  const within = ({ attributes, children }: XmlElement): readonly Guid[] => [
    ...['path', 'plainTextPath', 'richTextPath']
      .filter((name) => attributes[name]?.startsWith('internal://'))
      .slice(0, 1)
      .flatMap(() => plainGuid(attributes['guid'] ?? '') ?? []),
    ...children.flatMap(within),
  ];
  return [...new Set([id, ...within(element)])];
}

const pathIn =
  (files: ReadonlyMap<string, string>): FitContext['path'] =>
  (guid, attribute, value) => {
    if (!value.startsWith('internal://')) return value;
    const name = files.get(guid);
    // One file is kept for each element: its plain text, where it could have a rich one as well.
    const fits = attribute === 'path' || /\.docx$/i.test(name ?? '') === (attribute === 'richTextPath');
    return name === undefined || !fits ? undefined : carriedPath(guid, name);
  };

function sorted(fitted: readonly Fitted[]): Omit<Carried, 'dropped' | 'references'> {
  const areas = new Map<string, XmlElement[]>();
  const media: RefiMediaSource[] = [];
  const links: RefiLink[] = [];
  const sets: RefiSet[] = [];
  const graphs: XmlElement[] = [];
  for (const { item, element } of fitted) {
    switch (item.kind) {
      case 'pdf-area':
        areas.set(item.sourceId ?? '', [...(areas.get(item.sourceId ?? '') ?? []), element]);
        break;
      case 'link':
        links.push(linkOf(element));
        break;
      case 'set':
        sets.push(setOf(element));
        break;
      case 'graph':
        graphs.push(element);
        break;
      default:
        media.push({
          kind: item.kind,
          guid: item.id,
          name: item.name,
          path: element.attributes['path'] ?? '',
          codings: item.codings,
          element,
        });
    }
  }
  return { media, areas, links, sets, graphs };
}

const guidIn = ({ attributes }: XmlElement, name: string): Guid => plainGuid(attributes[name] ?? '') ?? '';
const targets = ({ children }: XmlElement, name: string): readonly Guid[] =>
  children.filter((child) => child.name === name).map((child) => guidIn(child, 'targetGUID'));

const directions = ['Associative', 'OneWay', 'Bidirectional'] as const;

const linkOf = (element: XmlElement): RefiLink => ({
  guid: guidIn(element, 'guid'),
  name: element.attributes['name'] ?? '',
  direction: directions.find((direction) => direction === element.attributes['direction']) ?? '',
  color: element.attributes['color'] ?? '',
  origin: guidIn(element, 'originGUID'),
  target: guidIn(element, 'targetGUID'),
  notes: targets(element, 'NoteRef'),
});

const setOf = (element: XmlElement): RefiSet => ({
  guid: guidIn(element, 'guid'),
  name: element.attributes['name'] ?? '',
  description: element.children.find(({ name }) => name === 'Description')?.text ?? '',
  codes: targets(element, 'MemberCode'),
  sources: targets(element, 'MemberSource'),
  notes: targets(element, 'MemberNote'),
});
