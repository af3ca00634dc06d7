import type { XmlElement } from '../../domain/model/carried';
import type { Members } from './members';
import { decodeRaw } from './text';

/**
 * Puts the texts that an element names by path into the element: only its own file goes with it.
 * In: the element of a picture, audio or video source. Out: the same, with transcripts and descriptions as
 * PlainTextContent in place of `plainTextPath`.
 */
export async function withInlineTexts(
  element: XmlElement,
  members: Members,
  signal: AbortSignal | undefined,
): Promise<XmlElement> {
  const children: XmlElement[] = [];
  for (const child of element.children) children.push(await withInlineTexts(child, members, signal));
  const { plainTextPath = '', ...attributes } = element.attributes;
  const member = members.find(plainTextPath);
  if (member === undefined) return { ...element, children };
  const { raw } = await decodeRaw(await members.archive.bytes(member, signal));
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
