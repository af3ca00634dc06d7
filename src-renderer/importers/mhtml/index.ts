import type { EncodingSample, ImportChoices, ImportFailure } from '../../domain/model/import';
import { message } from '../../domain/model/message';
import { ok, type Result } from '../../domain/model/result';
import { decodeStrictly } from '../decode/charset';
import { decodeAs } from '../decode/chosen';
import { encodingSamples } from '../decode/samples';
import { decodeText } from '../decode/text';
import { failure, type Draft, type DraftFile, type DraftFileResult } from '../draft';
import { readMime, type MimeMessage, type MimePart } from './mime';

export interface ArchivedPage extends DraftFile {
  readonly encodings: readonly EncodingSample[];
}

/** When the page was saved, which is not when it was written. */
const SAVED = 'Saved';

/**
 * Reads a web page that a browser has saved as one file (MHTML).
 * In: the bytes, what the person says, and what reads the markup of a page. Out: the page where it has text,
 * else the longest of its frames; other frames are counted. Fails with `no-text` where there is no page in it.
 */
export async function readMhtml(
  bytes: Uint8Array,
  choices: ImportChoices,
  readMarkup: (markup: string) => DraftFileResult | Promise<DraftFileResult>,
): Promise<Result<ArchivedPage, ImportFailure>> {
  const mime = readMime(bytes);
  const pages = inOrder(mime);
  for (const page of pages) {
    const decoded = await decodeText(page.content, choices.encoding ?? declaredOf(page));
    if (!decoded.ok) return decoded;
    const { text, encoding, replaced, warnings } = decoded.value;
    const read = await readMarkup(text);
    if (!read.ok && read.error.kind === 'no-text') continue;
    if (!read.ok) return read;
    const frames = pages.length - 1;
    const told = [
      ...warnings,
      ...(frames > 0 ? [message('frames-left-out', { count: frames })] : []),
      ...(mime.isCut ? [message('document-cut-off')] : []),
    ];
    const drafts = read.value.drafts.map((draft) => ({
      ...about(draft, mime, page),
      warnings: [...told, ...draft.warnings],
    }));
    return ok({
      ...read.value,
      format: 'mhtml',
      drafts,
      encodings: encodingSamples(page.content, encoding, replaced),
    });
  }
  return failure('no-text');
}

/** The page that the archive was made of, then its frames, the longest first. */
function inOrder(mime: MimeMessage): MimePart[] {
  const pages = mime.parts.filter(({ type }) => /^(text\/html|application\/xhtml\+xml)$/.test(type));
  const start = mime.parameters.get('start');
  const main =
    pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? pages[0];
  const frames = pages.filter((page) => page !== main);
  return [...(main ? [main] : []), ...frames.sort((a, b) => b.content.length - a.content.length)];
}

/** The charset of the part, unless the bytes are UTF-8 or do not fit: browsers write what the server said. */
function declaredOf({ content, parameters }: MimePart): string | undefined {
  const charset = parameters.get('charset');
  if (charset === undefined || decodeStrictly(content, 'utf-8')) return undefined;
  return decodeAs(content, charset)?.replaced === 0 ? charset : undefined;
}

function about(draft: Draft, mime: MimeMessage, page: MimePart): Draft {
  const location =
    page.headers.get('content-location') ?? mime.headers.get('snapshot-content-location') ?? '';
  const saved = mime.headers.get('date');
  return {
    ...draft,
    url: draft.url || (/^https?:\/\//i.test(location) ? location : ''),
    fields: [...draft.fields, ...(saved ? [{ name: SAVED, value: saved }] : [])],
  };
}
