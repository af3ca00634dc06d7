import type { Guid } from '../../domain/exchange/refi/model';
import { plainGuid } from '../../domain/exchange/refi/values';
import type { XmlElement } from '../../domain/model/carried';
import type { SourceFile } from '../../domain/model/source';
import { baseName, type Members } from './members';
import { decodeRaw } from './text';

/**
 * Takes the texts that lie in something carried: transcripts, descriptions of pictures, texts of areas.
 * In: the element, the archive, the GUIDs under which files are kept already, and where files go. Out: the
 * element as it is handed on. A text is kept as a file under the GUID of its element; where that is taken,
 * or there is none, it comes to stand in the XML instead. Of a text in two forms the plain one is kept.
 */
export async function takeNestedFiles(
  element: XmlElement,
  members: Members,
  taken: ReadonlySet<Guid>,
  files: Map<Guid, SourceFile>,
  signal: AbortSignal | undefined,
): Promise<XmlElement> {
  const children: XmlElement[] = [];
  for (const child of element.children)
    children.push(await takeNestedFiles(child, members, taken, files, signal));
  const { plainTextPath = '', richTextPath: _rich, ...attributes } = element.attributes;
  const member = members.find(plainTextPath);
  if (member === undefined) return { ...element, children };
  const bytes = await members.archive.bytes(member, signal);
  const guid = plainGuid(element.attributes['guid'] ?? '');
  if (guid !== undefined && !taken.has(guid) && !files.has(guid)) {
    files.set(guid, { sourceId: guid, name: baseName(member), bytes });
    return { ...element, attributes: { ...attributes, plainTextPath }, children };
  }
  const { raw } = await decodeRaw(bytes);
  const content = {
    name: 'PlainTextContent',
    attributes: {},
    children: [],
    text: raw.replace(/^\uFEFF/, ''),
  };
  const after = children.findIndex(({ name }) => name !== 'Description');
  const at = after < 0 ? children.length : after;
  return { ...element, attributes, children: children.toSpliced(at, 0, content) };
}
