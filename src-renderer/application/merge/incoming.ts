import { textsNeeded } from '../../domain/exchange/merge/match-sources';
import type { IncomingFile, MergeBase } from '../../domain/exchange/merge/types';
import type { ExchangeReport } from '../../domain/exchange/project-content';
import type { ImportedNames } from '../../domain/exchange/refi/content/options';
import type { SourceText } from '../../domain/model/source';
import type { ExchangeFailure } from '../ports/exchange';
import type { InputFile } from '../ports/platform';
import { readProjectFile } from '../project-file';
import type { Services } from '../services';
import type { ProjectSession } from '../session';

/** A file that was read, with what reading it lost or mended. */
export interface ReadIncoming extends IncomingFile {
  readonly origin: string;
  readonly report: ExchangeReport;
}

export interface UnreadIncoming {
  readonly name: string;
  readonly failure: ExchangeFailure;
}

export interface ReadFiles {
  readonly read: readonly ReadIncoming[];
  /** Files that cannot be read: the others are merged without them. */
  readonly unread: readonly UnreadIncoming[];
}

const unreadable: ExchangeFailure = { kind: 'unreadable', params: {} };

/** Reads files one after the other; nothing of the project is touched. `onFile` hears which is at work. */
export async function readIncoming(
  services: Services,
  files: readonly InputFile[],
  names: ImportedNames,
  watch: { readonly signal: AbortSignal; readonly onFile: (index: number) => void },
): Promise<ReadFiles> {
  const read: ReadIncoming[] = [];
  const unread: UnreadIncoming[] = [];
  for (const [index, file] of files.entries()) {
    if (watch.signal.aborted) break;
    watch.onFile(index);
    try {
      const each = { signal: watch.signal, onProgress: () => undefined };
      const result = await readProjectFile(services, file, { names }, each);
      if (result.ok) {
        const { content, origin, report } = result.value;
        read.push({ name: file.name, content, origin, report });
      } else unread.push({ name: file.name, failure: result.error });
    } catch (error) {
      console.error(error);
      unread.push({ name: file.name, failure: unreadable });
    }
  }
  return { read, unread };
}

/** The project as files are compared with it, with those of its texts that tell. */
export async function mergeBase(
  session: ProjectSession,
  incoming: readonly IncomingFile[],
): Promise<MergeBase> {
  await session.settled();
  const { state } = session;
  const texts = new Map<string, SourceText>();
  for (const id of textsNeeded(state, incoming)) {
    const text = await session.whole.text(id);
    if (text) texts.set(id, text);
  }
  return { state, texts };
}
