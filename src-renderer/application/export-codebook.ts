import type { CodebookFormat, CodebookWishes } from '../domain/exchange/codebook/formats';
import { fileName, ORIGIN, saveFile, type Exported } from './export';
import type { Services } from './services';
import type { ProjectSession } from './session';

const types: Readonly<Record<CodebookFormat, string>> = {
  qdc: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
};

/** Saves the codebook in any of its formats. Out: what it could not carry, or why there is no file. */
export async function exportCodebook(
  session: ProjectSession,
  { exchange, platform }: Services,
  format: CodebookFormat,
  wishes: Omit<CodebookWishes, 'origin'>,
): Promise<Exported> {
  const written = await exchange.writeCodebook(session.state, format, { ...wishes, origin: ORIGIN });
  if (!written.ok) return written;
  const { bytes, losses } = written.value;
  const name = fileName(session.info.name, 'codebook', format);
  return saveFile(platform, { name, type: types[format], bytes }, losses);
}
