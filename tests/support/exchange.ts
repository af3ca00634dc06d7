import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { ProjectContent, ProjectReader } from '../../src-renderer/domain/exchange/project-content';
import { writeQdpx, type Qdpx, type QdpxOptions } from '../../src-renderer/exporters/qdpx';
import { openArchive, type Archive } from '../../src-renderer/importers/archive/archive';
import { memoryFile } from '../fixtures/refi/memory-file';

/** A project that is whole in memory, as the exporter asks for it. */
export const readerOf = ({ state, texts, files, log }: ProjectContent): ProjectReader => ({
  state,
  text: (id) => Promise.resolve(texts.get(id)),
  file: (id) => Promise.resolve(files.get(id)),
  log: async function* () {
    yield* log;
  },
});

/** Writes a project; throws where it cannot be written. */
export async function exported(content: ProjectContent, more: Partial<QdpxOptions> = {}): Promise<Qdpx> {
  const result = await writeQdpx(readerOf(content), { target: 'default', origin: 'Parallax 0.1.0', ...more });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

export const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** Opens an archive; throws where it is refused. */
export async function opened(blob: Blob): Promise<Archive> {
  const archive = await openArchive(memoryFile(await bytesOf(blob)));
  if (!archive.ok) throw new Error(`${archive.error.kind}: ${archive.error.detail}`);
  return archive.value;
}

export const textIn = async (archive: Archive, name: string): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await archive.bytes(name));

const schema = readFileSync(resolve(import.meta.dirname, '../fixtures/refi/Project.xsd'), 'utf8');

/** What the schema of the standard has against a project.qde. */
export async function violations(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'project.qde', contents: xml },
    schema: { fileName: 'Project.xsd', contents: schema },
  });
  return errors.map(({ message }) => message);
}
