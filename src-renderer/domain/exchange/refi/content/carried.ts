import type { CarriedItem, XmlElement } from '../../../model/carried';
import type { SourceFile } from '../../../model/source';
import type { Guid, RefiLink, RefiProject, RefiSet } from '../model';
import { codingsBelow } from '../reading/sources';
import { plainGuid } from '../values';

/**
 * What of a file Parallax does not show and hands on.
 * In: the project, the files of its media, the GUIDs of links and sets that became something else. Out: a
 * row for each picture, audio, video, PDF area, link, set and graph. An area that is also a text selection
 * of its source counts no codings: they are shown there.
 */
export function carriedOf(
  project: RefiProject,
  files: ReadonlyMap<Guid, SourceFile>,
  taken: ReadonlySet<Guid>,
): readonly CarriedItem[] {
  const item = (
    kind: CarriedItem['kind'],
    element: XmlElement,
    more: Partial<CarriedItem> = {},
  ): CarriedItem => ({
    id: plainGuid(element.attributes['guid'] ?? '') ?? '',
    kind,
    name: element.attributes['name'] ?? '',
    sourceId: null,
    fileName: '',
    codings: codingsBelow(element),
    element,
    ...more,
  });
  const sources = project.sources.flatMap((source): readonly CarriedItem[] => {
    if (source.kind === 'text') return [];
    if (source.kind !== 'pdf')
      return [item(source.kind, source.element, { fileName: files.get(source.guid)?.name ?? '' })];
    const texts = new Set(source.representation?.selections.map(({ guid }) => guid));
    return source.areas.map((area) => {
      const own = item('pdf-area', area, { sourceId: source.guid });
      return texts.has(own.id) ? { ...own, codings: 0 } : own;
    });
  });
  return [
    ...sources,
    ...project.links.filter(({ guid }) => !taken.has(guid)).map((link) => item('link', linkElement(link))),
    ...project.sets.filter(({ guid }) => !taken.has(guid)).map((set) => item('set', setElement(set))),
    ...project.graphs.map((graph) => item('graph', graph)),
  ];
}

const references = (name: string, guids: readonly Guid[]): readonly XmlElement[] =>
  guids.map((targetGUID) => ({ name, attributes: { targetGUID }, children: [], text: '' }));

const present = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));

const linkElement = (link: RefiLink): XmlElement => ({
  name: 'Link',
  attributes: present({
    guid: link.guid,
    name: link.name,
    direction: link.direction,
    color: link.color,
    originGUID: link.origin,
    targetGUID: link.target,
  }),
  children: references('NoteRef', link.notes),
  text: '',
});

const setElement = (set: RefiSet): XmlElement => ({
  name: 'Set',
  attributes: { guid: set.guid, name: set.name },
  children: [
    ...(set.description === ''
      ? []
      : [{ name: 'Description', attributes: {}, children: [], text: set.description }]),
    ...references('MemberCode', set.codes),
    ...references('MemberSource', set.sources),
    ...references('MemberNote', set.notes),
  ],
  text: '',
});
