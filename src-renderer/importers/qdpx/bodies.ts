import type { RefiBodies, RefiBody } from '../../domain/exchange/refi/content/options';
import type {
  Guid,
  RefiMediaSource,
  RefiPdfSource,
  RefiProject,
  RefiSource,
  RefiTextSource,
} from '../../domain/exchange/refi/model';
import type { XmlElement } from '../../domain/model/carried';
import { message, type Message } from '../../domain/model/message';
import type { Block, SourceFile } from '../../domain/model/source';
import { cleanText } from '../../domain/text/canonical';
import { sha256 } from '../hash';
import { guessLanguage } from '../language/guess';
import { findParagraphs } from '../txt/paragraphs';
import { baseName, type Members } from './members';
import { takeNestedFiles } from './nested-files';
import { decodeRaw, type RawText } from './text';

/** Reads the text of a PDF for which a project has none; undefined where it cannot be read. */
export type PdfText = (
  bytes: Uint8Array,
) => Promise<{ readonly text: string; readonly blocks: readonly Block[] } | undefined>;

/** Pictures, audio and video are kept in memory on their way into the project: so much of them together. */
const MOST_MEDIA_BYTES = 512 * 1024 * 1024;

/** Unpacks what a project refers to, one file at a time. Losses gather as they are met. */
export class BodyReader {
  readonly sources = new Map<Guid, RefiBody>();
  readonly notes = new Map<Guid, string>();
  readonly files = new Map<Guid, SourceFile>();
  readonly losses: Message[] = [];
  readonly #members: Members;
  readonly #pdfText: PdfText | undefined;
  readonly #signal: AbortSignal | undefined;
  #mediaBytes = 0;

  constructor(members: Members, pdfText: PdfText | undefined, signal: AbortSignal | undefined) {
    this.#members = members;
    this.#pdfText = pdfText;
    this.#signal = signal;
  }

  /** Takes the texts that lie in what is carried. Out: the project with its elements as they are handed on. */
  async takeNested(project: RefiProject): Promise<RefiProject> {
    const taken = new Set(project.sources.map(({ guid }) => guid));
    const take = (element: XmlElement) =>
      takeNestedFiles(element, this.#members, taken, this.files, this.#signal);
    const sources: RefiSource[] = [];
    for (const source of project.sources) {
      if (source.kind === 'text') sources.push(source);
      else if (source.kind === 'pdf') {
        const areas: XmlElement[] = [];
        for (const area of source.areas) areas.push(await take(area));
        sources.push({ ...source, areas });
      } else sources.push({ ...source, element: await take(source.element) });
    }
    return { ...project, sources };
  }

  /** In: the project, what to call after each file. Out: its bodies. Throws when it is cancelled. */
  async readAll(project: RefiProject, onFile: (done: number, total: number) => void): Promise<RefiBodies> {
    const total = project.sources.length + project.notes.length;
    let done = 0;
    for (const source of project.sources) {
      this.#signal?.throwIfAborted();
      if (source.kind === 'text') await this.#readText(source);
      else if (source.kind === 'pdf') await this.#readPdf(source);
      else await this.#readMedia(source);
      onFile(++done, total);
    }
    for (const note of project.notes) {
      this.#signal?.throwIfAborted();
      const text = note.content ?? (await this.#rawOf(note.path))?.text.raw;
      if (text !== undefined) this.notes.set(note.guid, text);
      onFile(++done, total);
    }
    return this;
  }

  async #readText(source: RefiTextSource): Promise<void> {
    const read =
      source.content === null
        ? await this.#rawOf(source.path)
        : { text: inline(source.content), bytes: null, member: '.txt' };
    if (!read) return;
    if (source.richTextPath !== '') this.#lost('rich-texts', source.name);
    const fileName = fileNameOf(source.name, read.member);
    this.sources.set(source.guid, await bodyOf(read.text, read.bytes, fileName));
  }

  async #readPdf(source: RefiPdfSource): Promise<void> {
    const bytes = await this.#bytesOf(source.path);
    const { representation } = source;
    const text = representation?.content ?? (await this.#rawOf(representation?.path ?? ''))?.text;
    const raw = typeof text === 'string' ? inline(text) : text;
    if (!bytes) this.#lost('files-missing', source.name);
    const given = raw ? undefined : bytes && (await this.#pdfText?.(bytes));
    const chosen = raw ?? (given && inline(given.text));
    if (!chosen) return;
    const name = source.name || baseName(source.currentPath.replaceAll('\\', '/'));
    const body = await bodyOf(chosen, bytes ?? null, fileNameOf(name, bytes ? '.pdf' : '.txt'));
    this.sources.set(source.guid, {
      ...body,
      ...(bytes && { format: 'pdf', encoding: '' }),
      ...(given && { blocks: given.blocks }),
    });
  }

  async #readMedia({ guid, name, path }: RefiMediaSource): Promise<void> {
    const member = this.#members.find(path);
    const size = member === undefined ? 0 : this.#members.archive.size(member);
    if (member === undefined || this.#mediaBytes + size > MOST_MEDIA_BYTES) {
      if (path !== '') this.#lost(member === undefined ? 'files-missing' : 'files-too-large', name);
      return;
    }
    this.#mediaBytes += size;
    const bytes = await this.#members.archive.bytes(member, this.#signal);
    this.files.set(guid, { sourceId: guid, name: fileNameOf(name, member), bytes });
  }

  async #bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const member = this.#members.find(path);
    return member === undefined ? undefined : this.#members.archive.bytes(member, this.#signal);
  }

  async #rawOf(path: string): Promise<{ text: RawText; bytes: Uint8Array; member: string } | undefined> {
    const bytes = await this.#bytesOf(path);
    if (!bytes) return undefined;
    return { text: await decodeRaw(bytes), bytes, member: this.#members.find(path) ?? '' };
  }

  #lost(kind: string, source: string): void {
    this.losses.push(message(`loss.${kind}`, { count: 1, source, detail: '', passages: '' }));
  }
}

const inline = (raw: string): RawText => ({ raw, encoding: '', uncertain: false });

async function bodyOf(text: RawText, bytes: Uint8Array | null, fileName: string): Promise<RefiBody> {
  const canonical = cleanText(text.raw);
  // A text that stood in the XML is its own original.
  const original = bytes ?? new TextEncoder().encode(text.raw);
  return {
    raw: text.raw,
    blocks: findParagraphs(canonical),
    format: 'txt',
    fileName,
    bytes: original,
    hash: await sha256(original),
    encoding: bytes ? text.encoding : 'utf-8',
    language: await guessLanguage(canonical),
    warnings: text.uncertain ? [message('encoding-guessed', { encoding: text.encoding })] : [],
  };
}

/** The name of a source as the name of a file, with the ending that its member has where it has none. */
function fileNameOf(name: string, member: string): string {
  const plain = baseName(name.replaceAll('\\', '/')).trim();
  const ending = /\.[a-z0-9]{1,8}$/i.exec(member)?.[0].toLowerCase() ?? '';
  if (plain === '') return baseName(member);
  return plain.toLowerCase().endsWith(ending) ? plain : plain + ending;
}
