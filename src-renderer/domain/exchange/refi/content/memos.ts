import { stableGuid } from '../../../model/guid';
import type { CoderId, MemoId } from '../../../model/ids';
import type { Memo, MemoTarget } from '../../../model/segment';
import { richTextOf } from '../../../text/rich-text';
import { cleanText } from '../../../text/canonical';
import type { Guid, RefiAuthorship, RefiProject, RefiText } from '../model';
import type { Coders } from './coders';
import { earliest, latest, momentOf } from './moments';
import type { Notices } from './notices';

/** One thing said about something: a note, or a description that has no place of its own. */
interface Remark {
  /** GUID of the note; '' for a description. */
  readonly note: Guid;
  readonly title: string;
  readonly text: string;
  readonly by: Pick<RefiAuthorship, 'user' | 'at' | 'modifiedAt'>;
}

const nobody = { user: '', at: '', modifiedAt: '' };

/** Gathers what a file says about its sources, passages, codes and cases, and makes memos of it. */
export class Memos {
  readonly rows = new Map<MemoId, Memo>();
  readonly #notes: ReadonlyMap<Guid, Remark>;
  readonly #used = new Set<Guid>();
  readonly #byTarget = new Map<string, { readonly target: MemoTarget; readonly remarks: Remark[] }>();
  readonly #coders: Coders;
  readonly #notices: Notices;
  readonly #now: string;

  constructor(
    project: RefiProject,
    texts: ReadonlyMap<Guid, string>,
    coders: Coders,
    notices: Notices,
    now: string,
  ) {
    this.#coders = coders;
    this.#notices = notices;
    this.#now = now;
    this.#notes = new Map(project.notes.map((note) => [note.guid, remarkOf(note, texts)]));
    for (const note of project.notes)
      if (note.codings.length > 0 || note.selections.some(({ codings }) => codings.length > 0))
        notices.lostIn('notes-coded', note.name, note.name);
  }

  /** Whether a GUID is that of a note. */
  has(note: Guid): boolean {
    return this.#notes.has(note);
  }

  /** In: what it is about, the notes that are bound to it. A note that is not there is counted. */
  bind(target: MemoTarget, notes: readonly Guid[]): void {
    for (const guid of notes) {
      const note = this.#notes.get(guid);
      if (note) this.#add(target, note);
      else this.#notices.lost('notes-missing');
    }
  }

  /** In: what it is about, a description, who wrote it as far as known. */
  describe(target: MemoTarget, text: string, by: Remark['by'] = nobody): void {
    if (text.trim() !== '') this.#add(target, { note: '', title: '', text: cleanText(text).trim(), by });
  }

  /** Makes the memos. In: the notes on the project, and its description. Notes on nothing are on it too. */
  finish(projectNotes: readonly Guid[], description: string): void {
    for (const { target, remarks } of this.#byTarget.values()) this.#put(target, distinct(remarks));
    for (const guid of projectNotes) if (!this.#notes.has(guid)) this.#notices.lost('notes-missing');
    const free = [...this.#notes.values()].filter(
      ({ note }) => projectNotes.includes(note) || !this.#used.has(note),
    );
    const described = { note: '', title: '', text: cleanText(description).trim(), by: nobody };
    for (const remark of distinct(description.trim() === '' ? free : [...free, described]))
      this.#put(null, [remark]);
  }

  #add(target: MemoTarget, remark: Remark): void {
    const key = `${target.table} ${target.id}`;
    const found = this.#byTarget.get(key) ?? { target, remarks: [] };
    this.#byTarget.set(key, found);
    if (remark.note === '' || !found.remarks.some(({ note }) => note === remark.note))
      found.remarks.push(remark);
    if (remark.note !== '') this.#used.add(remark.note);
  }

  /** One memo for one thing: several remarks stand in it one after the other, each under its title. */
  #put(target: MemoTarget | null, remarks: readonly Remark[]): void {
    const [first] = remarks;
    if (!first) return;
    if (remarks.length > 1) this.#notices.repairs.add('notes-joined');
    const plainText = remarks
      .map(({ title, text }, i) => [i === 0 ? '' : title, text].filter(Boolean).join('\n'))
      .join('\n\n');
    const only = remarks.length === 1 && first.note !== '' && !this.rows.has(first.note);
    const place = target ? `${target.table}/${target.id}` : `project/${first.note}`;
    const id = only ? first.note : stableGuid('refi', 'memo', place);
    const created = earliest(...remarks.map(({ by }) => momentOf(by.at)));
    const changed = latest(created, ...remarks.map(({ by }) => momentOf(by.modifiedAt)));
    this.rows.set(id, {
      id,
      target,
      title: first.title,
      body: richTextOf(plainText),
      plainText,
      coderId: this.#coderOf(remarks),
      createdAt: created ?? this.#now,
      modifiedAt: changed ?? this.#now,
    });
  }

  #coderOf(remarks: readonly Remark[]): CoderId {
    return this.#coders.of(...remarks.map(({ by }) => by.user));
  }
}

function remarkOf(note: RefiText, texts: ReadonlyMap<Guid, string>): Remark {
  const written = texts.get(note.guid) ?? note.content ?? '';
  const text = cleanText(written.trim() === '' ? note.description : written).trim();
  const name = note.name.trim();
  // Many programs name a note by its beginning, which is no title.
  const opening = name.replace(/…$/, '').trimEnd();
  const isOpening = text.replace(/\s+/g, ' ').startsWith(opening);
  return { note: note.guid, title: isOpening ? '' : name, text: text || name, by: note };
}

/** Some programs write a note's words as a description too. */
function distinct(remarks: readonly Remark[]): readonly Remark[] {
  const notes = remarks.filter(({ note }) => note !== '');
  const said = new Set([...notes.map(({ text }) => text), notes.map(({ text }) => text).join('\n\n')]);
  return [...notes, ...remarks.filter(({ note, text }) => note === '' && !said.has(text))];
}
