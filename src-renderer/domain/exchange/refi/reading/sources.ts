import type { XmlElement } from '../../../model/carried';
import type { RefiMediaSource, RefiPdfSource, RefiSource } from '../model';
import { attribute, childOf, childrenOf, descriptionOf, targetsIn, type Reading } from './elements';
import { authorshipOf, readCodings, readText } from './texts';
import { readValues } from './values';

const mediaKinds: { readonly [name: string]: RefiMediaSource['kind'] } = {
  PictureSource: 'picture',
  AudioSource: 'audio',
  VideoSource: 'video',
};

/** In: the Sources element, or undefined. Out: the sources in the file's order; unknown kinds are counted. */
export function readSources(element: XmlElement | undefined, reading: Reading): readonly RefiSource[] {
  return (element?.children ?? []).flatMap((source, i): RefiSource[] => {
    const media = mediaKinds[source.name];
    if (source.name === 'TextSource')
      return [{ kind: 'text', ...readText(source, 'sources', String(i), reading) }];
    if (source.name === 'PDFSource') return [readPdf(source, String(i), reading)];
    if (media) return [readMedia(source, media, String(i), reading)];
    reading.losses.add('source-kinds');
    return [];
  });
}

function readPdf(element: XmlElement, place: string, reading: Reading): RefiPdfSource {
  const guid = reading.guid(element, 'sources', place);
  const representation = childOf(element, 'Representation');
  return {
    kind: 'pdf',
    guid,
    name: attribute(element, 'name'),
    description: descriptionOf(element),
    ...authorshipOf(element),
    path: attribute(element, 'path').trim(),
    currentPath: attribute(element, 'currentPath').trim(),
    // Its GUID is in a table of its own: some programs give it that of the PDF.
    representation: representation ? readText(representation, 'representations', guid, reading) : null,
    areas: childrenOf(element, 'PDFSelection').map((area, i) => ({
      ...area,
      attributes: { ...area.attributes, guid: reading.guid(area, 'areas', `${guid}/${i}`) },
    })),
    codings: readCodings(element, guid, reading),
    notes: targetsIn(element, 'NoteRef'),
    values: readValues(element),
  };
}

function readMedia(
  element: XmlElement,
  kind: RefiMediaSource['kind'],
  place: string,
  reading: Reading,
): RefiMediaSource {
  const guid = reading.guid(element, 'sources', place);
  return {
    kind,
    guid,
    name: attribute(element, 'name'),
    path: attribute(element, 'path').trim(),
    codings: codingsBelow(element),
    element: { ...element, attributes: { ...element.attributes, guid } },
  };
}

/** In: an element. Out: how many codings stand in it, however deep. */
export function codingsBelow(element: XmlElement): number {
  return element.children.reduce(
    (sum, child) => sum + (child.name === 'Coding' ? 1 : codingsBelow(child)),
    0,
  );
}
