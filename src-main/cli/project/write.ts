import { version } from '../../../package.json';
import type { ExchangeReport, ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import type { RefiTarget } from '../../../src-renderer/domain/exchange/refi/targets';
import { writeQdpx } from '../../../src-renderer/exporters/qdpx';
import type { Call } from '../command';
import { Failed } from '../failure';
import { say } from '../text';
import { writeWhole } from './files';
import { readerOf } from './read';

/** The program and its version, as files name who wrote them. */
export const ORIGIN = `Parallax ${version}`;

/** Writes a project as .qdpx. Out: what the file does not carry. Throws Failed when it cannot be written. */
export async function writeProject(
  call: Call,
  path: string,
  content: ProjectContent,
  target: RefiTarget = 'default',
): Promise<ExchangeReport> {
  const written = await writeQdpx(readerOf(content), { target, origin: ORIGIN });
  if (!written.ok) {
    const detail = 'name' in written.error ? written.error.name : '';
    throw new Failed(say('failure.project-not-written', { kind: written.error.kind, detail }));
  }
  await writeWhole(call, path, new Uint8Array(await written.value.blob.arrayBuffer()));
  return written.value.report;
}
