import type { ProjectContent, ProjectReader } from '../../../src-renderer/domain/exchange/project-content';
import { parseDocument } from '../../../src-renderer/importers';
import { readQdpx, type ReadQdpx } from '../../../src-renderer/importers/qdpx/read';
import { Failed } from '../failure';
import { failureText, say } from '../text';
import { characterMaps } from './character-maps';
import { withFile } from './files';
import { stamp } from './stamp';

/** In: the name of a .qdpx file. Out: the project in it. Throws Failed when it cannot be read. */
export async function readProject(path: string): Promise<ReadQdpx> {
  const read = await withFile(path, (file) => readQdpx(file, { stamp, pdfText }));
  if (read.ok) return read.value;
  const reason = failureText(read.error);
  throw new Failed(say('failure.project', { file: path, kind: read.error.kind, reason }));
}

async function pdfText(bytes: Uint8Array) {
  const parsed = await parseDocument({ name: 'source.pdf', bytes }, {}, characterMaps);
  return parsed.ok ? parsed.value.sources[0] : undefined;
}

/** In: a project that is all in memory. Out: the same, to be asked for body by body. */
export const readerOf = ({ state, texts, files, log }: ProjectContent): ProjectReader => ({
  state,
  text: (id) => Promise.resolve(texts.get(id)),
  file: (id) => Promise.resolve(files.get(id)),
  log: async function* () {
    yield* log;
  },
});
