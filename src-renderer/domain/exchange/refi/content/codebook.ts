import { codeColors } from '../../../codebook/palette';
import { stableGuid } from '../../../model/guid';
import type { Code, CodeFamily } from '../../../model/codebook';
import type { CodeId, FamilyId, SegmentId } from '../../../model/ids';
import { splitDescription } from '../../codebook/read/split-description';
import type { Guid, RefiCode, RefiProject, RefiSet } from '../model';
import { englishWords } from '../words';
import type { Notices } from './notices';
import type { ImportedNames } from './options';

/**
 * The codes of a file as families and codes. A folder at the top is a dimension of its own and becomes a
 * family with all that is in it; codes at the top that are none stand together in one family. In a file of
 * Parallax's own, the sets that have the GUIDs of families say which codes are in which.
 */
export class Codebook {
  readonly families = new Map<FamilyId, CodeFamily>();
  readonly codes = new Map<CodeId, Code>();
  readonly #names: ImportedNames;
  readonly #notices: Notices;
  readonly #cases: ReadonlyMap<Guid, string>;

  constructor(project: RefiProject, names: ImportedNames, notices: Notices) {
    this.#names = names;
    this.#notices = notices;
    this.#cases = new Map(project.cases.map(({ guid, name }) => [guid, name]));
    const sets = familySetsOf(project);
    const families = new Map(sets.flatMap((set) => set.codes.map((code) => [code, set] as const)));
    project.codes.forEach((code, order) => {
      const set = families.get(code.guid);
      const familyId = set
        ? this.#family(set.guid, set.name)
        : code.codable || code.children.length === 0
          ? this.#family(stableGuid('refi', 'family'), names.codebook)
          : this.#family(stableGuid('refi', 'family', code.guid), code.name);
      this.#addTree(code, familyId, null, order);
    });
  }

  /**
   * The code that a coding names.
   * In: its GUID. Out: the code, made codable where it was a folder; a case that is coded to like a code
   * gets a code of its name; undefined where nothing of the file has the GUID.
   */
  codable(guid: Guid): CodeId | undefined {
    const code = this.codes.get(guid);
    if (code && !code.codable) {
      this.codes.set(guid, { ...code, codable: true });
      this.#notices.repairs.add('folders-coded');
    }
    if (code) return guid;
    const name = this.#cases.get(guid);
    if (name === undefined) return undefined;
    this.#notices.repairs.add('cases-coded');
    return this.#made(guid, name || this.#names.unnamedCode);
  }

  /** The code for passages that were marked and commented on without a code. */
  annotation(): CodeId {
    const id = stableGuid('refi', 'annotation');
    return this.codes.has(id) ? id : this.#made(id, this.#names.annotation);
  }

  /** Makes a passage an example of a code. */
  addExample(codeId: CodeId, segmentId: SegmentId): void {
    const code = this.codes.get(codeId);
    if (code && !code.examples.includes(segmentId))
      this.codes.set(codeId, { ...code, examples: [...code.examples, segmentId] });
  }

  #made(id: CodeId, name: string): CodeId {
    const familyId = this.#family(stableGuid('refi', 'family', 'made'), this.#names.imported);
    const code: RefiCode = {
      guid: id,
      name,
      codable: true,
      color: '',
      description: '',
      notes: [],
      children: [],
    };
    this.#addTree(code, familyId, null, this.codes.size);
    return id;
  }

  #family(id: FamilyId, name: string): FamilyId {
    if (!this.families.has(id)) {
      const order = this.families.size;
      const keys = new Set([...this.families.values()].map(({ key }) => key));
      const label = name.trim() || this.#names.codebook;
      let key = label;
      for (let number = 2; keys.has(key); number++) key = `${label} ${number}`;
      this.families.set(id, { id, key, labels: { en: key }, core: false, enabled: true, order });
    }
    return id;
  }

  #addTree(code: RefiCode, familyId: FamilyId, parentId: CodeId | null, order: number): void {
    const { guid, color, codable, children } = code;
    this.codes.set(guid, {
      id: guid,
      familyId,
      parentId,
      key: '',
      labels: { en: code.name.trim() || this.#names.unnamedCode },
      ...splitDescription(code.description, [englishWords]),
      examples: [],
      indicators: {},
      color: color || (codeColors[this.codes.size % codeColors.length] ?? codeColors[0]),
      symbol: 'square',
      pattern: 'solid',
      shortcut: '',
      codable,
      order,
    });
    children.forEach((child, i) => this.#addTree(child, familyId, guid, i));
  }
}

/**
 * The sets of a file that are families of Parallax.
 * In: a project. Out: in a file of Parallax's own, the sets that hold whole trees of codes and nothing else.
 */
export function familySetsOf(project: RefiProject): readonly RefiSet[] {
  if (!/^parallax\b/i.test(project.origin)) return [];
  const tops = new Map(project.codes.map((code) => [code.guid, code]));
  return project.sets.filter(({ codes, sources, notes }) => {
    const members = new Set(codes);
    const trees = codes.flatMap((guid) => tops.get(guid) ?? []);
    const count = trees.reduce((sum, tree) => sum + sizeOf(tree), 0);
    return codes.length > 0 && sources.length === 0 && notes.length === 0 && count === members.size;
  });
}

const sizeOf = (code: RefiCode): number => code.children.reduce((sum, child) => sum + sizeOf(child), 1);
