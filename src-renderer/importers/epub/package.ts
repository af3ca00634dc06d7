import type { XmlElement } from '../../domain/model/carried';
import type { SourceField } from '../../domain/model/import';
import { isoDate } from '../dates';
import { readXml } from '../xml/read';

/** A file that is read, in its turn. */
interface SpineItem {
  readonly path: string;
  /** Whether it only leads to the others. */
  readonly isNavigation: boolean;
}

export interface EpubPackage {
  readonly spine: readonly SpineItem[];
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly language: string;
  readonly identifier: string;
  readonly fields: readonly SourceField[];
}

/** Finds the package document in `META-INF/container.xml`. Throws where none is named. */
export function packagePath(container: Uint8Array): string {
  const [root] = elementsNamed(parse(container), 'rootfile');
  const path = root?.attributes['full-path'];
  if (!path) throw new Error('no package document');
  return path;
}

/** Reads the package document: what the book says of itself, and its files in the order of reading. */
export function readPackage(bytes: Uint8Array, path: string): EpubPackage {
  const root = parse(bytes);
  const folder = path.replace(/[^/]*$/, '');
  const items = new Map(elementsNamed(root, 'item').map((item) => [item.attributes['id'] ?? '', item]));
  const contents = new Set(
    elementsNamed(root, 'reference')
      .filter(({ attributes }) => attributes['type'] === 'toc')
      .map(({ attributes }) => memberPath(folder, attributes['href'] ?? '')),
  );
  const spine = elementsNamed(root, 'itemref').flatMap(({ attributes: { idref = '' } }) => {
    const item = items.get(idref)?.attributes;
    const isText = /^(application\/xhtml\+xml|text\/(html|x-oeb1-document))$/.test(
      item?.['media-type'] ?? '',
    );
    if (!item || !isText) return [];
    const member = memberPath(folder, item['href'] ?? '');
    const isNavigation = /(^|\s)nav(\s|$)/.test(item['properties'] ?? '') || contents.has(member);
    return [{ path: member, isNavigation }];
  });
  return { spine, ...propertiesOf(root) };
}

/** Paths of the files that are encrypted, by `META-INF/encryption.xml`. */
export const encryptedPaths = (bytes: Uint8Array): ReadonlySet<string> =>
  new Set(
    elementsNamed(parse(bytes), 'CipherReference').map(({ attributes }) =>
      memberPath('', attributes['URI'] ?? ''),
    ),
  );

function propertiesOf(root: XmlElement): Omit<EpubPackage, 'spine'> {
  const all = (name: string) =>
    elementsNamed(root, name)
      .map(({ text }) => text.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  const identifiers = elementsNamed(root, 'identifier');
  const unique = identifiers.find(
    ({ attributes }) => attributes['id'] === root.attributes['unique-identifier'],
  );
  return {
    title: all('title')[0] ?? '',
    author: all('creator').join('; '),
    date: publicationDate(root),
    language: all('language')[0] ?? '',
    identifier: (unique ?? identifiers[0])?.text.trim() ?? '',
    fields: ['publisher', 'subject', 'description', 'contributor', 'rights'].flatMap((name) => {
      const value = all(name).join('; ');
      return value === '' ? [] : [{ name, value }];
    }),
  };
}

function publicationDate(root: XmlElement): string {
  const dates = elementsNamed(root, 'date');
  const published = dates.find(({ attributes }) => attributes['event'] === 'publication') ?? dates[0];
  const text = published?.text.trim() ?? '';
  return isoDate(text) || (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? text : '');
}

function parse(bytes: Uint8Array): XmlElement {
  const read = readXml(bytes);
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}

function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [
    ...(root.name === name ? [root] : []),
    ...root.children.flatMap((child) => elementsNamed(child, name)),
  ];
}

/** The path of a file in the archive that is meant by an address beside the package document. */
function memberPath(folder: string, address: string): string {
  const steps: string[] = [];
  for (const step of (folder + decoded(address.replace(/[?#].*$/s, ''))).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    // A percent sign that encodes nothing stands for itself.
    if (error instanceof URIError) return address;
    throw error;
  }
}
