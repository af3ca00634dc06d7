import type { XmlElement } from '../../../src-renderer/domain/model/carried';
import type { Message } from '../../../src-renderer/domain/model/message';
import { validateRefi } from '../../../src-renderer/domain/exchange/refi/validate/validate';
import { openArchive, type RandomAccessFile } from '../../../src-renderer/importers/archive/archive';
import { ArchiveError } from '../../../src-renderer/importers/archive/failure';
import { findProject } from '../../../src-renderer/importers/qdpx/members';
import { readXml } from '../../../src-renderer/importers/xml/read';
import { oneFile } from '../ask';
import type { Command } from '../command';
import { Failed } from '../failure';
import { readWhole, withFile } from '../project/files';
import { failureText, reportText, say, type ReadFailure } from '../text';

export const validateCommand: Command = {
  name: 'validate',
  files: 'FILE.qdpx|FILE.qdc',
  options: {},
  run: async (call) => {
    const path = oneFile(call);
    const errors = (await errorsOf(path)).map(reportText);
    return {
      json: { file: path, valid: errors.length === 0, errors },
      table: () => ({ columns: ['error'], rows: errors.map((text) => [text]) }),
      failed: errors.length > 0,
    };
  },
};

async function errorsOf(path: string): Promise<readonly Message[]> {
  try {
    return await withFile(path, async (file) => {
      const head = await file.read(0, Math.min(2, file.size));
      return head[0] === 0x50 && head[1] === 0x4b
        ? await errorsOfProject(file, path)
        : validateRefi(rootOf(await readWhole(path), path));
    });
  } catch (error) {
    if (error instanceof ArchiveError) throw unreadable(path, error.failure);
    throw error;
  }
}

async function errorsOfProject(file: RandomAccessFile, path: string): Promise<readonly Message[]> {
  const opened = await openArchive(file);
  if (!opened.ok) throw unreadable(path, opened.error);
  const found = findProject(opened.value);
  if (!found.ok) throw unreadable(path, found.error);
  const { archive, project } = found.value;
  const root = rootOf(await archive.bytes(project), path);
  const texts = new Map<string, string>();
  for (const textPath of pathsIn(root)) {
    const member = found.value.find(textPath);
    // Positions count the byte order mark as the file has it, so it is kept.
    if (member)
      texts.set(textPath, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await archive.bytes(member)));
  }
  return validateRefi(root, (textPath) => texts.get(textPath));
}

function rootOf(bytes: Uint8Array, path: string): XmlElement {
  const xml = readXml(bytes);
  if (xml.ok) return xml.value;
  throw unreadable(path, xml.error);
}

const unreadable = (path: string, failure: ReadFailure) =>
  new Failed(say('failure.project', { file: path, kind: failure.kind, reason: failureText(failure) }));

function* pathsIn(element: XmlElement): Generator<string> {
  const path = element.attributes['plainTextPath'];
  if (path !== undefined) yield path;
  for (const child of element.children) yield* pathsIn(child);
}
