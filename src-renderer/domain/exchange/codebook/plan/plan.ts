import { codeColors } from '../../../codebook/palette';
import { codesInOrder } from '../../../codebook/tree';
import { stableGuid } from '../../../model/guid';
import type { Code, CodeFamily } from '../../../model/codebook';
import type { CodeId, FamilyId } from '../../../model/ids';
import { labelIn, labelLanguages } from '../../../model/language';
import { message } from '../../../model/message';
import type { ProjectState } from '../../../model/project';
import { fold } from '../../../text/fold';
import { hasNoLabel, type CodebookFile, type FileCode } from '../file';
import { isOurs } from '../read/reading';
import { Clashes, fileNameOf, type Placing } from './clashes';
import { fileNames, matchCodes, matchFamilies, names, type Match } from './match';
import { differences, familyDifferences, overlaid, overlaidFamily } from './overlay';
import { settleCycles, settleFamilies, settleFolders, settleKeys, settleNames } from './settle';
import type { CodebookChoices, CodebookPlan, PlannedChange } from './types';

/**
 * What importing a codebook would do.
 * In: the project, the file, the person's choices. Out: the plan; nothing of the project goes, and what the
 * file is silent about stays. Codes are the same by GUID, then by key, then by the whole path of labels in
 * any language. The same input gives the same plan, so that it can be made anew at each choice.
 */
export function planCodebookImport(
  state: ProjectState,
  file: CodebookFile,
  choices: CodebookChoices,
): CodebookPlan {
  return new Planning(state, file, choices).plan();
}

class Planning {
  readonly #state: ProjectState;
  readonly #file: CodebookFile;
  readonly #choices: CodebookChoices;
  readonly #clashes: Clashes;
  readonly #families: Map<FamilyId, CodeFamily>;
  /** Families of the project by the file's ids. */
  readonly #familyOf = new Map<FamilyId, CodeFamily>();
  readonly #matches: ReadonlyMap<CodeId, Match>;
  readonly #rows: Map<CodeId, Code>;
  /** Codes of the project by the file's ids; null for those that are left out. */
  readonly #targets = new Map<CodeId, CodeId | null>();
  readonly #placings: Placing[] = [];
  readonly #lastOrders = new Map<string, number>();
  #examplesLost = 0;

  constructor(state: ProjectState, file: CodebookFile, choices: CodebookChoices) {
    this.#state = state;
    this.#file = file;
    this.#choices = choices;
    this.#clashes = new Clashes(choices);
    this.#families = new Map(state.families);
    this.#rows = new Map(state.codes);
    const known = matchFamilies(state, file);
    this.#matches = matchCodes(state, file, known, choices.place);
    for (const family of file.families) this.#placeFamily(family, known.get(family.id));
    for (const code of state.codes.values()) this.#noteOrder(code);
  }

  plan(): CodebookPlan {
    for (const code of this.#file.codes) this.#place(code);
    const settling = {
      state: this.#state,
      rows: this.#rows,
      placings: this.#placings,
      clashes: this.#clashes,
    };
    settleCycles(settling);
    settleFamilies(settling);
    settleFolders(settling);
    settleKeys('key', settling);
    settleKeys('shortcut', settling);
    settleNames(settling);
    return this.#result();
  }

  #placeFamily(theirs: CodebookFile['families'][number], mine: CodeFamily | undefined): void {
    const left = this.#choices.leave?.has(theirs.id) === true;
    if (mine) {
      const next = left ? mine : overlaidFamily(mine, theirs);
      this.#families.set(mine.id, next);
      this.#familyOf.set(theirs.id, next);
    } else if (!left) {
      const blank = this.#newFamily(theirs.id, theirs.key, {});
      const next = overlaidFamily(blank, theirs);
      const labelled = hasNoLabel(next.labels) ? { ...next, labels: { en: theirs.key } } : next;
      this.#families.set(labelled.id, labelled);
      this.#familyOf.set(theirs.id, labelled);
    }
  }

  #newFamily(id: FamilyId, key: string, labels: CodeFamily['labels']): CodeFamily {
    const order = Math.max(-1, ...[...this.#families.values()].map((family) => family.order)) + 1;
    return { id, key, labels, core: false, enabled: true, order };
  }

  #place(theirs: FileCode): void {
    const match = this.#matches.get(theirs.id);
    const left = this.#isLeft(theirs);
    const id = left ? (match?.mine.id ?? null) : this.#target(theirs, match);
    this.#targets.set(theirs.id, id);
    if (id === null || left) return;
    const mine = this.#state.codes.get(id);
    const next = this.#next(theirs, mine ?? this.#blank(id));
    if (mine && match && match.by !== 'id' && next !== mine && this.#isDoubtful(theirs, match)) {
      const fields = differences(mine, next, this.#naming());
      const options = ['mine', 'theirs', 'new'] as const;
      const chosen = this.#clashes.resolve({ kind: 'other-identity', theirs, mine, fields, options });
      if (chosen === 'new') return this.#add(theirs);
      if (chosen === 'mine') return;
    }
    this.#put({ theirs, mine, id }, next);
  }

  /** Whether the person leaves it alone, or the family that it would come with. */
  #isLeft({ id, familyId }: FileCode): boolean {
    if (this.#choices.leave?.has(id)) return true;
    return familyId !== null && !this.#familyOf.has(familyId) && !this.#matches.has(id);
  }

  #add(theirs: FileCode): void {
    this.#targets.set(theirs.id, theirs.id);
    this.#put({ theirs, mine: undefined, id: theirs.id }, this.#next(theirs, this.#blank(theirs.id)));
  }

  #put(placing: Placing, row: Code): void {
    this.#placings.push(placing);
    this.#rows.set(row.id, row);
    this.#noteOrder(row);
    const said = placing.theirs.fields.examples ?? [];
    this.#examplesLost += said.filter((id) => !row.examples.includes(id)).length;
  }

  /** Whether it is more than likely, but not certain, that both are the same code. */
  #isDoubtful(theirs: FileCode, { mine, by }: Match): boolean {
    if (theirs.identified) return true;
    const known = names(mine.labels);
    return by === 'key' && !fileNames(theirs).some((name) => known.includes(name));
  }

  #target(theirs: FileCode, match: Match | undefined): CodeId | null {
    if (match) return match.mine.id;
    if (!this.#choices.deleted?.has(theirs.id)) return theirs.id;
    const options = ['mine', 'theirs'] as const;
    const chosen = this.#clashes.resolve({ kind: 'deleted', theirs, mine: undefined, options });
    return chosen === 'mine' ? null : theirs.id;
  }

  #blank(id: CodeId): Code {
    return {
      id,
      familyId: '',
      parentId: null,
      key: '',
      labels: {},
      definition: '',
      include: '',
      exclude: '',
      response: '',
      examples: [],
      indicators: {},
      color: codeColors[this.#placings.length % codeColors.length] ?? codeColors[0],
      symbol: 'square',
      pattern: 'solid',
      shortcut: '',
      codable: true,
      order: 0,
    };
  }

  /** The code as the file wants it: what is said of it, and where it stands. */
  #next(theirs: FileCode, base: Code): Code {
    const isNew = !this.#state.codes.has(base.id);
    const described = overlaid(this.#state, base, theirs, {
      language: this.#choices.language,
      ours: isOurs(this.#file.origin),
    });
    const named = hasNoLabel(described.labels)
      ? { ...described, labels: { [this.#choices.language]: fileNameOf(theirs, this.#choices.language) } }
      : described;
    if (!isNew && !theirs.placed) return named;
    const { familyId, parentId } = this.#whereabouts(theirs, isNew ? undefined : base);
    const stays = !isNew && familyId === base.familyId && parentId === base.parentId;
    const order = theirs.order ?? (stays ? base.order : this.#nextOrder(familyId, parentId));
    return stays && order === base.order ? named : { ...named, familyId, parentId, order };
  }

  #whereabouts(theirs: FileCode, mine: Code | undefined): Pick<Code, 'familyId' | 'parentId'> {
    const parent = this.#parent(theirs);
    if (parent) return { familyId: parent.familyId, parentId: parent.id };
    const family = theirs.familyId === null ? undefined : this.#familyOf.get(theirs.familyId);
    if (family) return { familyId: family.id, parentId: null };
    if (mine) return mine;
    const { place } = this.#choices;
    if (place.kind === 'new-family') return { familyId: this.#placeForAll().id, parentId: null };
    const under = place.parentId === null ? undefined : this.#rows.get(place.parentId);
    return { familyId: under?.familyId ?? place.familyId, parentId: under?.id ?? null };
  }

  /** The code above, or the next one above that if the one above is left out. */
  #parent(theirs: FileCode): Code | undefined {
    for (let id = theirs.parentId; id !== null; id = this.#byId.get(id)?.parentId ?? null) {
      const target = this.#targets.get(id);
      const row = target ? this.#rows.get(target) : undefined;
      if (row) return row;
    }
    return undefined;
  }

  get #byId(): ReadonlyMap<CodeId, FileCode> {
    return (this.#fileCodes ??= new Map(this.#file.codes.map((code) => [code.id, code])));
  }
  #fileCodes: ReadonlyMap<CodeId, FileCode> | undefined;

  /** The family for codes that belong nowhere, made when the first of them comes. */
  #placeForAll(): CodeFamily {
    const { place } = this.#choices;
    const labels = place.kind === 'new-family' ? place.labels : {};
    const key = labelLanguages.map((language) => labels[language]).find(Boolean) ?? '';
    const known = [...this.#families.values()].find((family) => fold(family.key) === fold(key));
    if (known) return known;
    const family = this.#newFamily(stableGuid('codebook-family', key), key, labels);
    this.#families.set(family.id, family);
    return family;
  }

  #noteOrder({ familyId, parentId, order }: Code): void {
    const place = parentId ?? familyId;
    this.#lastOrders.set(place, Math.max(order, this.#lastOrders.get(place) ?? -1));
  }

  #nextOrder(familyId: FamilyId, parentId: CodeId | null): number {
    return (this.#lastOrders.get(parentId ?? familyId) ?? -1) + 1;
  }

  #naming() {
    const { language } = this.#choices;
    const label = (row: Code | CodeFamily | undefined) =>
      row ? labelIn(row.labels, language) || row.key : '';
    return {
      family: (id: string) => label(this.#families.get(id)),
      parent: (id: string | null) => (id === null ? '' : label(this.#rows.get(id))),
    };
  }

  #result(): CodebookPlan {
    const theirsOf = new Map(this.#placings.map(({ theirs, id }) => [id, theirs.id]));
    const naming = this.#naming();
    const changed: PlannedChange<Code>[] = [];
    for (const before of this.#state.codes.values()) {
      const after = this.#rows.get(before.id);
      const fields = after ? differences(before, after, naming) : [];
      if (!after || fields.length === 0) continue;
      const theirs = theirsOf.get(before.id) ?? null;
      const by = theirs === null ? null : (this.#matches.get(theirs)?.by ?? null);
      changed.push({ before, after, theirs, by, fields });
    }
    const touched = new Set(changed.map(({ before }) => before.id));
    const matched = new Set([...this.#targets.values()]);
    const still = codesInOrder(this.#state).filter(({ id }) => !touched.has(id));
    const families = [...this.#families.values()];
    const theirFamily = new Map([...this.#familyOf].map(([theirs, { id }]) => [id, theirs]));
    return {
      basis: this.#state,
      families: {
        added: families.filter(({ id }) => !this.#state.families.has(id)),
        changed: families.flatMap((after) => this.#familyChange(after, theirFamily.get(after.id) ?? null)),
      },
      added: this.#placings.flatMap(({ mine, id }) => (mine ? [] : (this.#rows.get(id) ?? []))),
      changed,
      unchanged: still.filter(({ id }) => matched.has(id)),
      onlyHere: still.filter(({ id }) => !matched.has(id)),
      clashes: this.#clashes.list,
      repairs: this.#file.repairs,
      losses: [
        ...this.#file.losses,
        ...(this.#examplesLost > 0 ? [message('loss.examples-absent', { count: this.#examplesLost })] : []),
      ],
    };
  }

  #familyChange(after: CodeFamily, theirs: FamilyId | null): readonly PlannedChange<CodeFamily>[] {
    const before = this.#state.families.get(after.id);
    if (!before || before === after) return [];
    return [{ before, after, theirs, by: null, fields: familyDifferences(before, after) }];
  }
}
