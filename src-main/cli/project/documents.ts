import { readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import {
  DEEPEST_ARCHIVE,
  type ImportChoices,
  type MemberFile,
} from '../../../src-renderer/domain/model/import';
import { message } from '../../../src-renderer/domain/model/message';
import type { IncomingFile } from '../../../src-renderer/domain/sources/incoming/propose-files';
import { pageResources } from '../../../src-renderer/domain/sources/names/page-resources';
import { parseDocument } from '../../../src-renderer/importers';
import type { Recogniser } from '../../../src-renderer/importers/pdf/resources';
import { Failed } from '../failure';
import { importFailureText, importText, say } from '../text';
import { withRecogniser } from '../recognition/recogniser';
import { characterMaps } from './character-maps';
import { readWhole } from './files';

/** A file that was read, with its bytes. */
export interface DocumentFile extends IncomingFile {
  readonly bytes: Uint8Array;
}

type Note = (text: string) => void;

export interface ReadDocuments {
  readonly files: readonly DocumentFile[];
  readonly unread: number;
}

interface Reading {
  readonly choices: ImportChoices;
  readonly recogniser: Recogniser;
  readonly note: Note;
}

/**
 * Reads files, what is in folders, and what is in archives; what browsers put beside a saved page is left
 * out. A file that cannot be read is named and left out; the others go in.
 */
export const readDocuments = (
  paths: readonly string[],
  choices: ImportChoices,
  note: Note,
): Promise<ReadDocuments> => withRecogniser((recogniser) => readAll(paths, { choices, recogniser, note }));

async function readAll(paths: readonly string[], how: Reading): Promise<ReadDocuments> {
  const { note } = how;
  const files: DocumentFile[] = [];
  let unread = 0;
  const take = async (path: string, bytes: () => Promise<Uint8Array>, depth: number): Promise<void> => {
    try {
      const { file, members } = await readDocument(path, await bytes(), files.length, how);
      if (members.length > 0 && depth === DEEPEST_ARCHIVE) throw unreadable(path, 'unsupported', 'zip');
      files.push(file);
      const isEmpty = file.read.sources.length + file.read.records.length + members.length === 0;
      // Why nothing came of it, its warnings have said.
      if (isEmpty) unread++;
      for (const member of members)
        await take(`${path}/${member.path}`, () => Promise.resolve(member.bytes), depth + 1);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      unread++;
      note(error.message);
    }
  };
  const all = await filesIn(paths);
  const slashed = (path: string) => path.split(sep).join('/');
  const besidePages = pageResources(all.map(slashed));
  for (const path of all) if (!besidePages.has(slashed(path))) await take(path, () => readWhole(path), 0);
  if (besidePages.size > 0) note(importText(message('page-files-left-out', { count: besidePages.size })));
  return { files, unread };
}

/** The files that paths name, and those in folders that they name, in the order of their names. */
async function filesIn(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      // What is not there is told of when it is read.
      () => false,
    );
    if (!isFolder) files.push(path);
    else {
      const inside = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      files.push(...(await filesIn(inside.map((name) => join(path, name)))));
    }
  }
  return files;
}

const unreadable = (file: string, kind: Parameters<typeof importFailureText>[0], detail: string): Failed =>
  new Failed(say('failure.document', { file, reason: importFailureText(kind, detail) }));

/** What one file comes to. Throws Failed, naming the file, when it cannot be read. */
async function readDocument(
  path: string,
  bytes: Uint8Array,
  id: number,
  { choices, recogniser, note }: Reading,
): Promise<{ readonly file: DocumentFile; readonly members: readonly MemberFile[] }> {
  const name = basename(path);
  const onPage = (page: number, of: number) => note(say('note.recognising', { file: path, page, of }));
  const parsed = await parseDocument({ name, bytes }, choices, { ...characterMaps, recogniser, onPage });
  if (!parsed.ok) throw unreadable(path, parsed.error.kind, parsed.error.detail);
  const { sources, records, members, warnings, pagesWithoutText } = parsed.value;
  for (const warning of warnings) note(say('failure.document', { file: path, reason: importText(warning) }));
  if (pagesWithoutText.length > 0 && !choices.recognise)
    note(say('note.recognise', { file: path, count: pagesWithoutText.length }));
  return { file: { id, name, path, bytes, read: { sources, records } }, members };
}
