import type { XmlElement } from '../../../model/carried';
import { stableGuid } from '../../../model/guid';
import type { CodeId } from '../../../model/ids';
import { message, type Message } from '../../../model/message';
import { ok, type Result } from '../../../model/result';
import { xmlLine } from '../../xml';
import { colorFrom } from './color';
import type { DescriptionHeadings } from '../code-text';
import { DEEPEST, type CodebookFailure, type CodebookFile, type CodeFields, type FileCode } from '../file';
import { treeOfPaths } from './path-names';
import { guidFrom, inTreeOrder, isOurs, Tally, unreadable } from './reading';
import { splitDescription } from './split-description';

/** The folder that NVivo puts around a codebook, in the languages of its window. */
const aroundAll = new Set([
  'nodes',
  'codes',
  'knoten',
  'nœuds',
  'nodos',
  'nós',
  'ノード',
  '节点',
  'コード',
  '代码',
]);

/**
 * Reads a codebook of REFI-QDA (.qdc), or that of a project (.qde), of whatever program and version.
 * In: the root element, namespaces left aside; the headings that may part descriptions. Out: the codebook
 * with what was mended: GUIDs that are missing, malformed or repeated, colours in other notations, names
 * that are missing or paths, NVivo's root folder. Sets of codes are a loss. Fails where the root is not
 * of REFI-QDA, there is no code, or the nesting is too deep.
 */
export function readQdc(
  root: XmlElement,
  headings: readonly DescriptionHeadings[],
): Result<CodebookFile, CodebookFailure> {
  const book = is(root, 'Project') ? child(root, 'CodeBook') : root;
  if (!book || !is(book, 'CodeBook')) return unreadable('codebook-format', root.name);
  const reader = new QdcReader(headings);
  const tooDeep = !reader.read(unwrapped(child(book, 'Codes')?.children ?? [], reader.faults), null, '', 0);
  if (tooDeep) return unreadable('codebook-too-deep', String(DEEPEST));
  if (reader.codes.length === 0) return unreadable('codebook-empty');
  const origin = attribute(book, 'origin') ?? attribute(root, 'origin') ?? '';
  const tree = isOurs(origin) ? { codes: reader.codes, repairs: [] } : treeOfPaths(reader.codes);
  const codes = inTreeOrder(tree.codes);
  if (!codes.ok) return codes;
  return ok({
    origin,
    families: [],
    codes: codes.value,
    repairs: [...reader.faults.messages('repair'), ...tree.repairs],
    losses: setsLost(book),
  });
}

class QdcReader {
  readonly codes: FileCode[] = [];
  readonly faults = new Tally();
  readonly #ids = new Set<string>();
  readonly #headings: readonly DescriptionHeadings[];

  constructor(headings: readonly DescriptionHeadings[]) {
    this.#headings = headings;
  }

  /** Reads codes and all below them; false where they are nested too deep. */
  read(elements: readonly XmlElement[], parentId: CodeId | null, path: string, depth: number): boolean {
    if (depth > DEEPEST) return false;
    return elements
      .filter((each) => is(each, 'Code'))
      .every((element) => {
        const name = this.#name(element);
        const below = `${path}\u0000${name}`;
        const { id, identified } = this.#identity(element, below);
        this.codes.push({
          id,
          identified,
          familyId: null,
          parentId,
          placed: parentId !== null,
          order: null,
          name,
          fields: this.#fields(element),
        });
        return this.read(element.children, id, below, depth + 1);
      });
  }

  #name(element: XmlElement): string {
    const name = xmlLine(attribute(element, 'name') ?? '');
    if (name) return name;
    this.faults.add('code-unnamed');
    return attribute(element, 'guid')?.trim() || '?';
  }

  #identity(element: XmlElement, path: string): Pick<FileCode, 'id' | 'identified'> {
    const written = guidFrom(attribute(element, 'guid'));
    if (written && !this.#ids.has(written)) {
      this.#ids.add(written);
      return { id: written, identified: true };
    }
    this.faults.add(written ? 'code-guid-repeated' : 'code-guid-missing');
    let id = stableGuid('codebook-path', path);
    for (let number = 2; this.#ids.has(id); number++) id = stableGuid('codebook-path', path, String(number));
    this.#ids.add(id);
    return { id, identified: false };
  }

  #fields(element: XmlElement): Partial<CodeFields> {
    const described = element.children.find((each) => is(each, 'Description'))?.text ?? '';
    const codable = attribute(element, 'isCodable')?.trim().toLowerCase();
    const written = attribute(element, 'color') ?? attribute(element, 'colour');
    const color = written?.trim() ? colorFrom(written) : undefined;
    if (written?.trim()) {
      if (!color) this.faults.add('color-unknown');
      else if (color !== written.trim().toUpperCase()) this.faults.add('color-notation');
    }
    return {
      ...(described.trim() === '' ? {} : splitDescription(described.replace(/\r\n?/g, '\n'), this.#headings)),
      ...(color ? { color } : {}),
      codable: codable !== 'false' && codable !== '0',
    };
  }
}

/** The codes below the folder that NVivo puts around all of them. */
function unwrapped(elements: readonly XmlElement[], faults: Tally): readonly XmlElement[] {
  const [root, ...others] = elements.filter((each) => is(each, 'Code'));
  if (!root || others.length > 0 || !root.children.some((each) => is(each, 'Code'))) return elements;
  const codable = attribute(root, 'isCodable')?.trim().toLowerCase();
  const wraps = codable === 'false' || codable === '0';
  if (!wraps || !aroundAll.has(attribute(root, 'name')?.trim().toLowerCase() ?? '')) return elements;
  faults.add('root-folder');
  return root.children;
}

function setsLost(book: XmlElement): readonly Message[] {
  const count = child(book, 'Sets')?.children.filter((each) => is(each, 'Set')).length ?? 0;
  return count > 0 ? [message('loss.code-sets', { count })] : [];
}

const is = (element: XmlElement, name: string): boolean => element.name.toLowerCase() === name.toLowerCase();

const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((each) => is(each, name));

function attribute(element: XmlElement, name: string): string | undefined {
  if (Object.hasOwn(element.attributes, name)) return element.attributes[name];
  const found = Object.entries(element.attributes).find(
    ([each]) => each.toLowerCase() === name.toLowerCase(),
  );
  return found?.[1];
}
