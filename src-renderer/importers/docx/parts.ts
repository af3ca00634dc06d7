import { unpack, type Files } from './archive';
import { streamXml, type XmlAttributes, type XmlVisitor } from '../office/xml';

const office = (name: string) =>
  [
    `http://schemas.openxmlformats.org/officeDocument/2006/${name}`,
    `http://purl.oclc.org/ooxml/officeDocument/${name}`,
  ] as const;
const usualPrefixes: readonly (readonly [uri: string, prefix: string])[] = [
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ...office('math').map((uri) => [uri, 'm'] as const),
  ...office('relationships').map((uri) => [uri, 'r'] as const),
];
const prefixes = new Map(usualPrefixes);

interface Relationship {
  /** The last part of its type: `styles`, `header`. */
  readonly type: string;
  readonly path: string;
}

/** The files of a Word document that hold text or say how it looks. */
export class Parts {
  readonly #files: Files;
  /** The folder of the main file, with its slash. */
  readonly #folder: string;
  readonly #main: string;
  readonly #relationships: ReadonlyMap<string, Relationship>;

  /** Unpacks under limits, so that nothing is unpacked unchecked. Throws as `unpack` does. */
  constructor(archive: Uint8Array) {
    this.#files = unpack(archive, (name) => /\.(xml|rels)$/i.test(name));
    const main = Object.keys(this.#files).find((name) => /^word\/document\d*\.xml$/.test(name));
    if (main === undefined) throw new Error('main document part missing');
    this.#main = main;
    this.#folder = main.replace(/[^/]*$/, '');
    this.#relationships = this.#readRelationships();
  }

  /** Goes through the main file. */
  readMain(visitor: XmlVisitor): void {
    this.#read(this.#main, visitor);
  }

  /** Goes through the file of a kind, where the document has one. */
  readOfType(type: string, visitor: XmlVisitor): void {
    const known = [...this.#relationships.values()].find((relationship) => relationship.type === type);
    this.#read(known?.path ?? `${this.#folder}${type}.xml`, visitor);
  }

  /** Goes through the file that a relationship leads to. */
  readRelated(id: string, visitor: XmlVisitor): void {
    const known = this.#relationships.get(id);
    if (known) this.#read(known.path, visitor);
  }

  /** The text of a file, or '' where there is none. */
  text(path: string): string {
    return new TextDecoder().decode(this.#files[path]);
  }

  /** The path of a file beside the main one. */
  beside(name: string): string {
    return this.#folder + name;
  }

  #read(path: string, visitor: XmlVisitor): void {
    const file = this.#files[path];
    if (file) streamXml(file, visitor, prefixes);
  }

  #readRelationships(): ReadonlyMap<string, Relationship> {
    const found = new Map<string, Relationship>();
    const name = this.#main.slice(this.#folder.length);
    this.#read(`${this.#folder}_rels/${name}.rels`, {
      open: (element: string, { Id = '', Type = '', Target = '', TargetMode }: XmlAttributes) => {
        if (element !== 'Relationship' || TargetMode === 'External') return;
        const path = Target.startsWith('/') ? Target.slice(1) : resolve(this.#folder + Target);
        found.set(Id, { type: Type.replace(/^.*\//, ''), path });
      },
      text() {},
      close() {},
    });
    return found;
  }
}

/** Takes `folder/../` out of a path. */
function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
